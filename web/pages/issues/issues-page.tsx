import { useQuery } from '@tanstack/react-query'
import { indicators } from '#data/catalog.ts'
import type { Indicator } from '#data/define.ts'
import { type Coverage, coverageQuery, type Issue } from '#web/api/committee-queries.ts'
import { clausesOf, clausesQuery, incidentReportsQuery } from '#web/api/issue-queries.ts'
import { formatCount } from '#web/encoding/format.ts'
import { PageFrame } from '#web/page-frame.tsx'
import { cellAt, isEmpty, issues, places, runningOf } from '#web/pages/coverage/coverage-model.ts'
import { PlaceHead } from '#web/pages/coverage/place-head.tsx'
import { IssueLink } from '#web/pages/issues/issue-link.tsx'
import type { PageProps } from '#web/pages.ts'
import { IllustrativeBanner } from '#web/panels/illustrative-banner.tsx'
import { QueryState } from '#web/panels/query-state.tsx'
import { SnapshotLine } from '#web/panels/snapshot-line.tsx'
import { useSpeech } from '#web/text/text.ts'
import '#web/styles/coverage.css'
import '#web/styles/issues.css'
import { WideTable } from '#web/ui/wide-table.tsx'

const declared = Object.values(indicators) as readonly Indicator[]

/** The eight issues of the Guidelines, what is known of each and where pilots work on it. */
export function IssuesPage({ theme }: PageProps) {
  const { t } = useSpeech()
  const coverage = useQuery(coverageQuery({}))
  return (
    <PageFrame theme={theme} title={t('issues.title')} lead={t('issues.list_lead')}>
      <IllustrativeBanner />
      <div>
        <QueryState query={coverage} lines={10}>
          {(data) => (
            <>
              <WideTable label={t('issues.title')}>
                <table className="cover-table issue-list">
                  <caption className="visually-hidden">{t('issues.title')}</caption>
                  <PlaceHead corner={t('coverage.issue')} />
                  <tbody>
                    {issues.map((issue) => (
                      <IssueRow key={issue} issue={issue} coverage={data} />
                    ))}
                  </tbody>
                </table>
              </WideTable>
              <SnapshotLine snapshot={data.snapshot} asOf={data.as_of} sources={data.sources} />
            </>
          )}
        </QueryState>
      </div>
    </PageFrame>
  )
}

function IssueRow({ issue, coverage }: { readonly issue: Issue; readonly coverage: Coverage }) {
  const { t, language } = useSpeech()
  return (
    <tr>
      <th scope="row">
        <IssueLink issue={issue} />
        <IssueNote issue={issue} />
      </th>
      {places.map((place) => {
        const cell = cellAt(coverage.cells, place, issue)
        if (cell === undefined) return <td key={place} />
        return (
          <td key={place} data-place={place}>
            <span className={isEmpty(cell) ? 'cover-cell is-empty' : 'cover-cell'}>
              <span className="cover-numbers">
                {isEmpty(cell)
                  ? t('coverage.none')
                  : t('issues.n_pilots', { count: runningOf(cell), n: formatCount(runningOf(cell), language) })}
              </span>
            </span>
          </td>
        )
      })}
    </tr>
  )
}

/** How many indicators, clauses and reports an issue has; indicators that wait for data are told apart. */
function IssueNote({ issue }: { readonly issue: Issue }) {
  const { t } = useSpeech()
  const { data: clauses = [] } = useQuery(clausesQuery())
  const { data: incidents = [] } = useQuery(incidentReportsQuery())
  const own = declared.filter((indicator) => indicator.issue === issue)
  const waiting = own.filter(({ needs }) => needs !== undefined).length
  return (
    <span className="matrix-unit issue-note">
      {t('issues.note', {
        indicators: own.length,
        waiting: waiting === 0 ? '' : t('issues.waiting', { count: waiting }),
        clauses: clausesOf(clauses, issue).length,
        incidents: incidents.filter((incident) => incident.issue === issue).length,
      })}
    </span>
  )
}
