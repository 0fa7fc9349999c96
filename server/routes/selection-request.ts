import type { Parameter } from '#data/parameters.ts'
import type { Value } from '#server/engine/engine.ts'
import { badParameters, onlyText, type QueryTexts, readParameters, schemaOf } from '#server/engine/parameters.ts'
import type { Bbox, Selection } from '#server/engine/selection.ts'
import type { Reason } from '#server/problem.ts'
import { type Collection, isDataset, isStored } from '#server/routes/collection.ts'

export interface Page {
  readonly limit: number
  readonly offset: number
}

interface Read<T> {
  readonly value: T
}
type Outcome<T> = Read<T> | { readonly reason: string }

const pageNames = ['bbox', 'limit', 'offset', 'ids'] as const
const defaultLimit = 1_000

function readBbox(text: string): Outcome<Bbox> {
  const numbers = text
    .split(',')
    .map((part) => (/^-?\d{1,3}(\.\d{1,15})?$/.test(part.trim()) ? Number(part) : Number.NaN))
  const [west = Number.NaN, south = Number.NaN, east = Number.NaN, north = Number.NaN] = numbers
  if (numbers.length !== 4 || numbers.some(Number.isNaN))
    return { reason: 'must be four numbers: west,south,east,north' }
  if (Math.abs(west) > 180 || Math.abs(east) > 180) return { reason: 'has a longitude beyond 180' }
  if (Math.abs(south) > 90 || Math.abs(north) > 90) return { reason: 'has a latitude beyond 90' }
  return south > north ? { reason: 'has south above north' } : { value: [west, south, east, north] }
}

function readWhole(text: string, least: number): Outcome<number> {
  const value = /^\d{1,12}$/.test(text) ? Number(text) : Number.NaN
  return value >= least ? { value } : { reason: `must be a whole number, at least ${least}` }
}

const listOf =
  (type: Parameter['type']) =>
  (text: string): Outcome<Value> => {
    const read = schemaOf({ type, label: { en: '', zh: '' }, isList: true }).safeParse(text)
    return read.success ? { value: read.data } : { reason: read.error.issues[0]?.message ?? 'is not valid' }
  }

function readField(collection: Collection, name: string, text: string): Outcome<Value> {
  const field = Object.hasOwn(collection.fields, name) ? collection.fields[name] : undefined
  if (field === undefined) return { reason: `is not one of ${knownNames(collection).join(', ')}` }
  const { isList: _, ...one } = field
  const read = schemaOf(one).safeParse(text)
  return read.success ? { value: read.data } : { reason: read.error.issues[0]?.message ?? 'is not valid' }
}

const knownNames = (collection: Collection): string[] => [
  ...pageNames,
  ...('region_id' in collection.fields ? ['region'] : []),
  ...Object.keys(collection.fields),
]

class Reader {
  readonly errors: Reason[] = []
  readonly #query: QueryTexts

  constructor(query: QueryTexts) {
    this.#query = query
  }

  /** The value of one name, if it is there; a bad one is noted and counts as absent. */
  read<T>(name: string, parse: (text: string) => Outcome<T>): T | undefined {
    const texts = this.#query[name]
    if (texts === undefined) return undefined
    const only = onlyText(texts)
    const outcome = 'reason' in only ? only : parse(only.text)
    if ('value' in outcome) return outcome.value
    this.errors.push({ parameter: name, reason: outcome.reason })
    return undefined
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
  { others = [], maxItems }: { others?: readonly string[]; maxItems: number },
): { selection: Selection; page: Page } {
  const reader = new Reader(query)
  const ids = reader.read('ids', listOf('string'))
  const bbox = reader.read('bbox', readBbox)
  const limit = reader.read('limit', (text) => readWhole(text, 1)) ?? defaultLimit
  const offset = reader.read('offset', (text) => readWhole(text, 0)) ?? 0
  if (bbox !== undefined && collection.geometry === 'none') {
    reader.errors.push({ parameter: 'bbox', reason: 'means nothing here: these rows have no geometry' })
  }
  const own = [...pageNames, ...others]
  const rest =
    isDataset(collection) || isStored(collection)
      ? fieldFilters(collection, query, reader, own)
      : { values: readParameters(collection.parameters, query, { others: own }), filters: {} }
  if (reader.errors.length > 0) throw badParameters(reader.errors)
  return {
    selection: { collection, ...rest, bbox, ...(typeof ids === 'string' && { ids }) },
    page: { limit: Math.min(limit, maxItems), offset },
  }
}

function fieldFilters(collection: Collection, query: QueryTexts, reader: Reader, own: readonly string[]) {
  const filters: Record<string, Value> = {}
  let regions: string | undefined
  for (const name of Object.keys(query)) {
    if (own.includes(name)) continue
    if (name === 'region' && 'region_id' in collection.fields) {
      const read = reader.read(name, (text) => ({ value: readParameters(['region'], { region: [text] }).region }))
      if (typeof read === 'string') regions = read
      continue
    }
    const value = reader.read(name, (text) => readField(collection, name, text))
    if (value !== undefined) filters[name] = value
  }
  return { values: {}, filters, ...(regions !== undefined && { regions }) }
}
