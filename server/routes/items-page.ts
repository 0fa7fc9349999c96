import type { Context } from 'hono'
import { type CrsUri, outputCrs } from '#server/engine/crs.ts'
import type { Row } from '#server/engine/engine.ts'
import { countQuery, featuresPage, type Page, rowsPage, type Selection } from '#server/engine/selection.ts'
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

/** The features of a page as GeoJSON, joined by commas, how many they are and how many are selected in all. */
export interface FoundFeatures {
  readonly pieces: readonly Uint8Array[]
  readonly numberReturned: number
  readonly numberMatched: number
}

/** A page's rows say how many are selected in all; beyond the last page the engine has to count once more. */
async function matchedIn(c: Context<Env>, { selection, page }: ItemsRequest, first: Row | undefined): Promise<number> {
  if (first) return Number(first.matched)
  if (page.offset === 0) return 0
  const [counted] = await c.var.engine.rows(countQuery(selection), { signal: c.req.raw.signal })
  return Number(counted?.n ?? 0)
}

/** A page of rows without geometry. */
export async function findRows(c: Context<Env>, request: ItemsRequest): Promise<FoundPage> {
  const rows = await c.var.engine.rows(rowsPage(request.selection, request.page), { signal: c.req.raw.signal })
  const numberMatched = await matchedIn(c, request, rows[0])
  return { rows: rows.map(({ matched: _, ...row }) => row), numberMatched }
}

/** A page of features as the engine wrote them. */
export async function findFeatures(c: Context<Env>, request: ItemsRequest): Promise<FoundFeatures> {
  const query = featuresPage(request.selection, request.page, outputCrs[request.crs])
  const found = await c.var.engine.pieces(query, { signal: c.req.raw.signal })
  return {
    pieces: found.map(({ bytes }) => bytes),
    numberReturned: found.reduce((sum, { facts }) => sum + Number(facts.n), 0),
    numberMatched: await matchedIn(c, request, found[0]?.facts),
  }
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
