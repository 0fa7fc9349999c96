import { useEffect, useState } from 'react'
import { PageFrame } from '#web/page-frame.tsx'
import { yearBefore } from '#web/pages/briefing/meeting.ts'
import { SheetOne } from '#web/pages/briefing/sheet-one.tsx'
import { SheetTwo } from '#web/pages/briefing/sheet-two.tsx'
import { type Briefing, useBriefing, useBriefingView } from '#web/pages/briefing/use-briefing.ts'
import type { PageProps } from '#web/pages.ts'
import { QueryProblem } from '#web/panels/query-state.tsx'
import { useSpeech } from '#web/text/text.ts'
import { Button } from '#web/ui/button.tsx'
import { Skeleton } from '#web/ui/state-cards.tsx'
import { Toggles } from '#web/ui/toggles.tsx'
import '#web/styles/coverage.css'
import '#web/styles/result-matrix.css'
import '#web/styles/briefing.css'

/** Two A4 pages for a meeting, made from the same state as the screens; the browser prints them or saves them as PDF. */
export function BriefingPage({ theme }: PageProps) {
  const { t } = useSpeech()
  const { data, error } = useBriefing()
  const tools = (
    <Button kind="solid" icon="print" isDisabled={data === undefined} onPress={() => window.print()}>
      {t('briefing.print')}
    </Button>
  )
  return (
    <PageFrame theme={theme} title={t('briefing.title')} lead={t('briefing.lead')} tools={tools}>
      {error?.error ? <QueryProblem error={error.error} onRetry={() => void error.refetch()} /> : null}
      {data === undefined && error === undefined ? <Skeleton lines={12} label={t('state.loading')} /> : null}
      {data === undefined ? null : <Sheets briefing={data} />}
    </PageFrame>
  )
}

function Sheets({ briefing }: { readonly briefing: Briefing }) {
  const { since, decisions, year } = useBriefingView()
  const from = since ?? yearBefore(briefing.coverage.as_of)
  return (
    <>
      <Settings briefing={briefing} since={from} />
      <div className="sheets">
        <SheetOne briefing={briefing} year={year} />
        <SheetTwo briefing={briefing} since={from} decisions={decisions} />
      </div>
    </>
  )
}

/** What is chosen for this meeting; the address holds it, so the briefing can be sent as a link. */
function Settings({ briefing, since }: { readonly briefing: Briefing; readonly since: string }) {
  const { t } = useSpeech()
  const { decisions, year, set } = useBriefingView()
  const [text, setText] = useState(decisions)
  useEffect(() => setText(decisions), [decisions])
  return (
    <form className="brief-settings" onSubmit={(event) => event.preventDefault()}>
      <label>
        {t('briefing.since')}
        <input
          className="input"
          type="date"
          value={since}
          max={briefing.coverage.as_of}
          onChange={({ target }) => set({ since: target.value === '' ? null : target.value })}
        />
      </label>
      <div>
        <span>{t('matrix.year')}</span>
        <Toggles
          label={t('matrix.year')}
          options={(['2017', '2018', '2019'] as const).map((id) => ({ id, label: id }))}
          value={[year]}
          onChange={([chosen]) => set({ year: chosen ?? year })}
          isSingle
          look="segments"
        />
      </div>
      <label className="is-wide">
        {t('briefing.decisions_input')}
        <textarea
          className="input"
          rows={3}
          maxLength={900}
          value={text}
          onChange={({ target }) => setText(target.value)}
          onBlur={() => set({ decisions: text })}
        />
      </label>
    </form>
  )
}
