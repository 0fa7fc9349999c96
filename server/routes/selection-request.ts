import type { Parameter } from '#data/parameters.ts'
import { outputCrs } from '#server/engine/crs.ts'
import type { Value } from '#server/engine/engine.ts'
import { badParameters, type QueryTexts, readParameters, schemaOf } from '#server/engine/parameters.ts'
import type { Page, Selection } from '#server/engine/selection.ts'
import { readBbox } from '#server/routes/bbox.ts'
import { type Collection, defaultsOf, fixedValuesOf, isStored, parametersOf } from '#server/routes/collection.ts'
import { readDatetime } from '#server/routes/datetime.ts'
import { filterNames, readFilter } from '#server/routes/filter-request.ts'
import { type Outcome, oneOf, Reader, wholeFrom } from '#server/routes/outcome.ts'

const pageNames = ['bbox', 'bbox-crs', 'datetime', ...filterNames, 'limit', 'offset', 'ids'] as const
export const defaultLimit = 1_000

const listOf =
  (type: Parameter['type']) =>
  (text: string): Outcome<Value> => {
    const read = schemaOf({ type, label: { en: '', zh: '' }, isList: true }).safeParse(text)
    return read.success ? { value: read.data } : { reason: read.error.issues[0]?.message ?? 'is not valid' }
  }

const readField =
  ({ fields }: Collection, name: string) =>
  (text: string): Outcome<Value> => {
    const { isList: _, ...field } = fields[name] as NonNullable<(typeof fields)[string]>
    const read = schemaOf(field).safeParse(text)
    return read.success ? { value: read.data } : { reason: read.error.issues[0]?.message ?? 'is not valid' }
  }

const knownNames = (collection: Collection): string[] => [
  ...new Set([
    ...pageNames,
    ...parametersOf(collection),
    ...(takesRegions(collection) ? ['region'] : []),
    ...Object.keys(collection.fields),
  ]),
]

/** Stored features of a region can be asked for by `region`, as those of an overlay that declares it. */
export const takesRegions = (collection: Collection): boolean =>
  'region_id' in collection.fields && isStored(collection)

/** Names that mean a field: every declared one, where no parameter of an overlay has the same name. */
export const isField = (collection: Collection, name: string): boolean =>
  Object.hasOwn(collection.fields, name) && !(parametersOf(collection) as readonly string[]).includes(name)

function readFields(collection: Collection, query: QueryTexts, reader: Reader, own: readonly string[]) {
  const filters: Record<string, Value> = {}
  for (const name of Object.keys(query)) {
    if (own.includes(name) || !isField(collection, name)) continue
    const value = reader.read(name, readField(collection, name))
    if (value !== undefined) filters[name] = value
  }
  return filters
}

function readRegions(collection: Collection, query: QueryTexts): string | undefined {
  const texts = query.region
  if (texts === undefined || !takesRegions(collection)) return undefined
  return String(readParameters(['region'], { region: texts }).region)
}

/** Values of an overlay's parameters; of a stored collection none, since it has fields only. */
function readValues(collection: Collection, query: QueryTexts, own: readonly string[]): Record<string, Value> {
  const declared = parametersOf(collection)
  const others = Object.keys(query).filter((name) => own.includes(name) || isField(collection, name))
  const values = readParameters(declared, query, { defaults: defaultsOf(collection), others })
  return { ...values, ...fixedValuesOf(collection) }
}

function refuseUnknown(collection: Collection, query: QueryTexts, reader: Reader, own: readonly string[]): void {
  const known = new Set<string>([...own, ...knownNames(collection)])
  for (const name of Object.keys(query)) {
    if (!known.has(name)) reader.refuse(name, `is not one of ${knownNames(collection).join(', ')}`)
  }
}

/**
 * Which features of a collection a query string asks for, and which page of them.
 * @param others names that the caller reads itself, e.g. `f`
 * @throws {Problem} `bad_parameter` with every reason
 */
export function readSelection(
  collection: Collection,
  query: QueryTexts,
  { others = [], maxItems, usualLimit = defaultLimit }: ReadOptions,
): { selection: Selection; page: Page } {
  const reader = new Reader(query)
  const own = [...pageNames, ...others, ...(takesRegions(collection) ? ['region'] : [])]
  refuseUnknown(collection, query, reader, own)
  const ids = reader.read('ids', listOf('string'))
  const bboxCrs = reader.read('bbox-crs', oneOf(outputCrs)) ?? 'CRS84'
  const bbox = reader.read('bbox', readBbox(bboxCrs))
  const period = reader.read('datetime', readDatetime)
  const filter = readFilter(collection, reader)
  const limit = reader.read('limit', wholeFrom(1)) ?? usualLimit
  const offset = reader.read('offset', wholeFrom(0)) ?? 0
  const filters = readFields(collection, query, reader, own)
  if (reader.errors.length > 0) throw badParameters(reader.errors)
  const regions = readRegions(collection, query)
  return {
    selection: {
      collection,
      values: readValues(collection, query, own),
      filters,
      ...(regions !== undefined && { regions }),
      bbox,
      period,
      filter,
      ...(typeof ids === 'string' && { ids }),
    },
    page: { limit: Math.min(limit, maxItems), offset },
  }
}

interface ReadOptions {
  readonly others?: readonly string[]
  readonly maxItems: number
  /** Features of a page that does not say how many. */
  readonly usualLimit?: number
}
