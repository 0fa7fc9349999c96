import { useEffect, useRef } from 'react'
import { Slider as AriaSlider, Label, SliderThumb, SliderTrack } from 'react-aria-components'

/** A position on the track (0-1000) for each value, and back: ticks that lie close in value may lie apart on the track. */
export interface Track {
  readonly positionOf: (value: number) => number
  readonly valueAt: (position: number) => number
}

interface Props {
  readonly label: string
  readonly value: number
  readonly track: Track
  readonly ticks: readonly number[]
  readonly tickText: (value: number) => string
  readonly valueText: (value: number) => string
  readonly onDrag: (value: number) => void
  readonly onCommit: (value: number) => void
}

const lastPosition = 1000

/**
 * The value at a position. An arrow key moves by one position, which may be less than the finest value has room:
 * then the next value in that direction is meant, or the key would do nothing.
 */
export function valueTowards(track: Track, from: number, position: number): number {
  const step = position - track.positionOf(from)
  if (Math.abs(step) !== 1) return track.valueAt(position)
  for (let next = position; next >= 0 && next <= lastPosition; next += step) {
    if (track.valueAt(next) !== from) return track.valueAt(next)
  }
  return from
}

/** A slider with named ticks: arrow keys walk, page keys stride, a press on a tick goes there. */
export function TickSlider(props: Props) {
  const { label, value, track, ticks, tickText, valueText, onDrag, onCommit } = props
  const position = track.positionOf(value)
  const latest = useRef(value)
  latest.current = value
  const input = useRef<HTMLInputElement>(null)
  // The component writes the position there; a reader of the screen wants the value and its unit.
  useEffect(() => input.current?.setAttribute('aria-valuetext', valueText(value)))
  const drag = (next: number) => {
    latest.current = valueTowards(track, value, next)
    onDrag(latest.current)
  }
  return (
    <AriaSlider
      className="slider"
      minValue={0}
      maxValue={lastPosition}
      step={1}
      value={position}
      onChange={drag}
      onChangeEnd={() => onCommit(latest.current)}
    >
      <Label className="visually-hidden">{label}</Label>
      <SliderTrack className="slider-track">
        <span className="slider-line" />
        <span className="slider-fill" style={{ inlineSize: `${position / 10}%` }} />
        <SliderThumb className="slider-thumb" inputRef={input} />
      </SliderTrack>
      <div className="slider-ticks">
        {ticks.map((tick) => (
          <button
            key={tick}
            type="button"
            tabIndex={-1}
            className={tick === value ? 'slider-tick is-current' : 'slider-tick'}
            style={{ insetInlineStart: `${track.positionOf(tick) / 10}%` }}
            onClick={() => onCommit(tick)}
          >
            {tickText(tick)}
          </button>
        ))}
      </div>
    </AriaSlider>
  )
}
