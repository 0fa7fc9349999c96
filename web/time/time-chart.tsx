import { type PointerEvent, useId, useRef, useState } from 'react'
import { axisYears, type Span, spanWithin, sumOf, type YearBar } from '#web/time/years.ts'
import { useWidth } from '#web/ui/use-width.ts'

export type SeriesLook = 'solid' | 'light'

interface Props {
  /** What the picture is, for whoever does not see it. */
  readonly title: string
  readonly description: string
  readonly bars: readonly YearBar[]
  /** How each part of a bar looks, from the ground up: tone and, as second channel, a hatch. */
  readonly looks: readonly SeriesLook[]
  readonly span: Span
  readonly height?: number
  /** While the reader draws a span over the bars. */
  readonly onBrush: (span: Span) => void
  readonly onBrushEnd: (span: Span) => void
}

/** Room left of the bars for the scale, and below them for the years. */
export const chartLeft = 24
const bottom = 18
const top = 6

/** Whole numbers to mark on the scale: nothing, and the most or a round number below it. */
const scaleMarks = (most: number): readonly number[] => (most <= 2 ? [most] : [Math.floor(most / 2), most])

/** Bars by year, as SVG: a span is drawn over them with the pointer, a press takes one year. */
export function TimeChart({ title, description, bars, looks, span, height = 96, onBrush, onBrushEnd }: Props) {
  const place = useRef<HTMLDivElement>(null)
  const width = useWidth(place)
  const name = useId()
  const most = Math.max(1, ...bars.map(({ parts }) => sumOf(parts)))
  const band = bars.length === 0 ? 0 : Math.max(0, width - chartLeft) / bars.length
  const ground = height - bottom
  const tall = (n: number) => ((ground - top) * n) / most
  const all: Span = [bars[0]?.year ?? 0, bars.at(-1)?.year ?? 0]
  const leftOf = (year: number) => chartLeft + (year - all[0]) * band
  const brush = useBrush({ place, all, band, onBrush, onBrushEnd })
  const isIn = (year: number) => year >= span[0] && year <= span[1]
  return (
    <div className="time-chart" ref={place} {...brush}>
      <svg width="100%" height={height} role="img" aria-labelledby={`${name}-title ${name}-description`}>
        <title id={`${name}-title`}>{title}</title>
        <desc id={`${name}-description`}>{description}</desc>
        <rect className="time-span" x={leftOf(span[0])} width={(span[1] - span[0] + 1) * band} y={0} height={ground} />
        {scaleMarks(most).map((mark) => (
          <g key={mark} transform={`translate(0 ${ground - tall(mark)})`}>
            <line className="time-rule" x1={chartLeft} x2={width} />
            <text className="time-mark" x={chartLeft - 6} dy="0.32em" textAnchor="end">
              {mark}
            </text>
          </g>
        ))}
        {bars.map(({ year, parts }) => (
          <YearBars
            key={year}
            x={leftOf(year)}
            band={band}
            isIn={isIn(year)}
            looks={looks}
            parts={parts.map(tall)}
            ground={ground}
          />
        ))}
        <line className="time-ground" x1={chartLeft} x2={width} y1={ground} y2={ground} />
        {axisYears(all, width - chartLeft).map((year) => (
          <text key={year} className="time-mark" x={leftOf(year) + band / 2} y={height - 4} textAnchor="middle">
            {year}
          </text>
        ))}
      </svg>
    </div>
  )
}

interface BarsProps {
  readonly x: number
  readonly band: number
  readonly ground: number
  readonly isIn: boolean
  readonly looks: readonly SeriesLook[]
  /** Heights in pixels. */
  readonly parts: readonly number[]
}

function YearBars({ x, band, ground, isIn, looks, parts }: BarsProps) {
  const gap = band > 6 ? 1 : 0.5
  let from = ground
  return (
    <g className={isIn ? 'time-bars is-in' : 'time-bars'}>
      {parts.map((tall, index) => {
        from -= tall
        const look = looks[index] ?? 'solid'
        return (
          <rect
            key={look}
            className={`time-bar is-${look}`}
            x={x + gap}
            width={Math.max(0, band - 2 * gap)}
            y={from}
            height={tall}
          />
        )
      })}
    </g>
  )
}

interface BrushOptions extends Pick<Props, 'onBrush' | 'onBrushEnd'> {
  readonly place: { readonly current: HTMLElement | null }
  readonly all: Span
  /** Pixels a year. */
  readonly band: number
}

/** The pointer's way over the bars as a span of years. The keyboard has the two thumbs below. */
function useBrush({ place, all, band, onBrush, onBrushEnd }: BrushOptions) {
  const [start, setStart] = useState<number | null>(null)
  const yearAt = ({ clientX }: PointerEvent): number => {
    const left = (place.current?.getBoundingClientRect().left ?? 0) + chartLeft
    return band === 0 ? all[0] : Math.min(Math.max(all[0] + Math.floor((clientX - left) / band), all[0]), all[1])
  }
  const spanTo = (from: number, event: PointerEvent) => spanWithin([from, yearAt(event)], all)
  return {
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      if (event.button !== 0) return
      event.currentTarget.setPointerCapture(event.pointerId)
      setStart(yearAt(event))
      onBrush(spanTo(yearAt(event), event))
    },
    onPointerMove: (event: PointerEvent) => {
      if (start !== null) onBrush(spanTo(start, event))
    },
    onPointerUp: (event: PointerEvent) => {
      if (start !== null) onBrushEnd(spanTo(start, event))
      setStart(null)
    },
  }
}
