import { useQueries, useQuery } from '@tanstack/react-query'
import { parseAsString, parseAsStringLiteral, useQueryStates } from 'nuqs'
import { coverageQuery, indicatorValuesQuery } from '#web/api/committee-queries.ts'
import { incidentReportsQuery } from '#web/api/issue-queries.ts'
import { indicatorRowsQuery, minesQuery } from '#web/api/queries.ts'
import { resultMatrixQuery } from '#web/api/result-queries.ts'
import { type Flag, flagsOf } from '#web/pages/briefing/flags.ts'
import { isoDay } from '#web/state/parsers.ts'
import { useFilter, useView } from '#web/state/use-view.ts'

const parsers = {
  /** The day of the last meeting; without it a year before the newest report. */
  since: isoDay,
  /** What the committee is asked to decide, one line each. */
  decisions: parseAsString.withDefault(''),
  year: parseAsStringLiteral(['2017', '2018', '2019'] as const).withDefault('2019'),
}

/** What the address says of a briefing, beside the filter, language and theme of every page. */
export function useBriefingView() {
  const [view, set] = useQueryStates(parsers, { history: 'replace', clearOnDefault: true })
  return { ...view, set: (change: Partial<typeof view>) => void set(change) }
}

/** Everything that the two pages say; undefined until all of it is there, because half a briefing must not be printed. */
export function useBriefing() {
  const filter = useFilter()
  const [{ mine_dataset }] = useView()
  const coverage = useQuery(coverageQuery(filter))
  const matrix = useQuery(resultMatrixQuery())
  const values = useQuery(indicatorValuesQuery({}, ['PC-02', 'EN-01', 'EN-02', 'CI-01', 'DQ-02']))
  const incidents = useQuery(incidentReportsQuery())
  const mines = useQuery(minesQuery(mine_dataset, filter))
  const [inside, heritage] = useQueries({
    queries: [
      indicatorRowsQuery({ id: 'EN-01', place: 'ALL' }, filter),
      indicatorRowsQuery({ id: 'EN-02', place: 'ALL' }, filter),
    ],
  })
  const queries = [coverage, matrix, values, incidents, mines, inside, heritage]
  const error = queries.find((query) => query.error !== null && query.data === undefined)
  const flags: readonly Flag[] | undefined =
    inside.data && heritage.data && mines.data
      ? flagsOf(inside.data.rows, heritage.data.rows, mines.data.features)
      : undefined
  const data =
    coverage.data && matrix.data && values.data && incidents.data && mines.data && flags
      ? {
          coverage: coverage.data,
          matrix: matrix.data,
          values: values.data,
          incidents: incidents.data,
          mines: mines.data.features,
          flags,
        }
      : undefined
  return { data, error }
}

export type Briefing = NonNullable<ReturnType<typeof useBriefing>['data']>
