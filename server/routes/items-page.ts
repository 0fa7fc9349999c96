import type { Context } from 'hono'
import type { CrsUri } from '#server/engine/crs.ts'
import type { Query, Row } from '#server/engine/engine.ts'
import { countQuery, type Page, rowsPage, type Selection } from '#server/engine/selection.ts'
import { absolute, addressWith } from '#server/http/address.ts'
import type { Collection } from '#server/routes/collection.ts'
import type { Env } from '#server/routes/context.ts'
import { type ItemsFormatId, itemsFormat, itemsFormats } from '#server/routes/items-formats.ts'

/** Which features of a collection are asked for, and how they are to come. */
export interface ItemsRequest {
  readonly collection: Collection
  readonly selection: Selection
  readonly page: Page
  readonly crs: CrsUri
}

/** The rows of a page and how many are selected in all. */
export interface FoundPage {
  readonly rows: readonly Row[]
  readonly numberMatched: number
}

/** Ask for a page. Its rows say how many are selected in all; beyond the last page the engine has to count once more. */
export async function findPage(c: Context<Env>, { selection, page }: ItemsRequest, query: Query): Promise<FoundPage> {
  const { engine } = c.var
  const { signal } = c.req.raw
  const rows = await engine.rows(query, { signal })
  const [first] = rows
  if (first) return { rows, numberMatched: Number(first.matched) }
  if (page.offset === 0) return { rows, numberMatched: 0 }
  const [counted] = await engine.rows(countQuery(selection), { signal })
  return { rows, numberMatched: Number(counted?.n ?? 0) }
}

/** A page of rows without geometry. */
export async function findRows(c: Context<Env>, request: ItemsRequest): Promise<FoundPage> {
  const { rows, numberMatched } = await findPage(c, request, rowsPage(request.selection, request.page))
  return { rows: rows.map(({ matched: _, ...row }) => row), numberMatched }
}

/** Self, the pages before and after, the other formats and the collection. */
export function itemsLinks(
  c: Context<Env>,
  { collection, page: { limit, offset } }: ItemsRequest,
  f: ItemsFormatId,
  numberMatched: number,
) {
  const { type } = itemsFormat(f)
  const pageAt = (rel: 'next' | 'prev', start: number, title: string) => ({
    rel,
    href: addressWith(c, { offset: String(start), limit: String(limit) }),
    type,
    title,
  })
  return [
    { rel: 'self', href: c.req.url, type, title: 'This page' },
    ...(offset + limit < numberMatched ? [pageAt('next', offset + limit, 'Next page')] : []),
    ...(offset > 0 ? [pageAt('prev', Math.max(0, offset - limit), 'Page before')] : []),
    ...itemsFormats
      .filter((format) => format.f !== f)
      .map((format) => ({
        rel: 'alternate',
        href: addressWith(c, { f: format.f }),
        type: format.type,
        title: format.title,
      })),
    {
      rel: 'collection',
      href: absolute(c, `/api/collections/${collection.id}`),
      type: 'application/json',
      title: collection.title.en,
    },
  ]
}
