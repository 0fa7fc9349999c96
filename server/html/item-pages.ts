import type { z } from '@hono/zod-openapi'
import { html } from 'hono/html'
import type { Text } from '#data/define.ts'
import {
  apiCrumb,
  type Cell,
  collectionsCrumb,
  facts,
  type Html,
  linkTo,
  page,
  say,
  table,
  type View,
} from '#server/html/layout.ts'
import { labelOf, valueCell } from '#server/html/values.ts'
import { pageOf, words } from '#server/html/words.ts'
import { type Collection, findCollection } from '#server/routes/collection.ts'
import { itemsFormats } from '#server/routes/items-formats.ts'
import type { OneFeature, rowsSchema } from '#server/routes/items-schemas.ts'

type RowsPage = z.infer<typeof rowsSchema>

const crumbsTo = (view: View, { id, title }: Collection) => [
  apiCrumb(view),
  collectionsCrumb(view),
  { path: linkTo(view, `/api/collections/${id}`), text: say(view, title) },
]

/** Links to the pages before and after, as the answer has them. */
function pager(view: View, { links, rows, numberMatched }: RowsPage, name: Text = words.features): Html {
  const href = (rel: string) => links.find((link) => link.rel === rel)?.href
  const [previous, next] = [href('prev'), href('next')]
  const offset = Number(view.url.searchParams.get('offset') ?? 0)
  return html`<nav aria-label="${say(view, name)}">
    <ul>
      <li>${say(view, pageOf(rows.length > 0 ? offset + 1 : 0, offset + rows.length, numberMatched))}</li>
      ${previous ? html`<li><a rel="prev" href="${previous}">${say(view, words.previous)}</a></li>` : ''}
      ${next ? html`<li><a rel="next" href="${next}">${say(view, words.next)}</a></li>` : ''}
    </ul>
  </nav>`
}

/** The columns of the collection's own table, its key first; all fields where it declares none. */
const columnsOf = ({ key, table: declared, fields }: Collection): string[] => [
  ...new Set([key, ...(declared ?? Object.keys(fields))]),
]

/** A page of features as a table, with the way to each feature, to the pages around it and to the other formats. */
export function itemsPage(view: View, body: RowsPage, id: string): Html {
  const collection = findCollection(id)
  const { key, fields, title } = collection
  const columns = columnsOf(collection)
  const rows = body.rows.map((row) =>
    columns.map((name): Cell => {
      const cell = valueCell(view, fields[name], row[name])
      const path = `/api/collections/${id}/items/${encodeURIComponent(String(row[name]))}`
      return name === key ? html`<a href="${linkTo(view, path)}">${cell}</a>` : cell
    }),
  )
  const labels = columns.map((name) => {
    const field = fields[name]
    return field ? labelOf(view, field) : name
  })
  const heading = view.language === 'zh' ? `${title.zh}：${words.features.zh}` : `${title.en}: ${words.features.en}`
  return page(view, {
    title: heading,
    description: say(view, collection.description),
    crumbs: crumbsTo(view, collection),
    body:
      rows.length > 0
        ? html`${pager(view, body)}${table(say(view, title), labels, rows)}${pager(view, body, words.featuresBelow)}`
        : html`${pager(view, body)}<p>${say(view, words.none)}</p>`,
    formats: itemsFormats.filter(({ f }) => f !== 'html').map(({ f, title: name }) => [f, name]),
    snapshot: body.snapshot,
  })
}

function placeOf({ geometry }: OneFeature): string | undefined {
  if (geometry === null) return undefined
  const coordinates = geometry.type === 'Point' ? ` ${(geometry.coordinates ?? []).join(', ')}` : ''
  return `${geometry.type}${coordinates}`
}

/** One feature: every field by its name. */
export function featurePage(view: View, feature: OneFeature, id: string): Html {
  const collection = findCollection(id)
  const { fields, name, title } = collection
  const named = view.language === 'zh' && name.zh ? feature.properties[name.zh] : undefined
  const heading = String(named ?? feature.properties[name.en] ?? feature.id)
  const pairs = Object.entries(feature.properties).map(([field, value]) => {
    const declared = fields[field]
    return [declared ? labelOf(view, declared) : field, valueCell(view, declared, value)] as const
  })
  return page(view, {
    title: heading,
    description: `${heading}: ${say(view, title)}`,
    crumbs: [
      ...crumbsTo(view, collection),
      { path: linkTo(view, `/api/collections/${id}/items`), text: say(view, words.features) },
    ],
    body: facts([...pairs, [say(view, words.geometry), placeOf(feature)]]),
    formats: [['geojson', 'GeoJSON']],
    snapshot: feature.snapshot,
  })
}
