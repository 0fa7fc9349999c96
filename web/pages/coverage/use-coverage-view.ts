import { parseAsString, parseAsStringLiteral, useQueryStates } from 'nuqs'
import { useFilter } from '#web/state/use-view.ts'
import type { Filter } from '#web/state/view.ts'

/** What the lists of the page call near where nobody chose a ring: the social one. */
const socialRing = '20'

const lists = ['next', 'totals', 'empty'] as const
export type CoverageList = (typeof lists)[number]

const parsers = {
  /** A cell whose pilots are shown, `AFR:EN`. */
  cell: parseAsString,
  /** An indicator, an output or `ALL`, whose rows are shown. */
  result: parseAsString,
  /** A list whose rows are shown. */
  list: parseAsStringLiteral(lists),
  year: parseAsStringLiteral(['2017', '2018', '2019'] as const).withDefault('2019'),
}
type Opened = { readonly cell: string } | { readonly result: string } | { readonly list: CoverageList }

/** What the coverage page has opened, in the URL: each window can be sent to somebody, and Back closes it. */
export function useCoverageView() {
  const [{ cell, result, list, year }, set] = useQueryStates(parsers, { history: 'push', clearOnDefault: true })
  return {
    cell,
    result,
    list,
    year,
    open: (opened: Opened) => void set({ cell: null, result: null, list: null, ...opened }),
    close: () => void set({ cell: null, result: null, list: null }),
    setYear: (next: '2017' | '2018' | '2019') => void set({ year: next }, { history: 'replace' }),
  }
}

/** The filter of the view, with the ring that people are counted in. */
export function useCoverageFilter(): Filter {
  return { radius_km: socialRing, ...useFilter() }
}
