import { useState } from 'react'
import type { MineReport } from '#web/api/mine-queries.ts'
import { formatCount, formatDay, formatDistance, formatExact } from '#web/encoding/format.ts'
import { useView } from '#web/state/use-view.ts'
import type { DrawnDataset } from '#web/state/view.ts'
import { type Language, type TextId, useSpeech } from '#web/text/text.ts'
import { Button } from '#web/ui/button.tsx'

interface NearFeature {
  readonly feature_id: string
  readonly name_en: string | null
  readonly name_zh: string | null
  readonly distance_m: number | null
  readonly is_inside: boolean
  readonly is_approx: boolean
}

interface ListProps<Near extends NearFeature> {
  readonly title: TextId
  readonly dataset: DrawnDataset
  readonly radius_km: number
  /** How many of them lie in the ring. */
  readonly inRing: number | null
  readonly total: number
  readonly features: readonly Near[]
  /** A second thing to say of a feature, beside its distance. */
  readonly note: (feature: Near) => string | null
}

const few = 3

/** What lies in the ring of a mine, nearest first. */
export function NearLists({ report }: { readonly report: MineReport }) {
  const { t, language, nameOf } = useSpeech()
  const { radius_km, rings } = report
  const { areas, communities, incidents } = report.nearest
  const ring = rings.find((known) => known.radius_km === radius_km)
  return (
    <div className="near">
      <h3 className="near-heading">{t('near.heading')}</h3>
      <NearList
        title="near.areas"
        dataset="protected_areas"
        radius_km={radius_km}
        inRing={ring === undefined ? 0 : ring.areas}
        {...areas}
        note={({ is_inside, is_approx }) => (is_inside ? t('near.inside') : is_approx ? t('near.approximate') : null)}
      />
      <NearList
        title="near.communities"
        dataset="host_communities"
        radius_km={radius_km}
        inRing={ring === undefined ? 0 : ring.communities}
        {...communities}
        note={({ population }) =>
          population === null
            ? t('near.population_unknown')
            : t('near.people', { n: formatCount(population, language) })
        }
      />
      <NearList
        title="near.incidents"
        dataset="incident_reports"
        radius_km={radius_km}
        inRing={ring === undefined ? 0 : ring.incidents_near}
        {...incidents}
        note={({ incident_type, event_date, is_linked }) =>
          [nameOf('incident_type', incident_type), formatDay(event_date, language), is_linked ? t('near.linked') : null]
            .filter(Boolean)
            .join(' · ')
        }
      />
    </div>
  )
}

function NearList<Near extends NearFeature>(props: ListProps<Near>) {
  const { title, dataset, radius_km, inRing, total, features, note } = props
  const { t, language } = useSpeech()
  const [, change] = useView()
  const [isLong, setLong] = useState(false)
  const shown = isLong ? features : features.slice(0, few)
  return (
    <section className="near-list">
      <h4 className="near-title">
        {t(title)}
        <span className="near-count">
          {t('near.count', {
            inRing: inRing === null ? t('value.no_data') : formatCount(inRing, language),
            radius: formatExact(radius_km, language),
            total: formatCount(total, language),
          })}
        </span>
      </h4>
      <ul>
        {shown.map((feature) => (
          <li key={feature.feature_id}>
            <button
              type="button"
              className={isBeyond(feature, radius_km) ? 'near-feature is-beyond' : 'near-feature'}
              onClick={() => change({ select: { dataset, id: feature.feature_id } })}
            >
              <span className="near-name">
                {(language === 'zh' ? feature.name_zh : null) ?? feature.name_en ?? feature.feature_id}
              </span>
              <span className="near-distance">{distanceText(feature.distance_m, t('near.linked_only'), language)}</span>
              <span className="near-note">{note(feature)}</span>
            </button>
          </li>
        ))}
      </ul>
      {features.length > few ? (
        <Button kind="link" onPress={() => setLong(!isLong)}>
          {isLong ? t('near.fewer') : t('near.more', { shown: features.length, total })}
        </Button>
      ) : null}
    </section>
  )
}

/** In reach, but not in the ring. */
const isBeyond = ({ distance_m }: NearFeature, radius_km: number): boolean =>
  distance_m !== null && distance_m > radius_km * 1000

const distanceText = (metres: number | null, otherwise: string, language: Language): string =>
  metres === null ? otherwise : formatDistance(metres, language)
