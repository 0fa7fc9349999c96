import { useEffect, useRef, useState } from 'react'

const stepMs = 1100

/**
 * Walk by itself, one step every second, until told to stop or the page is hidden.
 * @param step what one step does
 */
export function usePlay(step: () => void): {
  readonly isPlaying: boolean
  readonly toggle: () => void
  readonly stop: () => void
} {
  const [isPlaying, setPlaying] = useState(false)
  const latest = useRef(step)
  latest.current = step
  useEffect(() => {
    if (!isPlaying) return
    const timer = setInterval(() => (document.hidden ? setPlaying(false) : latest.current()), stepMs)
    return () => clearInterval(timer)
  }, [isPlaying])
  return {
    isPlaying,
    toggle: () => {
      if (!isPlaying) latest.current()
      setPlaying(!isPlaying)
    },
    stop: () => setPlaying(false),
  }
}
