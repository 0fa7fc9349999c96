import type { Geometry } from 'geojson'

export type Value = string | number | boolean | null
export type Row = Readonly<Record<string, Value>>

export interface Feature<Shape extends Geometry = Geometry> {
  readonly type: 'Feature'
  readonly id: string
  readonly geometry: Shape | null
  readonly properties: Row
}

export interface FeatureCollection {
  readonly snapshot: string
  /** How many features the filter leaves in all; the page may have fewer. */
  readonly numberMatched: number
  readonly features: readonly Feature[]
}

interface WithFeatures {
  readonly snapshot: string
  readonly numberMatched: number
  readonly features?: readonly unknown[]
  readonly rows?: readonly Row[]
}

/** The items of a collection asked for as GeoJSON. */
export function featuresOf({ snapshot, numberMatched, features = [] }: WithFeatures): FeatureCollection {
  return { snapshot, numberMatched, features: features as readonly Feature[] }
}

/** The items of a collection asked for as rows. */
export const rowsOf = ({ rows = [] }: WithFeatures): readonly Row[] => rows

/** A point's position, or null for anything else. */
export function positionOf({ geometry }: Feature): readonly [number, number] | null {
  if (geometry?.type !== 'Point') return null
  const [longitude, latitude] = geometry.coordinates
  return longitude === undefined || latitude === undefined ? null : [longitude, latitude]
}
