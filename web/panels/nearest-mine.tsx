import { useQuery } from '@tanstack/react-query'
import { nearestMineQuery } from '#web/api/mine-queries.ts'
import { formatDistance } from '#web/encoding/format.ts'
import { useFilter, useView } from '#web/state/use-view.ts'
import type { DrawnDataset } from '#web/state/view.ts'
import { useSpeech } from '#web/text/text.ts'

interface Props {
  readonly dataset: Exclude<DrawnDataset, 'pilot_mines' | 'mines'>
  readonly id: string
}

/** Which of the mines chosen is nearest to a feature, and how far; a press selects it. */
export function NearestMine({ dataset, id }: Props) {
  const { t, language } = useSpeech()
  const [view, change] = useView()
  const { data: near } = useQuery(nearestMineQuery(dataset, id, useFilter()))
  if (near === undefined) return null
  const mine = near?.nearest_mine_id
  if (near === null || typeof mine !== 'string') return <p className="panel-note nearest-mine">{t('nearest.none')}</p>
  const name = (language === 'zh' ? near.nearest_mine_name_zh : null) ?? near.nearest_mine_name
  return (
    <section className="near-list nearest-mine">
      <h3 className="near-title">{t('nearest.title')}</h3>
      <button
        type="button"
        className="near-feature"
        onClick={() => change({ select: { dataset: view.mine_dataset, id: mine } })}
      >
        <span className="near-name">{String(name)}</span>
        <span className="near-distance">
          {near.distance_m === 0 ? t('table.inside') : formatDistance(Number(near.distance_m), language)}
        </span>
      </button>
    </section>
  )
}
