import type { Field, SqlType, Unit } from '#data/field.ts'
import { type Parameter, type ParameterId, parameters } from '#data/parameters.ts'
import { codesOf, type VocabularyId } from '#data/vocabularies.ts'
import { crs84, crsUris } from '#server/engine/crs.ts'
import { filterLanguages } from '#server/routes/filter-request.ts'
import { itemsFormatIds } from '#server/routes/items-formats.ts'
import { defaultLimit } from '#server/routes/selection-request.ts'

/** A parameter as OpenAPI 3.0 has it. */
export interface Described {
  readonly name: string
  readonly in: 'query' | 'path'
  readonly required: boolean
  readonly description: string
  readonly schema: Readonly<Record<string, unknown>>
  readonly style?: 'form'
  readonly explode?: false
}

const inQuery = (name: string, description: string, schema: Described['schema']): Described => ({
  name,
  in: 'query',
  required: false,
  description,
  schema,
  style: 'form',
  explode: false,
})

const uri = (description: string, name: string): Described =>
  inQuery(name, description, { type: 'string', format: 'uri', enum: crsUris, default: crs84 })

const bbox = {
  type: 'array',
  items: { type: 'number' },
  minItems: 4,
  maxItems: 6,
  oneOf: [
    { minItems: 4, maxItems: 4 },
    { minItems: 6, maxItems: 6 },
  ],
}

/** What narrows a collection, whichever it is; the same for items, tiles and exports. */
export const narrowingParameters = {
  bbox: inQuery(
    'bbox',
    'Features whose geometry meets the box: west, south, east, north, or six numbers with heights, which are left out. West above east crosses the antimeridian. Features without a geometry are matched too.',
    bbox,
  ),
  'bbox-crs': uri('Coordinate reference system of bbox, with its axis order', 'bbox-crs'),
  datetime: inQuery(
    'datetime',
    'Features of these days: a date or date-time (RFC 3339), or an interval with / and .. or nothing for an open end. Collections without a time are matched whole.',
    { type: 'string' },
  ),
  filter: inQuery('filter', 'A filter in CQL2; its properties are in the queryables of the collection', {
    type: 'string',
  }),
  'filter-lang': inQuery('filter-lang', 'Language of the filter', {
    type: 'string',
    enum: filterLanguages,
    default: 'cql2-text',
  }),
  'filter-crs': uri('Coordinate reference system of geometries in the filter, with its axis order', 'filter-crs'),
  ids: inQuery('ids', 'Feature ids, joined by commas', { type: 'array', items: { type: 'string' }, minItems: 1 }),
} as const satisfies Readonly<Record<string, Described>>

export const crsParameter = uri('Coordinate reference system of the answer, with its axis order', 'crs')
export const langParameter = inQuery('lang', 'Language of a page for people', { type: 'string', enum: ['en', 'zh'] })

/** What only pages of items take. */
export const pagingParameters = (maxItems: number) => ({
  limit: inQuery('limit', 'Features of a page at most; more than the maximum is cut to it', {
    type: 'integer',
    minimum: 1,
    maximum: maxItems,
    default: Math.min(defaultLimit, maxItems),
  }),
  offset: inQuery('offset', 'Features to leave out before the page', { type: 'integer', minimum: 0, default: 0 }),
  crs: crsParameter,
  f: inQuery('f', 'Format; without it, what the client accepts', { type: 'string', enum: [...itemsFormatIds] }),
  lang: langParameter,
})

const types: Readonly<Record<SqlType, Described['schema']>> = {
  string: { type: 'string' },
  int: { type: 'integer' },
  bigint: { type: 'integer' },
  double: { type: 'number' },
  date: { type: 'string', format: 'date' },
  boolean: { type: 'boolean' },
}

function valueSchema(type: SqlType, vocabulary: VocabularyId | undefined): Described['schema'] {
  if (vocabulary === undefined) return types[type]
  const codes = codesOf(vocabulary)
  return { ...types[type], enum: types[type].type === 'string' ? codes : codes.map(Number) }
}

const withUnit = (text: string, unit: Unit | undefined): string => (unit ? `${text}, in ${unit}` : text)

/** A declared parameter: type, codes, bounds, unit and default. */
export function describeParameter(id: ParameterId): Described {
  const { type, label, unit, vocabulary, isList, min, max, default: standard } = parameters[id] as Parameter
  const one = valueSchema(type, vocabulary)
  const bounds = {
    ...(min !== undefined && { minimum: min }),
    ...(max !== undefined && { maximum: max }),
    ...(standard !== undefined && { default: standard }),
  }
  const schema = isList ? { type: 'array', items: one, minItems: 1 } : { ...one, ...bounds }
  return inQuery(id, `${withUnit(label.en, unit)} (${label.zh})`, schema)
}

/** A field as an equality filter; of a field that holds several codes, one of them. */
export const describeField = (name: string, { type, label, unit, vocabulary }: Field): Described =>
  inQuery(name, `${withUnit(label.en, unit)} (${label.zh})`, valueSchema(type, vocabulary))
