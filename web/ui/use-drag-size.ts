import { type KeyboardEvent, type PointerEvent, useState } from 'react'

interface Options {
  readonly label: string
  readonly initial: number
  readonly min: number
  readonly max: number
}

/**
 * The share (per cent) that a panel takes of its parent's height, changed by dragging its upper edge or with the arrow keys.
 * `handle` goes on the separator; the panel is the separator's parent element.
 */
export function useDragSize({ label, initial, min, max }: Options) {
  const [size, setSize] = useState(initial)
  const put = (next: number) => setSize(Math.min(max, Math.max(min, Math.round(next))))
  const onPointerDown = (event: PointerEvent<HTMLElement>) => event.currentTarget.setPointerCapture(event.pointerId)
  const onPointerMove = (event: PointerEvent<HTMLElement>) => {
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) return
    const frame = event.currentTarget.parentElement?.parentElement?.getBoundingClientRect()
    if (frame !== undefined) put(((frame.bottom - event.clientY) / frame.height) * 100)
  }
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const step = { ArrowUp: 5, ArrowDown: -5, Home: -100, End: 100 }[event.key]
    if (step === undefined) return
    event.preventDefault()
    put(size + step)
  }
  return {
    size,
    setSize: put,
    handle: {
      role: 'separator',
      'aria-label': label,
      tabIndex: 0,
      'aria-orientation': 'horizontal',
      'aria-valuenow': size,
      'aria-valuemin': min,
      'aria-valuemax': max,
      onPointerDown,
      onPointerMove,
      onKeyDown,
    } as const,
  }
}
