import { vocabularies } from '#data/vocabularies.ts'
import { type MineReport, peopleIn, type Ring } from '#web/api/mine-queries.ts'
import { formatCount, formatDistance, formatExact } from '#web/encoding/format.ts'
import { useView } from '#web/state/use-view.ts'
import { type Language, useSpeech } from '#web/text/text.ts'
import { type PlainColumn, PlainTable } from '#web/ui/plain-table.tsx'
import { Toggles } from '#web/ui/toggles.tsx'

const choices = [1, 5, 10, 20, 50] as const

/** The columns of the ring table; the numbers of a ring include those of the rings inside it. */
export function useRingColumns(): readonly PlainColumn<Ring>[] {
  const { t, language } = useSpeech()
  const noData = <span className="is-missing">{t('value.no_data')}</span>
  const count = (value: number | null) => (value === null ? noData : formatCount(value, language))
  return [
    {
      id: 'radius_km',
      header: t('report.ring'),
      cell: ({ radius_km }) => ringName(radius_km, t('report.ring_zero'), language),
    },
    {
      id: 'population',
      header: t('report.people'),
      isNumber: true,
      cell: (ring) => {
        const people = peopleIn(ring)
        if (ring.communities === null) return noData
        const unknown = ring.population_unknown ?? 0
        return (
          <>
            {people === null ? (
              <span className="is-missing">
                {t(ring.communities > 0 ? 'near.population_unknown' : 'mine.none_listed')}
              </span>
            ) : (
              count(people)
            )}
            {people !== null && unknown > 0 ? <small>{t('report.unknown_people', { count: unknown })}</small> : null}
          </>
        )
      },
    },
    { id: 'communities', header: t('near.communities'), isNumber: true, cell: ({ communities }) => count(communities) },
    {
      id: 'areas',
      header: t('near.areas'),
      isNumber: true,
      cell: ({ areas, areas_approx }) => (
        <>
          {count(areas)}
          {areas_approx !== null && areas_approx > 0 ? (
            <small>{t('report.of_approximate', { count: areas_approx })}</small>
          ) : null}
        </>
      ),
    },
    {
      id: 'incidents',
      header: t('report.incidents_near'),
      isNumber: true,
      cell: ({ incidents_near }) => count(incidents_near),
    },
  ]
}

const ringName = (radius_km: number, zero: string, language: Language): string =>
  radius_km === 0 ? zero : `≤ ${formatExact(radius_km, language)} km`

/** Who and what lies within each ring; the ring of the page is marked and chosen here. */
export function RingSection({ report }: { readonly report: MineReport }) {
  const { t, language } = useSpeech()
  const [, change] = useView()
  const columns = useRingColumns()
  const linked = report.rings[0]?.incidents_linked ?? 0
  return (
    <section className="page-section">
      <div className="mine-section-head">
        <h2>{t('report.rings')}</h2>
        <Toggles
          look="segments"
          isSingle
          label={vocabularies.ring.title[language]}
          options={choices.map((radius) => ({ id: String(radius), label: `${radius} km` }))}
          value={[String(report.radius_km)]}
          onChange={([radius]) => change({ radius_km: radius === undefined ? null : Number(radius) })}
        />
      </div>
      <PlainTable
        caption={t('report.rings_about')}
        isCaptionShown
        columns={columns}
        rows={report.rings}
        keyOf={({ radius_km }) => String(radius_km)}
        isMarked={({ radius_km }) => radius_km === report.radius_km}
      />
      <p className="panel-note">
        {t('report.linked', { count: linked, n: formatCount(linked, language) })}
        {report.uncertainty_m > 0
          ? ` ${t('report.rings_vague', { distance: formatDistance(report.uncertainty_m, language) })}`
          : ''}
      </p>
    </section>
  )
}
