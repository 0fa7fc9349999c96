import { area, circle, distance, greatCircle, length, lineString, polygon } from '@turf/turf'
import type { Geometry } from 'geojson'
import type { Feature, Row } from '#web/api/features.ts'
import type { Position } from '#web/map/mercator.ts'

const mutable = ([longitude, latitude]: Position): [number, number] => [longitude, latitude]

/** The ring round a point as a closed line, 128 corners; on the sphere, so up to 0.5 % off the engine's own: for looking at only. */
export function ringAround(centre: Position, radius_km: number): [number, number][] {
  const { geometry } = circle(mutable(centre), Math.max(radius_km, 0.001), { steps: 128, units: 'kilometers' })
  return (geometry.coordinates[0] ?? []) as [number, number][]
}

/**
 * The circle that a reported area stands for, as a feature to draw; a point where no size is reported. On the sphere: its
 * true size is in the row.
 */
export function circleFeature(row: Row, key: string, areaField: string): Feature {
  const centre: [number, number] = [Number(row.longitude), Number(row.latitude)]
  const area_km2 = row[areaField]
  const radius_km = typeof area_km2 === 'number' ? Math.sqrt(area_km2 / Math.PI) : 0
  const geometry: Geometry =
    radius_km > 0
      ? circle(centre, radius_km, { steps: 72, units: 'kilometers' }).geometry
      : { type: 'Point', coordinates: centre }
  return { type: 'Feature', id: String(row[key]), geometry, properties: row }
}

/** How many positions lie within `radius_km` of the centre, on the sphere. */
export const countWithin = (centre: Position, positions: readonly Position[], radius_km: number): number =>
  positions.filter((position) => distance(mutable(centre), mutable(position), { units: 'kilometers' }) <= radius_km)
    .length

/** The box that a circle of `radius_km` fits in: west, south, east, north in degrees. */
export function boxAround([longitude, latitude]: Position, radius_km: number): [number, number, number, number] {
  const height = radius_km / 110.5
  const width = height / Math.max(Math.cos((latitude * Math.PI) / 180), 0.05)
  const wrap = (value: number) => (value > 180 ? value - 360 : value < -180 ? value + 360 : value)
  return [
    wrap(longitude - width),
    Math.max(-90, latitude - height),
    wrap(longitude + width),
    Math.min(90, latitude + height),
  ]
}

/** Corners joined by the shortest way on the sphere, which a map of this projection shows as a curve. */
export function shortestPath(corners: readonly Position[]): [number, number][] {
  const [start] = corners
  if (start === undefined) return []
  const steps = corners.slice(1).flatMap((corner, index) => {
    const { geometry } = greatCircle(mutable(corners[index] ?? start), mutable(corner), { npoints: 48 })
    return (geometry.type === 'LineString' ? geometry.coordinates : geometry.coordinates.flat()) as [number, number][]
  })
  return [mutable(start), ...steps]
}

/** Length of a line in metres and, from three corners on, the area it encloses in hectares. */
export function measured(corners: readonly Position[]): { readonly metres: number; readonly hectares: number | null } {
  if (corners.length < 2) return { metres: 0, hectares: null }
  const line = corners.map(mutable)
  const [first] = line
  const metres = length(lineString(line), { units: 'meters' })
  const hectares = line.length < 3 || first === undefined ? null : area(polygon([[...line, first]])) / 10_000
  return { metres, hectares }
}
