import { compileCql2 } from '#server/cql2/compile.ts'
import { type FilterCrs, filterCrs } from '#server/cql2/crs.ts'
import { Cql2Error } from '#server/cql2/error.ts'
import { parseCql2JsonText } from '#server/cql2/json.ts'
import { queryablesFor } from '#server/cql2/queryables.ts'
import { parseCql2Text } from '#server/cql2/text.ts'
import type { SelectionFilter } from '#server/engine/selection.ts'
import type { Collection } from '#server/routes/collection.ts'
import { type Outcome, oneOf, type Reader } from '#server/routes/outcome.ts'

const parsers = { 'cql2-text': parseCql2Text, 'cql2-json': parseCql2JsonText } as const
export const filterLanguages = Object.keys(parsers) as (keyof typeof parsers)[]
export const filterNames = ['filter', 'filter-lang', 'filter-crs'] as const

function compiled(
  collection: Collection,
  parse: (typeof parsers)[keyof typeof parsers],
  crs: FilterCrs,
): (text: string) => Outcome<SelectionFilter> {
  return (text) => {
    try {
      const filter = compileCql2(parse(text), queryablesFor(collection, 'f'), { filterCrs: crs, prefix: 'filter' })
      return { value: { text, ...filter } }
    } catch (error) {
      if (error instanceof Cql2Error) return { reason: error.message }
      throw error
    }
  }
}

/** The filter of a request (OGC API Features Part 3): CQL2 as text or JSON; what it can't be names the character. */
export function readFilter(collection: Collection, reader: Reader): SelectionFilter | undefined {
  const parse = reader.read('filter-lang', oneOf(parsers)) ?? parsers['cql2-text']
  const crs = reader.read('filter-crs', oneOf(filterCrs)) ?? 'CRS84'
  return reader.read('filter', compiled(collection, parse, crs))
}
