import { formatDay } from '#web/encoding/format.ts'
import type { Briefing } from '#web/pages/briefing/use-briefing.ts'
import { CoverageHeadline } from '#web/pages/coverage/coverage-headline.tsx'
import { CoverLegend, IssueMatrix } from '#web/pages/coverage/issue-matrix.tsx'
import { StageMatrix } from '#web/pages/coverage/stage-matrix.tsx'
import { MatrixKey } from '#web/pages/results/matrix-key.tsx'
import { ResultMatrix } from '#web/pages/results/result-matrix.tsx'
import { useFilterWords } from '#web/panels/use-filter-words.ts'
import { useFilter } from '#web/state/use-view.ts'
import { useSpeech } from '#web/text/text.ts'

interface Props {
  readonly briefing: Briefing
  readonly year: string
}

/** First page: where the pilots are, and whether each output does what it planned. */
export function SheetOne({ briefing, year }: Props) {
  const { t } = useSpeech()
  const { coverage, matrix, values } = briefing
  const targets = values.answers.find(({ indicator }) => indicator === 'PC-02')?.places ?? []
  return (
    <article className="brief-page" aria-label={t('briefing.page', { page: 1 })}>
      <SheetHead briefing={briefing} />
      <p className="brief-illustrative">{t('briefing.illustrative')}</p>
      <CoverageHeadline coverage={coverage} targets={targets} matrix={matrix} year={year} />
      <div className="brief-columns">
        <section>
          <h2>{t('coverage.by_issue')}</h2>
          <IssueMatrix coverage={coverage} />
        </section>
        <section>
          <h2>{t('coverage.by_stage')}</h2>
          <StageMatrix coverage={coverage} targets={targets} />
        </section>
      </div>
      <CoverLegend />
      <h2>
        {t('matrix.title')} · {year}
      </h2>
      <ResultMatrix matrix={matrix} year={year} />
      <MatrixKey thresholds={matrix.thresholds} />
      <SheetFoot briefing={briefing} page={1} />
    </article>
  )
}

/** What the sheet is, for whom, of which data. */
function SheetHead({ briefing }: { readonly briefing: Briefing }) {
  const { t, language } = useSpeech()
  const filterWords = useFilterWords(useFilter())
  return (
    <header className="brief-head">
      <h1>{t('briefing.sheet_title')}</h1>
      <p>{[t('briefing.as_of', { day: formatDay(briefing.coverage.as_of, language) }), ...filterWords].join(' · ')}</p>
    </header>
  )
}

/** Name, snapshot and page, at the foot of each sheet. */
export function SheetFoot({ briefing, page }: { readonly briefing: Briefing; readonly page: 1 | 2 }) {
  const { t } = useSpeech()
  return (
    <footer className="brief-foot">
      <span>{t('briefing.foot', { snapshot: briefing.coverage.snapshot.slice(0, 12) })}</span>
      <span>{t('briefing.page_of', { page })}</span>
    </footer>
  )
}
