import type { Field, SqlType } from '#data/field.ts'
import type { BoundParameter } from '#server/engine/engine.ts'
import type { Bbox, Period, Selection } from '#server/engine/selection.ts'

/** Parts of a `where`, all of which hold, and the values they name. */
export interface Conditions {
  readonly sql: readonly string[]
  readonly parameters: Readonly<Record<string, BoundParameter>>
}

const sqlTypes: Readonly<Record<SqlType, string>> = {
  string: 'string',
  // Whatever whole number is asked for: one that the column can't hold is in no row.
  int: 'bigint',
  bigint: 'bigint',
  double: 'double',
  date: 'date',
  boolean: 'boolean',
}

const none: Conditions = { sql: [], parameters: {} }
const text = (value: string): BoundParameter => ({ type: 'string', value })
const double = (value: number): BoundParameter => ({ type: 'double', value })

const inList = (column: string, parameter: string): string =>
  `position(',' || ${column} || ',' in ',' || cast($${parameter} as string) || ',') > 0`

function fieldCondition(name: string, { type, isList }: Field): string {
  const value = `cast($where_${name} as ${sqlTypes[type]})`
  if (isList) return `position(';' || ${value} || ';' in ';' || f.${name} || ';') > 0`
  return `f.${name} = ${value}`
}

function fieldConditions({ collection, filters }: Selection): Conditions {
  const sql: string[] = []
  const parameters: Record<string, BoundParameter> = {}
  for (const [name, value] of Object.entries(filters)) {
    const field = collection.fields[name]
    if (field === undefined) throw new Error(`${collection.id} has no field ${name}`)
    sql.push(fieldCondition(name, field))
    parameters[`where_${name}`] = { type: field.type === 'int' ? 'bigint' : field.type, value }
  }
  return { sql, parameters }
}

const cast = (name: string): string => `cast($${name} as double)`
const envelope = (west: string, east: string): string =>
  `st_makeenvelope(${cast(west)}, ${cast('south')}, ${cast(east)}, ${cast('north')})`

/**
 * Whether a feature's own shape meets a box. A point is where its numbers say (a law of every snapshot), and numbers sort out whole
 * groups of rows unread. Of other shapes the first test is cheap and sorts most out; it also keeps DuckDB from answering out of an
 * R-tree, which fetches rows one by one and takes a hundred times longer as soon as some dozens are found (docs/decisions/0040).
 */
function meetsBox({ geometry, fields }: Selection['collection'], west: string, east: string): string {
  if (geometry === 'point' && fields.longitude?.isRequired && fields.latitude?.isRequired) {
    const within = (name: string, low: string, high: string) => `f.${name} between ${cast(low)} and ${cast(high)}`
    return `(${within('longitude', west, east)} and ${within('latitude', 'south', 'north')})`
  }
  const box = envelope(west, east)
  return `(f.geometry is null or (st_intersects_extent(f.geometry, ${box}) and st_intersects(f.geometry, ${box})))`
}

/**
 * True intersection with the feature's own shape, not with its bounds; a feature without a shape is matched too (OGC API
 * Features Part 1, /req/core/fc-bbox-response).
 */
function bboxConditions({ collection, bbox }: Selection): Conditions {
  if (bbox === undefined || collection.geometry === 'none') return none
  const [west, south, east, north]: Bbox = bbox
  const parameters = { west: double(west), south: double(south), east: double(east), north: double(north) }
  if (west <= east) return { sql: [meetsBox(collection, 'west', 'east')], parameters }
  const halves = [meetsBox(collection, 'west', 'antimeridian_east'), meetsBox(collection, 'antimeridian_west', 'east')]
  return {
    sql: [`(${halves.join(' or ')})`],
    parameters: { ...parameters, antimeridian_east: double(180), antimeridian_west: double(-180) },
  }
}

/** A feature's days meet the period; one that has no day is matched too (/req/core/fc-time-response). */
function periodConditions({ collection, period }: Selection): Conditions {
  const { time } = collection
  if (period === undefined || time === undefined) return none
  const { from, to }: Period = period
  const [start, end] = [`f.${time.start}`, `f.${time.end ?? time.start}`]
  const sql = [
    ...(to === null ? [] : [`(${start} is null or ${start} <= cast($period_to as date))`]),
    ...(from === null ? [] : [`(${end} is null or ${end} >= cast($period_from as date))`]),
  ]
  const day = (value: string): BoundParameter => ({ type: 'date', value })
  return {
    sql,
    parameters: { ...(to !== null && { period_to: day(to) }), ...(from !== null && { period_from: day(from) }) },
  }
}

function listConditions({ collection, regions, ids }: Selection): Conditions {
  return {
    sql: [
      ...(regions === undefined ? [] : [inList('f.region_id', 'where_region')]),
      ...(ids === undefined ? [] : [inList(`f.${collection.key}`, 'ids')]),
    ],
    parameters: {
      ...(regions !== undefined && { where_region: text(regions) }),
      ...(ids !== undefined && { ids: text(ids) }),
    },
  }
}

/** Everything that narrows a selection, over the features named `f`. */
export function conditionsOf(selection: Selection): Conditions {
  const { filter } = selection
  const all = [
    fieldConditions(selection),
    listConditions(selection),
    periodConditions(selection),
    bboxConditions(selection),
    filter ? { sql: [filter.sql], parameters: filter.parameters } : none,
  ]
  return {
    sql: all.flatMap(({ sql }) => sql),
    parameters: Object.assign({}, ...all.map(({ parameters }) => parameters)) as Conditions['parameters'],
  }
}
