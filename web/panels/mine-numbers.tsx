import { type MineReport, peopleIn } from '#web/api/mine-queries.ts'
import { formatCount, formatDistance, formatExact, formatRounded } from '#web/encoding/format.ts'
import { useSpeech } from '#web/text/text.ts'

/** Nobody knows, nobody knows how many, or there is no place. */
const missingPeople = (communities: number | null | undefined) =>
  communities === null ? 'value.no_data' : communities ? 'near.population_unknown' : 'mine.none_listed'

/** Three numbers of one mine: how far the nearest protected area is, and who and what lies in the ring. */
export function MineNumbers({ report }: { readonly report: MineReport }) {
  const { t, language } = useSpeech()
  const radius = formatExact(report.radius_km, language)
  const ring = report.rings.find(({ radius_km }) => radius_km === report.radius_km)
  const nearest = report.nearest.areas.features[0]?.distance_m ?? null
  const people = ring === undefined ? null : peopleIn(ring)
  const unknown = ring?.population_unknown ?? 0
  const incidents = ring === undefined ? null : ring.incidents_near
  return (
    <dl className="mine-numbers">
      <div>
        <dt>{t('mine.nearest_area')}</dt>
        <dd title={nearest === null ? undefined : `${formatExact(nearest, language, 0)} m`}>
          {nearest === null ? (
            <span className="is-missing">{t('mine.none_in_reach')}</span>
          ) : nearest === 0 ? (
            t('table.inside')
          ) : (
            formatDistance(nearest, language)
          )}
        </dd>
      </div>
      <div>
        <dt>
          {t('mine.people', { radius })}
          {unknown > 0 ? <span className="mine-unknown"> {t('mine.unknown', { count: unknown })}</span> : null}
        </dt>
        <dd title={people === null ? undefined : formatCount(people, language)}>
          {people !== null ? (
            formatRounded(people, language)
          ) : (
            <span className="is-missing">{t(missingPeople(ring?.communities))}</span>
          )}
        </dd>
      </div>
      <div>
        <dt>{t('mine.incidents', { radius })}</dt>
        <dd>{incidents === null ? '–' : formatRounded(incidents, language)}</dd>
      </div>
    </dl>
  )
}
