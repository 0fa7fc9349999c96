import { useSyncExternalStore } from 'react'

interface Snapshots {
  /** The version of the data that the first answer came from; null before it. */
  readonly first: string | null
  readonly latest: string | null
}

let snapshots: Snapshots = { first: null, latest: null }
const listeners = new Set<() => void>()

/** Remember which prepared version of the data an answer came from: every answer of the API says so. */
export function noteSnapshot(body: unknown): void {
  if (typeof body !== 'object' || body === null || !('snapshot' in body) || typeof body.snapshot !== 'string') return
  if (snapshots.latest === body.snapshot) return
  snapshots = { first: snapshots.first ?? body.snapshot, latest: body.snapshot }
  for (const listen of listeners) listen()
}

function subscribe(listen: () => void): () => void {
  listeners.add(listen)
  return () => listeners.delete(listen)
}

/** Whether the server now answers from newer data than this page began with. */
export function useIsDataUpdated(): boolean {
  const { first, latest } = useSyncExternalStore(subscribe, () => snapshots)
  return first !== latest
}
