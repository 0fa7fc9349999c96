import { useQuery } from '@tanstack/react-query'
import { type IndicatorId, indicators } from '#data/catalog.ts'
import type { Indicator } from '#data/define.ts'
import { type IndicatorAnswer, indicatorQuery } from '#web/api/queries.ts'
import { formatCount, formatDay, formatRounded } from '#web/encoding/format.ts'
import { ClassBreakdown } from '#web/panels/class-breakdown.tsx'
import { Headline } from '#web/panels/headline.tsx'
import { IllustrativeBanner } from '#web/panels/illustrative-banner.tsx'
import { PlaceBars } from '#web/panels/place-bars.tsx'
import { QueryState } from '#web/panels/query-state.tsx'
import { useFilter, useView } from '#web/state/use-view.ts'
import { everywhere } from '#web/state/view.ts'
import { useSpeech } from '#web/text/text.ts'
import { Button } from '#web/ui/button.tsx'
import { Choice } from '#web/ui/choice.tsx'

const byId = indicators as Readonly<Record<IndicatorId, Indicator>>

/** The four regions side by side for one indicator, all regions always with them. */
export function RegionPanel() {
  const { t } = useSpeech()
  const [view] = useView()
  const filter = useFilter()
  const chosen = useQuery(indicatorQuery(view.indicator, filter))
  const answer = useQuery(indicatorQuery(view.indicator, everywhere(filter)))
  const indicator = byId[view.indicator]
  return (
    <section className="panel-section" aria-label={t('regions.title')}>
      <Headline />
      <IndicatorChoice />
      {indicator.is_illustrative ? <IllustrativeBanner /> : null}
      <QueryState query={chosen} lines={6}>
        {(data) => (answer.data === undefined ? null : <Numbers chosen={data} answer={answer.data} />)}
      </QueryState>
      <Openers />
    </section>
  )
}

interface NumbersProps {
  readonly chosen: IndicatorAnswer
  readonly answer: IndicatorAnswer
}

/** The values of one indicator; both answers speak of the same, also while a newer pair is on its way. */
function Numbers({ chosen, answer }: NumbersProps) {
  if (chosen.indicator !== answer.indicator) return null
  const indicator = byId[chosen.indicator as IndicatorId]
  return (
    <>
      <PlaceBars chosen={chosen} answer={answer} indicator={indicator} />
      <ClassBreakdown answer={chosen} indicator={indicator} />
      <Basis answer={chosen} indicator={indicator} />
    </>
  )
}

function IndicatorChoice() {
  const { t, say } = useSpeech()
  const [view, change] = useView()
  const options = (Object.keys(byId) as IndicatorId[]).map((id) => ({ id, label: say(byId[id].name), note: id }))
  return (
    <div title={say(byId[view.indicator].definition)}>
      <Choice
        label={t('regions.indicator')}
        options={options}
        value={view.indicator}
        onChange={(indicator) => change({ indicator, shown: null })}
      />
    </div>
  )
}

interface BasisProps {
  readonly answer: IndicatorAnswer
  readonly indicator: Indicator
}

/** What the numbers rest on: how many, how sure, from when, and what they do not say. */
function Basis({ answer, indicator }: BasisProps) {
  const { t, language, say } = useSpeech()
  const all = answer.places.find(({ place_id }) => place_id === 'ALL')
  const parts = [
    t('basis.n', { n: formatCount(all?.n ?? 0, language) }),
    ...(all && all.n_coarse > 0 ? [t('basis.coarse', { count: all.n_coarse })] : []),
    ...(all && (all.share_approximate ?? 0) > 0
      ? [t('basis.approximate', { share: formatRounded(100 * (all.share_approximate ?? 0), language) })]
      : []),
    ...(answer.period === null
      ? []
      : [
          t('basis.period', {
            from: formatDay(answer.period.from, language),
            to: formatDay(answer.period.to, language),
          }),
        ]),
  ]
  const newest = answer.sources
    .map(({ date }) => date)
    .sort()
    .at(-1)
  return (
    <div className="basis">
      <p>{parts.join(t('basis.join'))}</p>
      <p className="basis-caveat" title={say(indicator.caveat)}>
        {say(indicator.caveat)}
      </p>
      {newest === undefined ? null : (
        <p>{t('basis.sources', { count: answer.sources.length, date: formatDay(newest, language) })}</p>
      )}
    </div>
  )
}

function Openers() {
  const { t } = useSpeech()
  const [view, change] = useView()
  const open = (what: 'rows' | 'sql' | 'sources') => change({ open: what, of: null, place: view.place })
  return (
    <div className="openers">
      <Button kind="link" onPress={() => open('rows')}>
        {t('open.rows')}
      </Button>
      <Button
        kind="link"
        onPress={() => change({ shown: view.shown ? null : true, of: null })}
        aria-pressed={view.shown}
      >
        {t(view.shown ? 'open.map_off' : 'open.map')}
      </Button>
      <Button kind="link" onPress={() => open('sql')}>
        {t('open.sql')}
      </Button>
      <Button kind="link" onPress={() => open('sources')}>
        {t('open.sources')}
      </Button>
    </div>
  )
}
