import { datasets } from '#data/catalog.ts'
import type { Feature } from '#web/api/features.ts'
import { formatCount, formatDistance } from '#web/encoding/format.ts'
import type { DrawnDataset } from '#web/state/view.ts'
import { useSpeech } from '#web/text/text.ts'

interface Place {
  readonly dataset: DrawnDataset
  /** Pixels from the corner of the map. */
  readonly x: number
  readonly y: number
}
export type Pointed = Place & ({ readonly feature: Feature } | { readonly n: number })

/** What lies under the pointer: its name, its kind and how far the nearest mine is. */
export function MapTooltip({ pointed }: { readonly pointed: Pointed }) {
  const { t, say, language } = useSpeech()
  const title = say(datasets[pointed.dataset].title)
  const style = { transform: `translate(${pointed.x + 14}px, ${pointed.y + 14}px)` }
  if ('n' in pointed) {
    return (
      <div className="map-tooltip" style={style}>
        <p className="map-tooltip-name">{t('tooltip.cell', { n: formatCount(pointed.n, language) })}</p>
        <p className="map-tooltip-about">{title}</p>
      </div>
    )
  }
  const { properties } = pointed.feature
  const name: { readonly en: string; readonly zh?: string } =
    pointed.dataset === 'mines' || pointed.dataset === 'pilot_mines'
      ? { en: 'mine_name', zh: 'mine_name_zh' }
      : datasets[pointed.dataset].name
  const zh = language === 'zh' && name.zh !== undefined ? properties[name.zh] : null
  const distance = properties.distance_m
  return (
    <div className="map-tooltip" style={style}>
      <p className="map-tooltip-name">{String(zh ?? properties[name.en])}</p>
      <p className="map-tooltip-about">
        {title}
        {typeof distance === 'number'
          ? ` · ${t('tooltip.from_mine', { distance: formatDistance(distance, language) })}`
          : ''}
        {properties.is_approx === true ? ` · ${t('near.approximate')}` : ''}
        {properties.is_located === false ? ` · ${t('tooltip.coarse')}` : ''}
      </p>
    </div>
  )
}
