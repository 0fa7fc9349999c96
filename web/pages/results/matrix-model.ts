import type { MatrixRow, OutputScore, Result, ResultMatrix } from '#web/api/result-queries.ts'

const yearOf = (day: string): string => day.slice(0, 4)
const isOverall = ({ region_id, dimension }: MatrixRow): boolean => region_id === null && dimension === null

/** The years that output scores exist for, oldest first. */
export const yearsOf = ({ scores }: ResultMatrix): readonly string[] =>
  [...new Set(scores.map(({ period_end }) => yearOf(period_end)))].sort()

/** Of several periods that of the year, else the newest that had ended before it, else the newest. */
export function inYear<Period extends { readonly period_end: string }>(
  periods: readonly Period[],
  year: string,
): Period | undefined {
  const sorted = [...periods].sort((a, b) => (a.period_end < b.period_end ? -1 : 1))
  return sorted.findLast(({ period_end }) => yearOf(period_end) === year) ?? sorted.at(-1)
}

export interface IndicatorLine {
  readonly indicator_id: string
  readonly row: MatrixRow
  /** The same indicator and period in each region that has a row of its own. */
  readonly regions: readonly MatrixRow[]
  /** All overall values over time, oldest first. */
  readonly series: readonly MatrixRow[]
}

export interface ResultGroup {
  readonly result: Result
  readonly score: OutputScore | undefined
  readonly lines: readonly IndicatorLine[]
}

function lineOf(indicatorId: string, rows: readonly MatrixRow[], year: string): IndicatorLine[] {
  const own = rows.filter(({ indicator_id }) => indicator_id === indicatorId)
  const series = own.filter(isOverall).sort((a, b) => (a.period_end < b.period_end ? -1 : 1))
  const row = inYear(series, year)
  if (row === undefined) return []
  const regions = own.filter(
    (one) => one.region_id !== null && one.dimension === null && one.period_end === row.period_end,
  )
  return [{ indicator_id: indicatorId, row, regions, series }]
}

const order = ['3', '2', '1']

/** The matrix as it is read: impact, outcome, then outputs, each with its indicators in one year. */
export function groupsOf({ results, rows, scores }: ResultMatrix, year: string): readonly ResultGroup[] {
  const sorted = [...results].sort(
    (a, b) => order.indexOf(a.type) - order.indexOf(b.type) || (a.result_id < b.result_id ? -1 : 1),
  )
  return sorted.map((result) => {
    const ids = [...new Set(rows.filter((row) => row.result_id === result.result_id).map((row) => row.indicator_id))]
    const own = scores.filter(({ result_id }) => result_id === result.result_id)
    return {
      result,
      score: own.find(({ period_end }) => yearOf(period_end) === year),
      lines: ids.sort().flatMap((id) => lineOf(id, rows, year)),
    }
  })
}

/** The weighted sum of all outputs in a year. */
export const totalOf = ({ scores }: ResultMatrix, year: string): OutputScore | undefined =>
  scores.find(({ result_id, period_end }) => result_id === 'ALL' && yearOf(period_end) === year)
