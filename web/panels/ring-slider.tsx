import { useQuery } from '@tanstack/react-query'
import { useRef } from 'react'
import { parameters } from '#data/parameters.ts'
import { minesQuery } from '#web/api/queries.ts'
import { formatCount, formatExact } from '#web/encoding/format.ts'
import { minesNearArea, type RingPreview } from '#web/state/ring-preview.ts'
import { useFilter, useView } from '#web/state/use-view.ts'
import { useSpeech } from '#web/text/text.ts'
import { Button } from '#web/ui/button.tsx'
import { TickSlider, type Track } from '#web/ui/slider.tsx'

const ticks = [0, 1, 5, 10, 20, 50]
const gap = 1000 / (ticks.length - 1)

/** Ticks stand evenly; between two of them the radius grows evenly. Radii have one decimal below 10 km, none above. */
export const ringTrack: Track = {
  positionOf: (radius) => {
    const after = Math.max(
      1,
      ticks.findIndex((tick) => radius <= tick),
    )
    const [low = 0, high = 50] = [ticks[after - 1], ticks[after]]
    return Math.round((after - 1 + (radius - low) / (high - low)) * gap)
  },
  valueAt: (position) => {
    const before = Math.min(Math.floor(position / gap), ticks.length - 2)
    const [low = 0, high = 50] = [ticks[before], ticks[before + 1]]
    const radius = low + ((position - before * gap) / gap) * (high - low)
    return radius < 10 ? Math.round(radius * 10) / 10 : Math.round(radius)
  },
}

interface Props {
  readonly preview: RingPreview | null
  readonly onPreview: (radius_km: number | null) => void
}

/** How far "near" reaches. While it is dragged the page counts for itself; on release the engine's numbers take over. */
export function RingSlider({ preview, onPreview }: Props) {
  const { t, language, say } = useSpeech()
  const [view, change] = useView()
  const { data: mines } = useQuery(minesQuery(view.mine_dataset, useFilter()))
  const asked = view.radius_km ?? parameters.radius_km.default
  const radius = preview?.radius_km ?? asked
  const near = mines === undefined ? null : minesNearArea(mines.features, radius)
  const words = (value: number) => t('ring.value', { radius: formatExact(value, language) })
  const lastCommit = useRef(0)
  const commit = (radius_km: number) => {
    onPreview(null)
    // Keys that follow one another are one step of the back button, not one each.
    const isOneMove = performance.now() - lastCommit.current < 1500
    lastCommit.current = performance.now()
    change({ radius_km }, { history: isOneMove ? 'replace' : 'push' })
  }
  return (
    <section className="ring-card" aria-label={t('ring.label')}>
      <header className="ring-head">
        <output className="ring-value">
          <span className="ring-label">{say(parameters.radius_km.label)}</span> {formatExact(radius, language)}{' '}
          <span className="ring-unit">km</span>
        </output>
        <span className="ring-count">
          {preview?.features !== null && preview?.features !== undefined
            ? t('ring.preview', { count: formatCount(preview.features, language) })
            : near === null
              ? ''
              : t('ring.near', { count: near })}
        </span>
      </header>
      <TickSlider
        label={t('ring.label')}
        value={radius}
        track={ringTrack}
        ticks={ticks}
        tickText={(tick) => (tick === 50 ? t('ring.value', { radius: tick }) : String(tick))}
        valueText={words}
        onDrag={onPreview}
        onCommit={commit}
      />
      {view.radius_km === null ? null : (
        <div className="ring-foot">
          <Button kind="link" onPress={() => change({ radius_km: null })}>
            {t('ring.reset')}
          </Button>
        </div>
      )}
    </section>
  )
}
