import { useState } from 'react'
import { Slider, SliderThumb, SliderTrack } from 'react-aria-components'
import { useView } from '#web/state/use-view.ts'
import { useSpeech } from '#web/text/text.ts'
import { chartLeft, type SeriesLook, TimeChart } from '#web/time/time-chart.tsx'
import { usePlay } from '#web/time/use-play.ts'
import { daysOf, nextSpan, type Span, spanOf, sumOf, type YearBar } from '#web/time/years.ts'
import { Button, IconButton } from '#web/ui/button.tsx'
import { useMedia } from '#web/ui/use-media.ts'
import '#web/time/time.css'

interface Props {
  readonly title: string
  /** Every year, none left out. */
  readonly bars: readonly YearBar[]
  readonly series: readonly { readonly label: string; readonly look: SeriesLook }[]
  readonly height?: number
}

/**
 * The period of the page, chosen over a histogram: drawn with the pointer, walked with the two thumbs, or played. It is the one
 * period filter of every page; the URL keeps it.
 */
export function TimeFilter({ title, bars, series, height = 96 }: Props) {
  const { t } = useSpeech()
  const [view, change] = useView()
  const all: Span = [bars[0]?.year ?? 0, bars.at(-1)?.year ?? 0]
  const [moving, setMoving] = useState<Span | null>(null)
  const span = moving ?? spanOf(view, all)
  const commit = (next: Span, history: 'push' | 'replace' = 'push') => {
    setMoving(null)
    change(daysOf(next, all), { history })
  }
  const play = usePlay(() => commit(nextSpan(span, all), 'replace'))
  const byHand = (next: Span) => {
    play.stop()
    setMoving(next)
  }
  const n = bars
    .filter(({ year }) => year >= span[0] && year <= span[1])
    .reduce((sum, { parts }) => sum + sumOf(parts), 0)
  const words = t('period.words', { from: String(span[0]), to: String(span[1]), count: n })
  return (
    <div className="time">
      <div className="time-head">
        <p className="time-words" aria-live={play.isPlaying ? 'off' : 'polite'}>
          {words}
        </p>
        <PlayControls play={play} onStep={(step) => commit(nextSpan(span, all, step))} />
      </div>
      <TimeChart
        title={title}
        description={words}
        bars={bars}
        looks={series.map(({ look }) => look)}
        span={span}
        height={height}
        onBrush={byHand}
        onBrushEnd={commit}
      />
      <Thumbs all={all} span={span} count={bars.length} onMove={byHand} onCommit={commit} />
      <div className="time-foot">
        <ul className="time-series">
          {series.length < 2
            ? null
            : series.map(({ label, look }) => (
                <li key={look}>
                  <span className={`time-swatch is-${look}`} />
                  {label}
                </li>
              ))}
        </ul>
        {span[0] === all[0] && span[1] === all[1] ? null : (
          <Button kind="link" onPress={() => commit(all)}>
            {t('period.all')}
          </Button>
        )}
      </div>
    </div>
  )
}

interface PlayProps {
  readonly play: ReturnType<typeof usePlay>
  readonly onStep: (step: 1 | -1) => void
}

/** One year back, by itself, one year on. Readers who want no motion step by hand. */
function PlayControls({ play, onStep }: PlayProps) {
  const { t } = useSpeech()
  const isStill = useMedia('(prefers-reduced-motion: reduce)')
  const step = (by: 1 | -1) => {
    play.stop()
    onStep(by)
  }
  return (
    <div className="time-play">
      <IconButton icon="left" label={t('period.back')} onPress={() => step(-1)} />
      {isStill ? null : (
        <IconButton
          icon={play.isPlaying ? 'pause' : 'play'}
          label={t(play.isPlaying ? 'period.pause' : 'period.play')}
          onPress={play.toggle}
        />
      )}
      <IconButton icon="right" label={t('period.on')} onPress={() => step(1)} />
    </div>
  )
}

interface ThumbsProps {
  readonly all: Span
  readonly span: Span
  readonly count: number
  readonly onMove: (span: Span) => void
  readonly onCommit: (span: Span) => void
}

/** First and last year under the middle of their bars. */
function Thumbs({ all, span, count, onMove, onCommit }: ThumbsProps) {
  const { t } = useSpeech()
  const half = `calc((100% - ${chartLeft}px) / ${2 * Math.max(1, count)})`
  const asSpan = ([from = all[0], to = all[1]]: readonly number[]): Span => [from, to]
  return (
    <div style={{ paddingInline: `calc(${chartLeft}px + ${half}) ${half}` }}>
      <Slider
        className="time-slider"
        aria-label={t('period.label')}
        minValue={all[0]}
        maxValue={all[1]}
        value={[...span]}
        formatOptions={{ useGrouping: false }}
        onChange={(next) => onMove(asSpan(next))}
        onChangeEnd={(next) => onCommit(asSpan(next))}
      >
        <SliderTrack className="time-track">
          <span className="slider-line" />
          <SliderThumb className="slider-thumb" index={0} aria-label={t('period.from')} />
          <SliderThumb className="slider-thumb" index={1} aria-label={t('period.to')} />
        </SliderTrack>
      </Slider>
    </div>
  )
}
