import { type RefObject, useLayoutEffect, useState } from 'react'

/** The width in pixels of an element, followed as it changes; 0 where there is none. Known before the first picture: a busy map can hold the next one up for seconds. */
export function useWidth(element: RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(0)
  useLayoutEffect(() => {
    if (element.current === null) return
    setWidth(Math.round(element.current.clientWidth))
    const observer = new ResizeObserver(([entry]) => setWidth(Math.round(entry?.contentRect.width ?? 0)))
    observer.observe(element.current)
    return () => observer.disconnect()
  }, [element])
  return width
}
