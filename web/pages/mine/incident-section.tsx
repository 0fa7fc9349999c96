import { Link } from 'wouter'
import type { MineReport } from '#web/api/mine-queries.ts'
import { formatCount, formatDay, formatExact } from '#web/encoding/format.ts'
import { nearName } from '#web/pages/mine/mine-words.ts'
import { useDistanceWords } from '#web/pages/mine/near-sections.tsx'
import { useView } from '#web/state/use-view.ts'
import { serializeView } from '#web/state/view.ts'
import { useSpeech } from '#web/text/text.ts'
import { TimeFilter } from '#web/time/time-filter.tsx'
import { everyYear } from '#web/time/years.ts'
import { type PlainColumn, PlainTable } from '#web/ui/plain-table.tsx'

type Incident = MineReport['nearest']['incidents']['features'][number]
type Year = MineReport['incident_years'][number]

/** Incident reports near the mine and linked to it, kept apart, in time and one by one. */
export function IncidentSection({ report }: { readonly report: MineReport }) {
  const { t, language } = useSpeech()
  const { features, total } = report.nearest.incidents
  const columns = useIncidentColumns()
  const radius = formatExact(report.radius_km, language)
  return (
    <section className="page-section">
      <h2>{t('report.incidents')}</h2>
      <p className="panel-note">{t('report.incidents_about')}</p>
      {report.incident_years.length === 0 ? null : <InTime years={report.incident_years} radius={radius} />}
      {features.length === 0 ? (
        <p className="is-missing">{t('report.no_incidents')}</p>
      ) : (
        <PlainTable
          caption={t('report.incidents_listed', {
            count: total,
            n: formatCount(total, language),
            shown: features.length,
          })}
          isCaptionShown
          columns={columns}
          rows={features}
          keyOf={({ feature_id }) => feature_id}
        />
      )}
    </section>
  )
}

/** The whole time, so that the period chosen is seen against it. */
function InTime({ years, radius }: { readonly years: readonly Year[]; readonly radius: string }) {
  const { t } = useSpeech()
  const bars = everyYear(
    years.map(({ year, n, linked }) => ({ year, parts: [linked, n - linked] })),
    2,
  )
  const columns: readonly PlainColumn<Year>[] = [
    { id: 'year', header: t('report.year'), cell: ({ year }) => String(year) },
    { id: 'near', header: t('report.near_within', { radius }), isNumber: true, cell: ({ near }) => near },
    { id: 'linked', header: t('report.linked_short'), isNumber: true, cell: ({ linked }) => linked },
    { id: 'n', header: t('report.either'), isNumber: true, cell: ({ n }) => n },
  ]
  return (
    <div className="mine-time">
      <TimeFilter
        title={t('report.in_time')}
        bars={bars}
        series={[
          { label: t('report.linked_short'), look: 'solid' },
          { label: t('report.only_near', { radius }), look: 'light' },
        ]}
      />
      <details className="time-table">
        <summary>{t('period.as_table')}</summary>
        <PlainTable caption={t('report.in_time')} columns={columns} rows={years} keyOf={({ year }) => String(year)} />
      </details>
    </div>
  )
}

function useIncidentColumns(): readonly PlainColumn<Incident>[] {
  const { t, language, nameOf } = useSpeech()
  const [view] = useView()
  const distanceOf = useDistanceWords()
  const hrefOf = (id: string) => serializeView('/', { ...view, select: { dataset: 'incident_reports', id }, at: null })
  return [
    {
      id: 'name',
      header: t('report.incident'),
      cell: (incident) => (
        <>
          <Link href={hrefOf(incident.feature_id)}>{nearName(incident, incident.feature_id, language)}</Link>
          <small>{formatDay(incident.event_date, language)}</small>
        </>
      ),
    },
    {
      id: 'type',
      header: t('report.type'),
      isExtra: true,
      cell: ({ incident_type, severity }) => (
        <>
          {nameOf('incident_type', incident_type)}
          <small>{nameOf('severity', severity)}</small>
        </>
      ),
    },
    {
      id: 'verification',
      header: t('report.verification'),
      isExtra: true,
      cell: ({ verification }) => nameOf('verification', verification),
    },
    {
      id: 'link',
      header: t('report.link'),
      cell: ({ is_linked }) => t(is_linked ? 'near.linked' : 'report.near_only'),
    },
    { id: 'distance', header: t('report.distance'), isNumber: true, cell: distanceOf },
  ]
}
