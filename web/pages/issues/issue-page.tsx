import { useQuery } from '@tanstack/react-query'
import { parseAsStringLiteral, useQueryState } from 'nuqs'
import { useParams } from 'wouter'
import { type IndicatorId, indicators } from '#data/catalog.ts'
import { incidentReports } from '#data/datasets/incident-reports.ts'
import type { Indicator } from '#data/define.ts'
import { pilotSites } from '#data/overlays/pilot-sites.ts'
import { coverageQuery, type Issue, indicatorValuesQuery } from '#web/api/committee-queries.ts'
import { clausesOf, clausesQuery, type Incident, incidentReportsQuery } from '#web/api/issue-queries.ts'
import { NoPage } from '#web/no-page.tsx'
import { PageFrame } from '#web/page-frame.tsx'
import { issues, pilotsIn } from '#web/pages/coverage/coverage-model.ts'
import { ClauseList } from '#web/pages/issues/clause-list.tsx'
import { IncidentList } from '#web/pages/issues/incident-list.tsx'
import { IndicatorTable } from '#web/pages/issues/indicator-table.tsx'
import { IssuePilots } from '#web/pages/issues/issue-pilots.tsx'
import { PreciseOnly } from '#web/pages/issues/precise-only.tsx'
import { ReportingNote } from '#web/pages/issues/reporting-note.tsx'
import type { PageProps } from '#web/pages.ts'
import { NumberDialogPlace } from '#web/panels/late-places.tsx'
import { QueryState } from '#web/panels/query-state.tsx'
import { RowsDialog } from '#web/panels/rows-dialog.tsx'
import { SnapshotLine } from '#web/panels/snapshot-line.tsx'
import { useFilter } from '#web/state/use-view.ts'
import { everywhere } from '#web/state/view.ts'
import { useSpeech } from '#web/text/text.ts'
import '#web/styles/coverage.css'
import '#web/styles/result-matrix.css'
import '#web/styles/issues.css'

const declared = Object.values(indicators) as readonly Indicator[]

/** The page of one guideline issue: its indicators, clauses, incident reports and pilots. */
export function IssuePage({ theme }: PageProps) {
  const { t, nameOf } = useSpeech()
  const { issue: asked } = useParams<{ issue: string }>()
  const issue = issues.find((code) => code === asked)
  if (issue === undefined) return <NoPage theme={theme} />
  return (
    <PageFrame theme={theme} title={nameOf('guideline_issue', issue)} lead={t('issues.lead')} tools={<PreciseOnly />}>
      <div>
        <Indicators issue={issue} />
        <Clauses issue={issue} />
        <IssuePilots issue={issue} />
        <Incidents issue={issue} />
        <NumberDialogPlace />
      </div>
    </PageFrame>
  )
}

interface PartProps {
  readonly issue: Issue
}

function Indicators({ issue }: PartProps) {
  const { t } = useSpeech()
  const own = declared.filter((indicator) => indicator.issue === issue)
  const ids = [...own.map(({ id }) => id), 'DQ-02'] as IndicatorId[]
  const values = useQuery(indicatorValuesQuery(everywhere(useFilter()), ids))
  const { data: incidents = [] } = useQuery(incidentReportsQuery())
  return (
    <QueryState query={values} lines={8}>
      {(data) => (
        <>
          <section aria-labelledby="indicators">
            <h2 id="indicators" className="issue-heading">
              {t('issues.indicators')}
            </h2>
            <IndicatorTable
              values={{ ...data, answers: data.answers.filter(({ indicator }) => indicator !== 'DQ-02') }}
            />
          </section>
          {own.some(({ class: kind }) => kind === 'proxy') ? (
            <ReportingNote
              incidents={incidents}
              evidence={data.answers.find(({ indicator }) => indicator === 'DQ-02')}
            />
          ) : null}
        </>
      )}
    </QueryState>
  )
}

function Clauses({ issue }: PartProps) {
  const clauses = useQuery(clausesQuery())
  return (
    <QueryState query={clauses} lines={6}>
      {(data) => <ClauseList clauses={clausesOf(data, issue)} />}
    </QueryState>
  )
}

const incidentFields = [
  'title_en',
  'event_date',
  'iso3',
  'incident_type',
  'severity',
  'link_basis',
  'verification',
  'n_sources',
  'fatalities',
  'source',
]
const pilotFields = ['mine_name', 'iso3', 'stage', 'issues', 'start_date', 'end_date']

/** The reports of the issue, its sources, and the window with all rows that the URL names. */
function Incidents({ issue }: PartProps) {
  const { nameOf } = useSpeech()
  const incidents = useQuery(incidentReportsQuery())
  const { data: coverage } = useQuery(coverageQuery({}))
  const [list, setList] = useQueryState(
    'list',
    parseAsStringLiteral(['incidents', 'pilots'] as const).withOptions({ history: 'push' }),
  )
  const ofIssue = (all: readonly Incident[]) => all.filter((one) => one.issue === issue)
  const close = () => void setList(null)
  const title = nameOf('guideline_issue', issue)
  return (
    <QueryState query={incidents} lines={8}>
      {(data) => (
        <>
          <IncidentList issue={issue} incidents={ofIssue(data)} onOpen={() => void setList('incidents')} />
          {coverage === undefined ? null : (
            <SnapshotLine snapshot={coverage.snapshot} asOf={coverage.as_of} sources={coverage.sources} />
          )}
          {list === 'incidents' ? (
            <RowsDialog
              title={title}
              overlay={incidentReports}
              rows={ofIssue(data)}
              fields={incidentFields}
              filter={{ issue }}
              sources={coverage?.sources ?? []}
              onClose={close}
            />
          ) : null}
          {list === 'pilots' && coverage !== undefined ? (
            <RowsDialog
              title={title}
              overlay={pilotSites}
              rows={pilotsIn(coverage.pilots, { place: 'ALL', issue, stage: null })}
              fields={pilotFields}
              sources={coverage.sources}
              onClose={close}
            />
          ) : null}
        </>
      )}
    </QueryState>
  )
}
