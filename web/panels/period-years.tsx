import { useQuery } from '@tanstack/react-query'
import { incidentYearsQuery } from '#web/api/queries.ts'
import { QueryState } from '#web/panels/query-state.tsx'
import { useFilter } from '#web/state/use-view.ts'
import { useSpeech } from '#web/text/text.ts'
import { TimeFilter } from '#web/time/time-filter.tsx'
import { PlainTable } from '#web/ui/plain-table.tsx'
import '#web/styles/plain-table.css'

/** Incident reports in the chosen regions by year, and the period that is chosen over them. */
export function PeriodYears() {
  const { t } = useSpeech()
  const query = useQuery(incidentYearsQuery(useFilter()))
  return (
    <div className="period">
      <QueryState query={query} lines={5}>
        {(years) => (
          <>
            <TimeFilter
              title={t('period.title')}
              bars={years.map(({ year, n }) => ({ year, parts: [n] }))}
              series={[{ label: t('period.title'), look: 'solid' }]}
            />
            <p className="period-note">{t('period.note')}</p>
            <details className="time-table">
              <summary>{t('period.as_table')}</summary>
              <PlainTable
                caption={t('period.title')}
                columns={[
                  { id: 'year', header: t('report.year'), cell: ({ year }) => String(year) },
                  { id: 'n', header: t('report.incidents'), isNumber: true, cell: ({ n }) => n },
                ]}
                rows={years}
                keyOf={({ year }) => String(year)}
              />
            </details>
          </>
        )}
      </QueryState>
    </div>
  )
}
