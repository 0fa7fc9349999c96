import { useSyncExternalStore } from 'react'

/** Whether a media query holds now; follows it as it changes. */
export function useMedia(query: string): boolean {
  const subscribe = (listen: () => void) => {
    const list = window.matchMedia(query)
    list.addEventListener('change', listen)
    return () => list.removeEventListener('change', listen)
  }
  return useSyncExternalStore(subscribe, () => window.matchMedia(query).matches)
}
