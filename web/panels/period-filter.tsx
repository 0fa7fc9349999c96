import { useQuery } from '@tanstack/react-query'
import { Suspense } from 'react'
import { Button, Dialog, DialogTrigger, Popover } from 'react-aria-components'
import { incidentYearsQuery } from '#web/api/queries.ts'
import { later } from '#web/later.ts'
import { useFilter, useView } from '#web/state/use-view.ts'
import { useSpeech } from '#web/text/text.ts'
import { Icon } from '#web/ui/icon.tsx'
import { Skeleton } from '#web/ui/state-cards.tsx'

const PeriodYears = later(async () => (await import('#web/panels/period-years.tsx')).PeriodYears)

const yearOf = (day: string | null): number | undefined => (day === null ? undefined : Number(day.slice(0, 4)))

/** When incidents were reported to have happened: a line among the filters that opens the histogram. */
export function PeriodFilter() {
  const { t } = useSpeech()
  const [view] = useView()
  const { data: years } = useQuery(incidentYearsQuery(useFilter()))
  const isOpenEnded = view.from === null && view.to === null
  const [from, to] = [yearOf(view.from) ?? years?.[0]?.year, yearOf(view.to) ?? years?.at(-1)?.year]
  return (
    <DialogTrigger>
      <Button className={isOpenEnded ? 'field-button' : 'field-button is-narrowed'}>
        <span className="field-button-label">{t('period.label')}</span>
        <span className="field-button-value">{from === undefined || to === undefined ? '' : `${from}–${to}`}</span>
        <Icon name="down" size={16} />
      </Button>
      <Popover className="popover popover-period" placement="bottom start" offset={4}>
        <Dialog className="popover-dialog" aria-label={t('period.label')}>
          <Suspense fallback={<Skeleton lines={5} label={t('state.loading')} />}>
            <PeriodYears />
          </Suspense>
        </Dialog>
      </Popover>
    </DialogTrigger>
  )
}
