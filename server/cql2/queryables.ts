import type { GeometryKind } from '#data/define.ts'
import type { Field, Fields, SqlType } from '#data/field.ts'

/** What a property is to a filter. A list is several codes in one cell, separated by `;`. */
export type QueryableType = 'string' | 'number' | 'boolean' | 'date' | 'list' | 'geometry'

/** One property that a filter may name. */
export interface Queryable {
  readonly type: QueryableType
  /** Its column as SQL, written by us: the only text of a property that reaches the statement. */
  readonly sql: string
  /** Of a geometry: what its features are. */
  readonly geometry?: Exclude<GeometryKind, 'none'>
}

/** The properties of a collection by name; a name that is not a key here is never part of a statement. */
export type Queryables = ReadonlyMap<string, Queryable>

/** The part of a dataset's or overlay's declaration that filters rest on. */
export interface Filterable {
  readonly geometry: GeometryKind
  readonly fields: Fields
}

const types: Readonly<Record<SqlType, QueryableType>> = {
  string: 'string',
  int: 'number',
  bigint: 'number',
  double: 'number',
  date: 'date',
  boolean: 'boolean',
}

/** What a declared field is to a filter. */
export const queryableType = (field: Field): QueryableType => (field.isList ? 'list' : types[field.type])

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`

/**
 * What a filter on a collection may name: its declared fields and, unless it has none, `geometry`.
 * @param alias of the table in the statement, when more than one table has such columns
 */
export function queryablesFor({ geometry, fields }: Filterable, alias?: string): Queryables {
  const column = (name: string) => (alias === undefined ? quoted(name) : `${quoted(alias)}.${quoted(name)}`)
  const entries: [string, Queryable][] = Object.entries(fields).map(([name, field]) => [
    name,
    { type: queryableType(field), sql: column(name) },
  ])
  if (geometry !== 'none') entries.push(['geometry', { type: 'geometry', sql: column('geometry'), geometry }])
  return new Map(entries)
}
