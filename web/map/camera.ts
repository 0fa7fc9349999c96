import type { LngLatBoundsLike, Map as MapLibreMap } from 'maplibre-gl'
import { type Feature, positionOf } from '#web/api/features.ts'
import type { Camera } from '#web/state/parsers.ts'

export type Bounds = readonly [west: number, south: number, east: number, north: number]

/** The four regions together: what the map shows before anything is asked. */
export const homeBounds: Bounds = [-112, -37, 142, 54]

/** The box of the features' positions, at least two degrees wide; null without any. */
export function boundsOf(features: readonly Feature[]): Bounds | null {
  const positions = features.map(positionOf).filter((position) => position !== null)
  if (positions.length === 0) return null
  const longitudes = positions.map(([longitude]) => longitude)
  const latitudes = positions.map(([, latitude]) => latitude)
  return [
    Math.min(...longitudes) - 1,
    Math.max(-85, Math.min(...latitudes) - 1),
    Math.max(...longitudes) + 1,
    Math.min(85, Math.max(...latitudes) + 1),
  ]
}

const prefersStill = (): boolean => window.matchMedia('(prefers-reduced-motion: reduce)').matches
const asLngLat = ([west, south, east, north]: Bounds): LngLatBoundsLike => [
  [west, south],
  [east, north],
]

/** Room for the tools above and the ring card below. */
const padding = { top: 24, right: 56, bottom: 110, left: 24 }

/** Move so that a box is in sight; without motion for readers who want none. */
export function showBounds(map: MapLibreMap, bounds: Bounds, isFirst = false): void {
  const isSmall = map.getContainer().clientWidth < 500
  const room = isSmall ? { top: 60, right: 12, bottom: 90, left: 12 } : padding
  map.fitBounds(asLngLat(bounds), { padding: room, maxZoom: 8, animate: !isFirst && !prefersStill(), duration: 600 })
}

export function showCamera(map: MapLibreMap, { zoom, longitude, latitude }: Camera, isFirst = false): void {
  const target = { center: [longitude, latitude] as [number, number], zoom }
  if (isFirst || prefersStill()) map.jumpTo(target)
  else map.easeTo({ ...target, duration: 600 })
}

export const cameraOf = (map: MapLibreMap): Camera => ({
  zoom: map.getZoom(),
  longitude: map.getCenter().wrap().lng,
  latitude: map.getCenter().lat,
})
