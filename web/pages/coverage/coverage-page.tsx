import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense } from 'react'
import { Link } from 'wouter'
import { type Coverage, coverageQuery, indicatorValuesQuery } from '#web/api/committee-queries.ts'
import { resultMatrixQuery } from '#web/api/result-queries.ts'
import { PageFrame } from '#web/page-frame.tsx'
import { CoverageDialogs } from '#web/pages/coverage/coverage-dialogs.tsx'
import { CoverageHeadline } from '#web/pages/coverage/coverage-headline.tsx'
import { CoverLegend, IssueMatrix } from '#web/pages/coverage/issue-matrix.tsx'
import { StageMatrix } from '#web/pages/coverage/stage-matrix.tsx'
import { TotalLines } from '#web/pages/coverage/total-lines.tsx'
import { useCoverageFilter, useCoverageView } from '#web/pages/coverage/use-coverage-view.ts'
import { WhereNext } from '#web/pages/coverage/where-next.tsx'
import { ResultSection } from '#web/pages/results/result-section.tsx'
import type { PageProps } from '#web/pages.ts'
import { IllustrativeBanner } from '#web/panels/illustrative-banner.tsx'
import { NumberDialogPlace } from '#web/panels/late-places.tsx'
import { QueryState } from '#web/panels/query-state.tsx'
import { SnapshotLine } from '#web/panels/snapshot-line.tsx'
import { pageHref } from '#web/state/page-link.ts'
import { useView } from '#web/state/use-view.ts'
import { useSpeech } from '#web/text/text.ts'
import { Skeleton } from '#web/ui/state-cards.tsx'
import '#web/styles/coverage.css'

const TimelineChart = lazy(async () => ({
  default: (await import('#web/pages/coverage/timeline-chart.tsx')).TimelineChart,
}))

/** Where the pilots are and whether the programme is on track: what a committee member opens before a meeting. */
export function CoveragePage({ theme }: PageProps) {
  const { t } = useSpeech()
  const [view] = useView()
  const coverage = useQuery(coverageQuery(useCoverageFilter()))
  const tools = (
    <Link className="button button-plain" href={pageHref('/briefing', view)}>
      {t('coverage.to_briefing')}
    </Link>
  )
  return (
    <PageFrame theme={theme} title={t('coverage.title')} lead={t('coverage.lead')} tools={tools}>
      <div className="coverage">
        <QueryState query={coverage} lines={14}>
          {(data) => <Parts coverage={data} />}
        </QueryState>
        <NumberDialogPlace />
      </div>
    </PageFrame>
  )
}

function Parts({ coverage }: { readonly coverage: Coverage }) {
  const { t } = useSpeech()
  const { year, open, setYear } = useCoverageView()
  const [, change] = useView()
  const { data: values } = useQuery(indicatorValuesQuery({}, ['PC-02', 'EN-05']))
  const results = useQuery(resultMatrixQuery())
  const answerOf = (id: string) => values?.answers.find(({ indicator }) => indicator === id)
  const targets = answerOf('PC-02')?.places ?? []
  return (
    <>
      <IllustrativeBanner />
      <CoverageHeadline
        coverage={coverage}
        targets={targets}
        matrix={results.data}
        year={year}
        open={{
          target: () => change({ of: 'PC-02', place: 'ALL', open: 'rows', class: null }),
          empty: () => open({ list: 'empty' }),
          points: () => open({ result: 'ALL' }),
        }}
      />
      <div className="coverage-columns">
        <section aria-labelledby="by-issue">
          <h2 id="by-issue">{t('coverage.by_issue')}</h2>
          <IssueMatrix coverage={coverage} onOpen={(cell) => open({ cell })} />
          <CoverLegend />
          <h2 id="by-stage">{t('coverage.by_stage')}</h2>
          <StageMatrix coverage={coverage} targets={targets} onOpen={(cell) => open({ cell })} />
        </section>
        <QueryState query={results} lines={14}>
          {(matrix) => (
            <ResultSection matrix={matrix} year={year} onYear={setYear} onOpen={(result) => open({ result })} />
          )}
        </QueryState>
      </div>
      <Suspense fallback={<Skeleton lines={6} label={t('state.loading')} />}>
        <TimelineChart coverage={coverage} />
      </Suspense>
      <WhereNext coverage={coverage} onOpen={() => open({ list: 'next' })} />
      <TotalLines coverage={coverage} land={answerOf('EN-05')} onOpen={() => open({ list: 'totals' })} />
      <SnapshotLine snapshot={coverage.snapshot} asOf={coverage.as_of} sources={coverage.sources} />
      <CoverageDialogs coverage={coverage} matrix={results.data} />
    </>
  )
}
