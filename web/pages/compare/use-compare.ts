import { parseAsString, useQueryStates } from 'nuqs'
import { codesOf } from '#data/vocabularies.ts'
import type { Side } from '#web/api/compare-queries.ts'
import { literal } from '#web/state/parsers.ts'
import { useFilter } from '#web/state/use-view.ts'
import type { Filter } from '#web/state/view.ts'

export const kinds = ['regions', 'countries', 'mines', 'periods', 'snapshots'] as const
export type Kind = (typeof kinds)[number]

const parsers = { what: literal(kinds).withDefault('regions'), a: parseAsString, b: parseAsString }

/** What stands side by side where the reader has not chosen: always two that can be compared. */
const firstChoice: Readonly<Record<Kind, readonly [string, string]>> = {
  regions: ['AFR', 'LAC'],
  countries: ['COD', 'PER'],
  mines: ['cd-tenke-fungurume', 'pe-las-bambas'],
  periods: ['2015-2019', '2020-2024'],
  snapshots: ['', ''],
}

const isRegion = (code: string): boolean => (codesOf('region') as readonly string[]).includes(code)
const period = /^(\d{4})-(\d{4})$/

/** Whether a text of the URL can be one side of a comparison of this kind. */
function isSide(kind: Kind, text: string): boolean {
  switch (kind) {
    case 'regions':
      return isRegion(text)
    case 'countries':
      return /^[A-Z]{3}$/.test(text)
    case 'periods':
      return period.test(text)
    case 'mines':
      return text !== ''
    case 'snapshots':
      return /^[0-9a-f]+$/.test(text)
  }
}

/** What is compared, as the URL has it: `what` and the two sides `a` and `b`. */
export function useCompare() {
  const [state, setState] = useQueryStates(parsers, { history: 'push', clearOnDefault: true })
  const [first, second] = firstChoice[state.what]
  const valid = (text: string | null, otherwise: string) =>
    text !== null && isSide(state.what, text) ? text : otherwise
  return {
    kind: state.what,
    a: valid(state.a, first),
    b: valid(state.b, second),
    choose: (kind: Kind) => void setState({ what: kind, a: null, b: null }),
    change: (sides: { readonly a?: string; readonly b?: string }) => void setState(sides),
  }
}

/** The filter of the page without what the comparison itself sets. */
const without = (filter: Filter, ids: readonly (keyof Filter)[]): Filter =>
  Object.fromEntries(Object.entries(filter).filter(([id]) => !ids.includes(id as keyof Filter)))

/** One side as a question: the filter of the page, narrowed to a region, country or period, or asked of a kept snapshot. */
export function useSide(kind: Kind, side: string): Side {
  const filter = useFilter()
  switch (kind) {
    case 'regions':
      return { filter: { ...without(filter, ['region', 'country']), region: side }, snapshot: null }
    case 'countries':
      return { filter: { ...without(filter, ['region', 'country']), country: side }, snapshot: null }
    case 'periods': {
      const [, from, to] = period.exec(side) ?? []
      return {
        filter: { ...without(filter, ['from', 'to']), from: `${from}-01-01`, to: `${to}-12-31` },
        snapshot: null,
      }
    }
    case 'snapshots':
      return { filter, snapshot: side === '' ? null : side }
    case 'mines':
      return { filter, snapshot: null }
  }
}
