import type { Dataset, Overlay } from '#data/define.ts'
import { compose, parameterNames } from '#server/engine/compose.ts'
import { inCrs, type OutputCrs } from '#server/engine/crs.ts'
import type { BoundParameter, Query, Value } from '#server/engine/engine.ts'
import { bound } from '#server/engine/parameters.ts'
import { relations } from '#server/engine/question.ts'
import { conditionsOf } from '#server/engine/selection-conditions.ts'

/** West, south, east, north in degrees; west greater than east crosses the antimeridian. */
export type Bbox = readonly [number, number, number, number]

/** First and last day, ISO; null where it is open. */
export interface Period {
  readonly from: string | null
  readonly to: string | null
}

/** A CQL2 filter as SQL over the features named `f`, and as it was written. */
export interface SelectionFilter {
  readonly text: string
  readonly sql: string
  readonly parameters: Readonly<Record<string, BoundParameter>>
}

/** Features of one collection that a request asks for. */
export interface Selection {
  readonly collection: Dataset | Overlay
  /** Values of an overlay's parameters. */
  readonly values: Readonly<Record<string, Value>>
  /** Fields and the value they must have; of a list field, contain. */
  readonly filters: Readonly<Record<string, Value>>
  readonly regions?: string | undefined
  readonly bbox?: Bbox | undefined
  /** Keys joined by commas. */
  readonly ids?: string | undefined
  readonly period?: Period | undefined
  readonly filter?: SelectionFilter | undefined
}

export interface Page {
  readonly limit: number
  readonly offset: number
}

/** The relation that stands for a collection in every answer: restricted features are left out there. */
export const relationOf = (collection: Dataset | Overlay): string =>
  ('served_by' in collection ? collection.served_by : undefined) ?? collection.id

/** The features that a selection leaves: a statement's `from` and `where`, and the values of the conditions. */
function source(selection: Selection) {
  const relation = relationOf(selection.collection)
  const { sql, parameters } = conditionsOf(selection)
  const where = sql.length > 0 ? `\nwhere ${sql.join('\n  and ')}` : ''
  return { relation, from: `from ${relation} as f${where}`, isPart: sql.length > 0, parameters }
}

const whole = (value: number): BoundParameter => ({ type: 'bigint', value })

/** The statement with the overlays it rests on in front, and every value that it names. */
function finished(selection: Selection, sql: string, more: Readonly<Record<string, BoundParameter>> = {}): Query {
  const { relation, parameters: narrowing } = source(selection)
  const parameters = { ...narrowing, ...more }
  const composed = compose(sql, [relation], relations)
  const own = parameterNames(composed).filter((name) => !(name in parameters))
  return {
    sql: composed,
    parameters: { ...bound(Object.fromEntries(own.map((id) => [id, selection.values[id] ?? null]))), ...parameters },
  }
}

const over = (selection: Selection, columns: string, tail: string): Query =>
  finished(selection, `select\n  ${columns}\n${source(selection).from}${tail}`)

const ordered = ({ collection }: Selection): string => `\norder by f.${collection.key}`

const fieldNames = ({ collection }: Selection): string[] => Object.keys(collection.fields)
const fieldColumns = (selection: Selection): string =>
  fieldNames(selection)
    .map((name) => `f.${name}`)
    .join(',\n  ')

/** How many features are selected: one row, `n`. */
export const countQuery = (selection: Selection): Query => over(selection, 'count(*) as n', '')

/** The selected features' fields in declared order, sorted by key, without geometry. */
export const rowsQuery = (selection: Selection): Query => over(selection, fieldColumns(selection), ordered(selection))

/** The same with the geometry, as the engine's own type: for files that the engine writes. */
export const geometryQuery = (selection: Selection): Query =>
  over(selection, `${fieldColumns(selection)},\n  f.geometry`, ordered(selection))

/** A feature as GeoJSON text; text made by the engine is three times quicker. */
function featureColumn({ collection }: Selection, crs: OutputCrs): string {
  const { key, geometry, fields } = collection
  const properties = Object.keys(fields).map((name) => `'${name}', f.${name}`)
  const shape = `coalesce(cast(st_asgeojson(${inCrs('f.geometry', crs)}) as string), 'null')`
  const parts = [
    `'{"type":"Feature","id":' || to_json(f.${key})`,
    `',"geometry":' || ${geometry === 'none' ? `'null'` : shape}`,
    `',"properties":' || json_object(${properties.join(', ')}) || '}'`,
  ]
  return `${parts.join('\n  || ')} as feature`
}

/** The selected features as GeoJSON texts, one a row in `feature`, sorted by key. */
export const featuresQuery = (selection: Selection, crs: OutputCrs = 'CRS84'): Query =>
  over(selection, featureColumn(selection, crs), ordered(selection))

/** Features that one row of a large page holds: fetching a row for each takes longer than making them. */
const pieceSize = 1_000

/** One page of `chosen` by key. */
const sorted = (selection: Selection): string => `
  select f.*
  from chosen as f${ordered(selection).replace('\n', '\n  ')}
  limit cast($page_limit as bigint) offset cast($page_offset as bigint)`

/** The same, each feature with its `place` in the page from 0 on: a large page is sorted once and not twice. */
const numbered = ({ collection }: Selection): string => `
  select f.*, row_number() over (order by f.${collection.key}) - 1 - cast($page_offset as bigint) as place
  from chosen as f
  qualify place >= 0 and place < cast($page_limit as bigint)`

/**
 * `chosen`, the selected features, and `page`, one page of them by key, in front of what is told of the page; what is sent is made
 * for the page only. What has to be looked for is looked for once, an overlay or a part of a dataset; counting a whole dataset
 * costs nothing.
 */
function paged(selection: Selection, { limit, offset }: Page, tail: string, pageOf = sorted): Query {
  const { relation, from, isPart } = source(selection)
  const kept = isPart || relations.has(relation) ? 'materialized' : 'not materialized'
  const own = `with chosen as ${kept} (
  select f.*
  ${from.replaceAll('\n', '\n  ')}
),
page as (${pageOf(selection)}
)${tail}`
  return finished(selection, own, { page_limit: whole(limit), page_offset: whole(offset) })
}

/**
 * A page of features as GeoJSON texts joined by commas: `bytes` in UTF-8, with `n`, how many they are, and `matched`, how many are
 * selected in all. A large page comes in rows of a thousand: to gather one text of many megabytes takes longer.
 */
export function featuresPage(selection: Selection, page: Page, crs: OutputCrs): Query {
  const isLarge = page.limit > pieceSize
  const order = isLarge ? 'place' : selection.collection.key
  const piece = `m.place // ${pieceSize}`
  const tail = `,
made as (
  select f.${order}, ${featureColumn(selection, crs)}
  from page as f
)
select encode(string_agg(m.feature, ',' order by m.${order})) as bytes, count(*) as n, (select count(*) from chosen) as matched
from made as m
${isLarge ? `group by ${piece}\norder by ${piece}` : 'having count(*) > 0'}`
  return paged(selection, page, tail, isLarge ? numbered : sorted)
}

/** A page of fields without geometry, in declared order, with `matched` last. */
export const rowsPage = (selection: Selection, page: Page): Query =>
  paged(
    selection,
    page,
    `
select
  ${fieldColumns(selection)},
  (select count(*) from chosen) as matched
from page as f${ordered(selection)}`,
  )

/**
 * Bounds in degrees (`west`, `south`, `east`, `north`) and `first` and `last` day of the selected features in one row;
 * undefined for a collection that has neither.
 */
export function extentQuery(selection: Selection): Query | undefined {
  const { geometry, time } = selection.collection
  const sides = ['st_xmin', 'st_ymin', 'st_xmax', 'st_ymax'].map((side) => `${side}(st_extent_agg(f.geometry))`)
  const names = ['west', 'south', 'east', 'north']
  const columns = [
    ...(geometry === 'none' ? [] : sides.map((side, index) => `${side} as ${names[index]}`)),
    ...(time ? [`min(f.${time.start}) as first`, `max(f.${time.end ?? time.start}) as last`] : []),
  ]
  return columns.length === 0 ? undefined : over(selection, columns.join(',\n  '), '')
}
