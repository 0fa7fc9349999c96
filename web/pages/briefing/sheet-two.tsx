import { lazy, Suspense } from 'react'
import { FlagTable } from '#web/pages/briefing/flag-table.tsx'
import { MeetingIncidents } from '#web/pages/briefing/meeting-incidents.tsx'
import { SheetFoot } from '#web/pages/briefing/sheet-one.tsx'
import type { Briefing } from '#web/pages/briefing/use-briefing.ts'
import { isRunning } from '#web/pages/coverage/coverage-model.ts'
import { useSpeech } from '#web/text/text.ts'

const BriefingMap = lazy(async () => ({ default: (await import('#web/pages/briefing/briefing-map.tsx')).BriefingMap }))

interface Props {
  readonly briefing: Briefing
  readonly since: string
  readonly decisions: string
}

/** Second page: where it is, what calls for attention, what happened, what is to be decided, and what all of it rests on. */
export function SheetTwo({ briefing, since, decisions }: Props) {
  const { t } = useSpeech()
  const { coverage, mines, flags } = briefing
  const running = new Set(coverage.pilots.filter(isRunning).map(({ mine_id }) => mine_id))
  return (
    <article className="brief-page" aria-label={t('briefing.page', { page: 2 })}>
      <h2>{t('briefing.map')}</h2>
      <Suspense fallback={<div className="brief-map" />}>
        <BriefingMap mines={mines} running={running} flags={flags} asOf={coverage.as_of} />
      </Suspense>
      <div className="brief-columns is-even">
        <FlagTable briefing={briefing} />
        <MeetingIncidents briefing={briefing} since={since} />
      </div>
      <Decisions text={decisions} />
      <DataNotes briefing={briefing} />
      <SheetFoot briefing={briefing} page={2} />
    </article>
  )
}

/** Lines that one sheet holds. */
const mostDecisions = 6

function Decisions({ text }: { readonly text: string }) {
  const { t } = useSpeech()
  const lines = text.split('\n').flatMap((line) => (line.trim() === '' ? [] : [line.trim()]))
  const numbered = lines.map((line, index) => ({ line, key: `${index + 1} ${line}` }))
  return (
    <section className="brief-decisions">
      <h2>{t('briefing.decisions')}</h2>
      {lines.length === 0 ? (
        <p className="is-missing">{t('briefing.no_decisions')}</p>
      ) : (
        <ol>
          {numbered.slice(0, mostDecisions).map(({ line, key }) => (
            <li key={key}>{line}</li>
          ))}
        </ol>
      )}
      {lines.length > mostDecisions ? <p>{t('briefing.more', { count: lines.length - mostDecisions })}</p> : null}
    </section>
  )
}

/** Sources with their dates, and what the numbers do not say. */
function DataNotes({ briefing: { coverage } }: { readonly briefing: Briefing }) {
  const { t, say } = useSpeech()
  return (
    <section className="brief-notes">
      <h2>{t('briefing.data')}</h2>
      <ul className="brief-sources">
        {coverage.sources.map(({ dataset, title, date, licence, is_illustrative }) => (
          <li key={dataset}>
            {say(title)} {date.slice(0, 10)} · {licence}
            {is_illustrative ? ` · ${t('illustrative.tag')}` : ''}
          </li>
        ))}
      </ul>
      <p>{t('briefing.caveats')}</p>
    </section>
  )
}
