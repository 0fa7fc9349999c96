import { Link } from 'wouter'
import { vocabularies } from '#data/vocabularies.ts'
import type { MineReport } from '#web/api/mine-queries.ts'
import { formatCount, formatDistance, formatExact, unitText } from '#web/encoding/format.ts'
import { nearName } from '#web/pages/mine/mine-words.ts'
import { pageHref } from '#web/state/page-link.ts'
import { useView } from '#web/state/use-view.ts'
import { type TextId, useSpeech } from '#web/text/text.ts'
import { type PlainColumn, PlainTable } from '#web/ui/plain-table.tsx'

type Area = MineReport['nearest']['areas']['features'][number]
type Community = MineReport['nearest']['communities']['features'][number]
type Neighbour = MineReport['neighbours'][number]
type Near = Pick<Area, 'distance_m' | 'uncertainty_m' | 'is_inside'>

/** `8.1 km`, `8.1 km ± 10 km`, `inside`: how far, and how sure. */
export function useDistanceWords() {
  const { t, language } = useSpeech()
  return ({ distance_m, uncertainty_m, is_inside }: Near): string => {
    if (is_inside) return t('table.inside')
    if (distance_m === null) return t('report.no_place')
    const spread = uncertainty_m ? ` ± ${formatDistance(uncertainty_m, language)}` : ''
    return formatDistance(distance_m, language) + spread
  }
}

/** What a table of the nearest leaves out, and where all of it is. */
function More({ shown, total }: { readonly shown: number; readonly total: number }) {
  const { t, language } = useSpeech()
  if (shown >= total) return null
  return <p className="panel-note">{t('report.more', { shown, total: formatCount(total, language) })}</p>
}

/** The proximity tier, and every protected area in reach with the tier that it alone gives. */
export function AreaSection({ report }: { readonly report: MineReport }) {
  const { t, nameOf } = useSpeech()
  const { features, total } = report.nearest.areas
  const columns = useAreaColumns()
  return (
    <section className="page-section">
      <h2>{t('near.areas')}</h2>
      <p className="mine-line">
        {vocabularyTitle('area_tier', useSpeech().language)}: <strong>{nameOf('area_tier', report.tier)}</strong> (
        {report.tier})
      </p>
      {features.length === 0 ? (
        <p className="is-missing">{t('mine.none_in_reach')}</p>
      ) : (
        <PlainTable
          caption={t('near.areas')}
          columns={columns}
          rows={features}
          keyOf={({ feature_id }) => feature_id}
        />
      )}
      <More shown={features.length} total={total} />
      <p className="panel-note">{t('report.areas_about')}</p>
    </section>
  )
}

const vocabularyTitle = (id: 'area_tier', language: 'en' | 'zh'): string => vocabularies[id].title[language]

function useAreaColumns(): readonly PlainColumn<Area>[] {
  const { t, language, nameOf } = useSpeech()
  const distanceOf = useDistanceWords()
  return [
    {
      id: 'name',
      header: t('report.area'),
      cell: (area) => (
        <>
          {nearName(area, area.feature_id, language)}
          <small>{[area.desig_eng, area.is_approx ? t('near.approximate') : null].filter(Boolean).join(' · ')}</small>
        </>
      ),
    },
    {
      id: 'tier',
      header: vocabularyTitle('area_tier', language),
      cell: ({ tier, is_counted, status }) =>
        is_counted
          ? `${tier} · ${nameOf('area_tier', tier)}`
          : t('report.not_counted', { status: nameOf('area_status', status) }),
    },
    { id: 'iucn', header: t('report.iucn'), isExtra: true, cell: ({ iucn_cat }) => iucnText(iucn_cat, t) },
    { id: 'distance', header: t('report.distance'), isNumber: true, cell: distanceOf },
    {
      id: 'overlap',
      header: t('report.overlap'),
      isNumber: true,
      isExtra: true,
      cell: ({ overlap_ha }) =>
        overlap_ha === null ? (
          <span className="is-missing">{t('report.no_footprint')}</span>
        ) : (
          formatExact(overlap_ha, language, 1) + unitText('ha', language)
        ),
    },
  ]
}

const iucnText = (category: string | null, t: (id: TextId) => string): string =>
  category === null || /^Not/.test(category) ? t('value.none_short') : category

/** The nearest host communities with their people. */
export function CommunitySection({ report }: { readonly report: MineReport }) {
  const { t, language } = useSpeech()
  const { features, total } = report.nearest.communities
  const distanceOf = useDistanceWords()
  const columns: readonly PlainColumn<Community>[] = [
    { id: 'name', header: t('report.community'), cell: (one) => nearName(one, one.feature_id, language) },
    {
      id: 'population',
      header: t('report.people'),
      isNumber: true,
      cell: ({ population }) =>
        population === null ? (
          <span className="is-missing">{t('near.population_unknown')}</span>
        ) : (
          formatCount(population, language)
        ),
    },
    { id: 'distance', header: t('report.distance'), isNumber: true, cell: distanceOf },
  ]
  return (
    <section className="page-section">
      <h2>{t('near.communities')}</h2>
      {features.length === 0 ? (
        <p className="is-missing">{t('report.no_communities')}</p>
      ) : (
        <PlainTable
          caption={t('near.communities')}
          columns={columns}
          rows={features}
          keyOf={({ feature_id }) => feature_id}
        />
      )}
      <More shown={features.length} total={total} />
      <p className="panel-note">{t('report.communities_about')}</p>
    </section>
  )
}

/** Mines that share host communities: what adds up for the people between them. */
export function NeighbourSection({ report }: { readonly report: MineReport }) {
  const { t, language, nameOf } = useSpeech()
  const [view] = useView()
  const columns: readonly PlainColumn<Neighbour>[] = [
    {
      id: 'name',
      header: t('report.neighbour'),
      cell: (mine) => (
        <Link href={pageHref(`/mines/${encodeURIComponent(mine.mine_id)}`, view)}>
          {nearName(mine, mine.mine_id, language)}
        </Link>
      ),
    },
    { id: 'dataset', header: t('report.listed_as'), cell: ({ mine_dataset }) => nameOf('mine_dataset', mine_dataset) },
    {
      id: 'shared',
      header: t('report.shared'),
      isNumber: true,
      cell: ({ shared_communities }) => formatCount(shared_communities, language),
    },
  ]
  return (
    <section className="page-section">
      <h2>{t('report.neighbours')}</h2>
      <p className="panel-note">{t('report.neighbours_about', { radius: formatExact(report.radius_km, language) })}</p>
      {report.neighbours.length === 0 ? (
        <p className="is-missing">{t('report.no_neighbours', { radius: formatExact(report.radius_km, language) })}</p>
      ) : (
        <PlainTable
          caption={t('report.neighbours')}
          columns={columns}
          rows={report.neighbours}
          keyOf={({ mine_id }) => mine_id}
        />
      )}
    </section>
  )
}
