import type { z } from '@hono/zod-openapi'
import { html } from 'hono/html'
import type { QueryablesDocument } from '#server/cql2/queryables-document.ts'
import { datasetNotice } from '#server/html/dataset-notice.ts'
import {
  addressOf,
  apiCrumb,
  collectionsCrumb,
  facts,
  type Html,
  linkTo,
  page,
  say,
  table,
  type View,
} from '#server/html/layout.ts'
import { labelOf, named } from '#server/html/values.ts'
import { words } from '#server/html/words.ts'
import { findCollection } from '#server/routes/collection.ts'
import type { collectionSchema, collectionsSchema } from '#server/routes/collection-schemas.ts'

type Described = z.infer<typeof collectionSchema>

const asJson = [['json', 'JSON']] as const

function section(view: View, kind: Described['kind'], all: readonly Described[]): Html {
  const rows = all
    .filter((one) => one.kind === kind)
    .map((one) => [
      html`<a href="${linkTo(view, `/api/collections/${one.id}`)}">${say(view, one.titles)}</a>`,
      say(view, one.descriptions),
      named(view, one.geometry),
      one.rows ?? '',
    ])
  const columns = [words.name, words.description, words.geometry, words.rows].map((text) => say(view, text))
  return html`<h2>${say(view, words[kind])}</h2>${table(say(view, words[kind]), columns, rows)}`
}

/** Every collection, by kind. */
export function collectionsPage(view: View, { collections, snapshot }: z.infer<typeof collectionsSchema>): Html {
  const title = say(view, words.collections)
  return page(view, {
    title,
    description: title,
    crumbs: [apiCrumb(view)],
    body: html`${(['dataset', 'overlay', 'indicator'] as const).map((kind) => section(view, kind, collections))}`,
    formats: asJson,
    snapshot,
  })
}

function fieldsOf(view: View, id: string): Html {
  const { fields } = findCollection(id)
  const rows = Object.entries(fields).map(([name, field]) => [
    html`<code>${name}</code>`,
    labelOf(view, field),
    named(view, field.type),
    field.help ? say(view, field.help) : '',
  ])
  const columns = [words.field, words.title, words.type, words.description].map((text) => say(view, text))
  return html`<h2>${say(view, words.fields)}</h2>${table(say(view, words.fields), columns, rows)}`
}

function factsOf(view: View, { geometry, rows, key, source, extent, parameters }: Described): Html {
  const [bbox] = extent?.spatial?.bbox ?? []
  const [interval] = extent?.temporal?.interval ?? []
  return facts([
    [say(view, words.geometry), named(view, geometry)],
    [say(view, words.rows), rows === null ? undefined : rows.toLocaleString('en')],
    [say(view, words.key), html`<code>${key}</code>`],
    [say(view, words.parameters), parameters.length > 0 ? html`<code>${parameters.join(', ')}</code>` : undefined],
    [say(view, words.bounds), bbox?.map((side) => side.toFixed(4)).join(', ')],
    [say(view, words.period), interval?.map((end) => end.slice(0, 10)).join(' – ')],
    [say(view, words.source), source && html`<a href="${source.url}">${say(view, source.publisher)}</a>`],
    [say(view, words.licence), source && html`<a href="${source.licence_url}" rel="license">${source.licence}</a>`],
    [say(view, words.attribution), source?.attribution],
    [say(view, words.date), source?.date],
  ])
}

/** One collection: what it is, from where, and where to go on. */
export function collectionPage(view: View, collection: Described & { snapshot: string }): Html {
  const { id, titles, descriptions, is_illustrative, geometry } = collection
  const base = `/api/collections/${id}`
  const ways: readonly (readonly [string, { en: string; zh: string }])[] = [
    [`${base}/items`, words.browse],
    [`${base}/queryables`, words.queryables],
    [`${base}/export`, words.download],
    ...(geometry === 'none' ? [] : [[`${base}/tiles`, words.tiles] as const]),
    [`${base}/sql`, words.sql],
  ]
  return page(view, {
    title: say(view, titles),
    description: say(view, descriptions),
    crumbs: [apiCrumb(view), collectionsCrumb(view)],
    body: html`
      <p>${say(view, descriptions)}</p>
      ${is_illustrative ? html`<p class="warning">${say(view, words.illustrative)}</p>` : ''}
      <nav aria-label="${say(view, titles)}">
        <ul>${ways.map(([path, text]) => html`<li><a href="${path.endsWith('/items') || path.endsWith('/queryables') ? linkTo(view, path) : path}">${say(view, text)}</a></li>`)}</ul>
      </nav>
      <h2>${say(view, words.description)}</h2>
      ${factsOf(view, collection)}
      ${fieldsOf(view, id)}`,
    formats: asJson,
    snapshot: collection.snapshot,
    head: datasetNotice(collection, `${view.url.origin}${base}`),
  })
}

/** What a filter may name. */
export function queryablesPage(view: View, document: QueryablesDocument, id: string): Html {
  const collection = findCollection(id)
  const rows = Object.entries(document.properties).map(([name, one]) => {
    const codes = one.enum ?? one.items?.enum ?? []
    return [
      html`<code>${name}</code>`,
      say(view, one['x-ogc-titles']),
      named(view, one.type ?? one.format ?? ''),
      one['x-ogc-unit'] ?? '',
      codes.length > 0 ? html`<code>${codes.join(' ')}</code>` : '',
    ]
  })
  const columns = [words.field, words.title, words.type, words.unit, words.values].map((text) => say(view, text))
  const title = say(view, words.queryables)
  return page(view, {
    title,
    description: `${title}: ${say(view, collection.title)}`,
    crumbs: [
      apiCrumb(view),
      collectionsCrumb(view),
      { path: linkTo(view, `/api/collections/${id}`), text: say(view, collection.title) },
    ],
    body: html`<p class="note"><a href="${addressOf(view, { f: 'json' })}">JSON Schema</a></p>${table(title, columns, rows)}`,
    formats: [['json', 'JSON Schema']],
  })
}
