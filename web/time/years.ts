/** One year and what was counted in it, in the order of the series. */
export interface YearBar {
  readonly year: number
  readonly parts: readonly number[]
}

/** First and last year, both counted. */
export type Span = readonly [from: number, to: number]

export const sumOf = (parts: readonly number[]): number => parts.reduce((sum, part) => sum + part, 0)

/** Every year between the first and the last, those without any as well: a gap in time is to be seen. */
export function everyYear(bars: readonly YearBar[], series: number): readonly YearBar[] {
  const years = bars.map(({ year }) => year)
  const [first, last] = [Math.min(...years), Math.max(...years)]
  if (years.length === 0) return []
  const known = new Map(bars.map((bar) => [bar.year, bar]))
  const none = Array.from({ length: series }, () => 0)
  return Array.from(
    { length: last - first + 1 },
    (_, index) => known.get(first + index) ?? { year: first + index, parts: none },
  )
}

/** A span within bounds, its ends in order. */
export const spanWithin = ([one, other]: Span, [first, last]: Span): Span => [
  Math.min(Math.max(Math.min(one, other), first), last),
  Math.max(Math.min(Math.max(one, other), last), first),
]

/**
 * The span that follows in a walk through time: as wide as it is, one year on; from the whole time a single year, and from
 * the end the beginning.
 */
export function nextSpan([from, to]: Span, [first, last]: Span, step: 1 | -1 = 1): Span {
  const width = to - from
  if (width >= last - first) return step > 0 ? [first, first] : [last, last]
  if (step > 0) return to + 1 > last ? [first, first + width] : [from + 1, to + 1]
  return from - 1 < first ? [last - width, last] : [from - 1, to - 1]
}

/** The days that a span of years stands for in a filter; an end without a bound is not written. */
export const daysOf = ([from, to]: Span, [first, last]: Span): { from: string | null; to: string | null } => ({
  from: from === first ? null : `${from}-01-01`,
  to: to === last ? null : `${to}-12-31`,
})

const yearOf = (day: string | null): number | null => (day === null ? null : Number(day.slice(0, 4)))

/** The years that a filter leaves; a side without a bound keeps the data's own end. */
export const spanOf = (days: { readonly from: string | null; readonly to: string | null }, all: Span): Span =>
  spanWithin([yearOf(days.from) ?? all[0], yearOf(days.to) ?? all[1]], all)

/** Years to name under an axis: round ones, at most about one for each `room` pixels. */
export function axisYears([first, last]: Span, width: number, room = 44): readonly number[] {
  const steps = [1, 2, 5, 10, 20, 50, 100]
  const years = last - first + 1
  const step = steps.find((size) => (years / size) * room <= width) ?? 100
  return Array.from({ length: years }, (_, index) => first + index).filter((year) => year % step === 0)
}
