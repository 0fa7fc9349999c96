import { useState } from 'react'
import type { MineReport } from '#web/api/queries.ts'
import { formatCount, formatDay, formatDistance, formatExact } from '#web/encoding/format.ts'
import { useView } from '#web/state/use-view.ts'
import type { DrawnDataset } from '#web/state/view.ts'
import { type TextId, useSpeech } from '#web/text/text.ts'
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
  readonly total: number
  readonly features: readonly Near[]
  /** A second thing to say of a feature, beside its distance. */
  readonly note: (feature: Near) => string | null
}

const few = 3

/** What lies in the ring of a mine, nearest first. */
export function NearLists({ report }: { readonly report: MineReport }) {
  const { t, language, nameOf } = useSpeech()
  const { areas, communities, incidents } = report.nearest
  const radius = formatExact(report.radius_km, language)
  return (
    <div className="near">
      <h3 className="near-heading">{t('near.heading', { radius })}</h3>
      <NearList
        title="near.areas"
        dataset="protected_areas"
        {...areas}
        note={({ is_inside, is_approx }) => (is_inside ? t('near.inside') : is_approx ? t('near.approximate') : null)}
      />
      <NearList
        title="near.communities"
        dataset="host_communities"
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

function NearList<Near extends NearFeature>({ title, dataset, total, features, note }: ListProps<Near>) {
  const { t, language } = useSpeech()
  const [, change] = useView()
  const [isLong, setLong] = useState(false)
  const shown = isLong ? features : features.slice(0, few)
  return (
    <section className="near-list">
      <h4 className="near-title">
        {t(title)} <span className="near-count">{formatCount(total, language)}</span>
      </h4>
      <ul>
        {shown.map((feature) => (
          <li key={feature.feature_id}>
            <button
              type="button"
              className="near-feature"
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

const distanceText = (metres: number | null, otherwise: string, language: 'en' | 'zh'): string =>
  metres === null ? otherwise : formatDistance(metres, language)
