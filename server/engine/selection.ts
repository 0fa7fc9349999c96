import type { Dataset, Overlay } from '#data/define.ts'
import type { Field, SqlType } from '#data/field.ts'
import { compose, parameterNames } from '#server/engine/compose.ts'
import type { BoundParameter, Query, Value } from '#server/engine/engine.ts'
import { bound } from '#server/engine/parameters.ts'
import { relations } from '#server/engine/question.ts'

/** West, south, east, north in degrees; west greater than east crosses the antimeridian. */
export type Bbox = readonly [number, number, number, number]

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
}

interface Page {
  readonly limit: number
  readonly offset: number
}

type Conditions = { sql: string[]; parameters: Record<string, BoundParameter> }

const sqlTypes: Readonly<Record<SqlType, string>> = {
  string: 'string',
  int: 'int',
  bigint: 'bigint',
  double: 'double',
  date: 'date',
  boolean: 'boolean',
}

const inList = (column: string, parameter: string): string =>
  `position(',' || ${column} || ',' in ',' || cast($${parameter} as string) || ',') > 0`

function fieldCondition(name: string, { type, isList }: Field): string {
  const value = `cast($where_${name} as ${sqlTypes[type]})`
  if (isList) return `position(';' || ${value} || ';' in ';' || f.${name} || ';') > 0`
  return `f.${name} = ${value}`
}

const envelope = (west: string, east: string): string =>
  `st_makeenvelope(cast($${west} as double), cast($south as double), cast($${east} as double), cast($north as double))`

/** True intersection with the feature's own shape, not with its bounds (OGC API Features). */
function bboxCondition([west, south, east, north]: Bbox): Conditions {
  const double = (value: number): BoundParameter => ({ type: 'double', value })
  const parameters = { west: double(west), south: double(south), east: double(east), north: double(north) }
  if (west <= east) return { sql: [`st_intersects(f.geometry, ${envelope('west', 'east')})`], parameters }
  const halves = [envelope('west', 'antimeridian_east'), envelope('antimeridian_west', 'east')]
  return {
    sql: [`(${halves.map((half) => `st_intersects(f.geometry, ${half})`).join(' or ')})`],
    parameters: { ...parameters, antimeridian_east: double(180), antimeridian_west: double(-180) },
  }
}

function conditionsOf({ collection, filters, regions, bbox, ids }: Selection): Conditions {
  const sql: string[] = []
  const parameters: Record<string, BoundParameter> = {}
  const text = (value: string): BoundParameter => ({ type: 'string', value })
  for (const [name, value] of Object.entries(filters)) {
    const field = collection.fields[name]
    if (field === undefined) throw new Error(`${collection.id} has no field ${name}`)
    sql.push(fieldCondition(name, field))
    parameters[`where_${name}`] = { type: field.type, value }
  }
  if (regions !== undefined) {
    sql.push(inList('f.region_id', 'where_region'))
    parameters.where_region = text(regions)
  }
  if (ids !== undefined) {
    sql.push(inList(`f.${collection.key}`, 'ids'))
    parameters.ids = text(ids)
  }
  const box = bbox ? bboxCondition(bbox) : { sql: [], parameters: {} }
  return { sql: [...sql, ...box.sql], parameters: { ...parameters, ...box.parameters } }
}

/** The relation that stands for a collection in every answer: restricted features are left out there. */
export const relationOf = (collection: Dataset | Overlay): string =>
  ('served_by' in collection ? collection.served_by : undefined) ?? collection.id

/** A statement over the selected features, named `f`. */
function over(selection: Selection, columns: string, tail: string): Query {
  const relation = relationOf(selection.collection)
  const { sql, parameters } = conditionsOf(selection)
  const where = sql.length > 0 ? `\nwhere ${sql.join('\n  and ')}` : ''
  const composed = compose(`select\n  ${columns}\nfrom ${relation} as f${where}${tail}`, [relation], relations)
  const own = parameterNames(composed).filter((name) => !(name in parameters))
  return {
    sql: composed,
    parameters: { ...bound(Object.fromEntries(own.map((id) => [id, selection.values[id] ?? null]))), ...parameters },
  }
}

const ordered = (selection: Selection, page?: Page): string => {
  const order = `\norder by f.${selection.collection.key}`
  return page ? `${order}\nlimit ${Math.trunc(page.limit)} offset ${Math.trunc(page.offset)}` : order
}

const fieldNames = ({ collection }: Selection): string[] => Object.keys(collection.fields)

/** How many features are selected: one row, `n`. */
export const countQuery = (selection: Selection): Query => over(selection, 'count(*) as n', '')

/** The selected features' fields in declared order, sorted by key, without geometry. */
export function rowsQuery(selection: Selection, page?: Page): Query {
  const columns = fieldNames(selection).map((name) => `f.${name}`)
  return over(selection, columns.join(',\n  '), ordered(selection, page))
}

/** The same with the geometry, as the engine's own type: for files that the engine writes. */
export function geometryQuery(selection: Selection): Query {
  const columns = [...fieldNames(selection), 'geometry'].map((name) => `f.${name}`)
  return over(selection, columns.join(',\n  '), ordered(selection))
}

/** The same with the geometry as text: `longitude` and `latitude` of points, `geometry_wkt` of other shapes. */
export function tableQuery(selection: Selection): Query {
  const { geometry } = selection.collection
  const names = fieldNames(selection)
  const own = names.map((name) => `f.${name}`)
  const points = ['st_x(f.geometry) as longitude', 'st_y(f.geometry) as latitude'].filter(
    (column) => !names.includes(column.split(' as ')[1] ?? ''),
  )
  const shapes = geometry === 'point' ? points : ['st_astext(f.geometry) as geometry_wkt']
  const columns = geometry === 'none' ? own : [...own, ...shapes]
  return over(selection, columns.join(',\n  '), ordered(selection))
}

/** The selected features as GeoJSON texts, one a row in `feature`; text made by the engine is three times quicker. */
export function featuresQuery(selection: Selection, page?: Page): Query {
  const { key, geometry } = selection.collection
  const properties = fieldNames(selection).map((name) => `'${name}', f.${name}`)
  const shape = geometry === 'none' ? `'null'` : `coalesce(cast(st_asgeojson(f.geometry) as string), 'null')`
  const parts = [
    `'{"type":"Feature","id":' || to_json(f.${key})`,
    `',"geometry":' || ${shape}`,
    `',"properties":' || json_object(${properties.join(', ')}) || '}'`,
  ]
  return over(selection, `${parts.join('\n  || ')} as feature`, ordered(selection, page))
}
