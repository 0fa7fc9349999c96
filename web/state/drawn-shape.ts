import { useSyncExternalStore } from 'react'

type Position = readonly [longitude: number, latitude: number]

/** What a reader has drawn on the map and asks about. */
export type DrawnShape = {
  /** The closed line as it stands on the map: its edges run the shortest way on the sphere. */
  readonly outline: readonly Position[]
} & (
  | { readonly kind: 'polygon'; readonly hectares: number }
  | { readonly kind: 'circle'; readonly centre: Position; readonly radius_m: number }
)

let drawn: DrawnShape | null = null
const listeners = new Set<() => void>()

/** Ask what lies inside a shape, or stop asking. It is not in the URL: a drawing is for one reader and one moment. */
export function askInside(shape: DrawnShape | null): void {
  drawn = shape
  for (const listen of listeners) listen()
}

function subscribe(listen: () => void): () => void {
  listeners.add(listen)
  return () => listeners.delete(listen)
}

/** The shape that is asked about: the map sets it, a window beside the map answers. */
export const useAskedShape = (): DrawnShape | null => useSyncExternalStore(subscribe, () => drawn)
