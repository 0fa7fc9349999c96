import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { Link, useParams } from 'wouter'
import { type MineReport, mineReportQuery } from '#web/api/mine-queries.ts'
import { asProblem } from '#web/api/problem.ts'
import type { Theme } from '#web/encoding/palette.ts'
import { PageFrame } from '#web/page-frame.tsx'
import { Benchmarks } from '#web/pages/mine/benchmarks.tsx'
import { IncidentSection } from '#web/pages/mine/incident-section.tsx'
import { MineFacts } from '#web/pages/mine/mine-facts.tsx'
import { MineTools } from '#web/pages/mine/mine-tools.tsx'
import { useMineWords } from '#web/pages/mine/mine-words.ts'
import { AreaSection, CommunitySection, NeighbourSection } from '#web/pages/mine/near-sections.tsx'
import { RingMap } from '#web/pages/mine/ring-map.tsx'
import { RingSection } from '#web/pages/mine/ring-section.tsx'
import type { PageProps } from '#web/pages.ts'
import { MineNumbers } from '#web/panels/mine-numbers.tsx'
import { QueryState } from '#web/panels/query-state.tsx'
import { AccuracyNote } from '#web/panels/selection-head.tsx'
import { SourceList } from '#web/panels/source-list.tsx'
import { pageHref } from '#web/state/page-link.ts'
import { useFilter, useView } from '#web/state/use-view.ts'
import { useSpeech } from '#web/text/text.ts'
import { EmptyNote } from '#web/ui/state-cards.tsx'
import '#web/pages/mine/mine.css'
import '#web/styles/plain-table.css'

/** One mine: where it is and how sure, whose it is, what lies around it, and who says so. */
export function MinePage({ theme }: PageProps) {
  const { t } = useSpeech()
  const { mineId = '' } = useParams()
  const query = useQuery(mineReportQuery(mineId, useFilter()))
  const words = useMineWords()
  const name = query.data === undefined ? null : words.nameOf(query.data.mine)
  useTitle(name)
  const isUnknown = query.error !== null && asProblem(query.error).kind === 'unknown'
  return (
    <PageFrame
      theme={theme}
      title={name ?? t('page.mine')}
      {...(query.data === undefined ? {} : { lead: words.aboutOf(query.data.mine) })}
      tools={query.data === undefined ? null : <MineTools mineId={mineId} report={query.data} />}
    >
      {isUnknown ? (
        <NoMine />
      ) : (
        <QueryState query={query} lines={14}>
          {(report) => <Report report={report} theme={theme} />}
        </QueryState>
      )}
    </PageFrame>
  )
}

/** The mine's name in the tab, once it is known; the frame sets the name of the page. */
function useTitle(name: string | null): void {
  useEffect(() => {
    if (name === null) return
    const later = requestAnimationFrame(() => {
      document.title = `${name} · SMAP Atlas`
    })
    return () => cancelAnimationFrame(later)
  }, [name])
}

function NoMine() {
  const { t } = useSpeech()
  const [view] = useView()
  return (
    <EmptyNote
      title={t('report.unknown')}
      action={
        <Link className="button button-plain" href={pageHref('/', view)}>
          {t('no_page.explore')}
        </Link>
      }
    >
      {t('report.unknown_why')}
    </EmptyNote>
  )
}

function Report({ report, theme }: { readonly report: MineReport; readonly theme: Theme }) {
  const { t } = useSpeech()
  return (
    <div className="mine">
      <div className="mine-top">
        <div className="mine-what">
          <AccuracyNote row={report.mine} />
          {report.is_located ? <MineNumbers report={report} /> : null}
          <MineFacts report={report} />
          {report.is_located ? <RingSection report={report} /> : null}
        </div>
        <RingMap report={report} theme={theme} />
      </div>
      <Benchmarks report={report} />
      {report.is_located ? <AreaSection report={report} /> : null}
      <IncidentSection report={report} />
      {report.is_located ? <CommunitySection report={report} /> : null}
      {report.is_located ? <NeighbourSection report={report} /> : null}
      <section className="page-section">
        <h2>{t('open.sources')}</h2>
        <p className="panel-note">{t('report.snapshot', { snapshot: report.snapshot })}</p>
        <SourceList sources={report.sources} />
      </section>
    </div>
  )
}
