import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Button, Dialog, DialogTrigger, Popover, Slider, SliderThumb, SliderTrack } from 'react-aria-components'
import { incidentYearsQuery, type YearCount } from '#web/api/queries.ts'
import { useFilter, useView } from '#web/state/use-view.ts'
import type { View } from '#web/state/view.ts'
import { useSpeech } from '#web/text/text.ts'
import { Button as WordButton } from '#web/ui/button.tsx'
import { Icon } from '#web/ui/icon.tsx'

const yearOf = (day: string | null): number | null => (day === null ? null : Number(day.slice(0, 4)))

/** The period in whole years; a side without a bound keeps the data's own end. */
function periodOf(view: View, first: number, last: number): [number, number] {
  return [yearOf(view.from) ?? first, yearOf(view.to) ?? last]
}

/** When incidents were reported to happen: years under a small histogram. */
export function PeriodFilter() {
  const { t } = useSpeech()
  const [view] = useView()
  const { data: years } = useQuery(incidentYearsQuery(useFilter()))
  const [first, last] = [years?.[0]?.year, years?.at(-1)?.year]
  const isOpenEnded = view.from === null && view.to === null
  const known = first !== undefined && last !== undefined
  const [from, to] = known ? periodOf(view, first, last) : [yearOf(view.from), yearOf(view.to)]
  return (
    <DialogTrigger>
      <Button className={isOpenEnded ? 'field-button' : 'field-button is-narrowed'}>
        <span className="field-button-label">{t('period.label')}</span>
        <span className="field-button-value">{from === null || to === null ? '' : `${from}–${to}`}</span>
        <Icon name="down" size={16} />
      </Button>
      <Popover className="popover popover-period" placement="bottom start" offset={4}>
        <Dialog className="popover-dialog" aria-label={t('period.label')}>
          {years === undefined || !known ? null : <Years years={years} first={first} last={last} />}
        </Dialog>
      </Popover>
    </DialogTrigger>
  )
}

interface YearsProps {
  readonly years: readonly YearCount[]
  readonly first: number
  readonly last: number
}

function Years({ years, first, last }: YearsProps) {
  const { t } = useSpeech()
  const [view, change] = useView()
  const [period, setPeriod] = useState(() => periodOf(view, first, last))
  const most = Math.max(1, ...years.map(({ n }) => n))
  const commit = ([from, to]: readonly number[]) => {
    const [start, end] = [from ?? first, to ?? last]
    change({ from: start === first ? null : `${start}-01-01`, to: end === last ? null : `${end}-12-31` })
  }
  const clear = () => {
    setPeriod([first, last])
    commit([first, last])
  }
  return (
    <div className="period">
      <p className="period-words">{t('period.words', { from: String(period[0]), to: String(period[1]) })}</p>
      <div className="period-bars" aria-hidden="true">
        {years.map(({ year, n }) => (
          <span
            key={year}
            className={year >= period[0] && year <= period[1] ? 'period-bar is-in' : 'period-bar'}
            style={{ blockSize: `${(100 * n) / most}%` }}
          />
        ))}
      </div>
      <Slider
        className="slider"
        aria-label={t('period.label')}
        minValue={first}
        maxValue={last}
        value={period}
        formatOptions={{ useGrouping: false }}
        onChange={([from = first, to = last]) => setPeriod([from, to])}
        onChangeEnd={commit}
      >
        <SliderTrack className="slider-track">
          <span className="slider-line" />
          <SliderThumb className="slider-thumb" index={0} aria-label={t('period.from')} />
          <SliderThumb className="slider-thumb" index={1} aria-label={t('period.to')} />
        </SliderTrack>
      </Slider>
      <p className="period-note">{t('period.note')}</p>
      <WordButton kind="link" onPress={clear}>
        {t('period.all')}
      </WordButton>
    </div>
  )
}
