import type { Feature, Geometry, Position } from 'geojson'
import type { BadReason, BadRow, Cell, DroppedFeature } from '#web/drop/parsed.ts'

const deepest = 8

/** Every position of a geometry; null where it is none of GeoJSON's, or nested deeper than any honest one. */
export function positionsOf(geometry: Geometry): Position[] | null {
  const found: Position[] = []
  const open: { value: unknown; depth: number }[] = [{ value: geometry, depth: 0 }]
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { value, depth } = next
    if (depth > deepest) return null
    if (Array.isArray(value)) {
      if (typeof value[0] === 'number') found.push(value as Position)
      else for (const inner of value) open.push({ value: inner, depth: depth + 1 })
      continue
    }
    const { geometries, coordinates } = (value ?? {}) as { geometries?: unknown; coordinates?: unknown }
    const inner = geometries ?? coordinates
    if (!Array.isArray(inner)) return null
    open.push({ value: inner, depth: depth + 1 })
  }
  return found
}

function faultOf(feature: Feature<Geometry | null> | null): BadReason | null {
  if (feature === null || typeof feature !== 'object') return 'unreadable'
  if (feature.geometry === null || feature.geometry === undefined) return 'no_geometry'
  const positions = positionsOf(feature.geometry)
  if (positions === null || positions.length === 0) return 'bad_geometry'
  if (positions.some((position) => position.slice(0, 2).some((value) => !Number.isFinite(value)))) return 'bad_geometry'
  const isOnEarth = positions.every(([x = 181, y = 91]) => Math.abs(x) <= 180 && Math.abs(y) <= 90)
  return isOnEarth ? null : 'outside_earth'
}

const cellOf = (value: unknown): Cell => {
  if (value === null || value === undefined) return null
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value
  return value instanceof Date ? value.toISOString().slice(0, 10) : JSON.stringify(value)
}

/** Features that can be drawn, and why the others can not. Longitude and latitude in degrees of WGS 84. */
export function checkFeatures(features: readonly (Feature<Geometry | null> | null)[]): {
  readonly columns: string[]
  readonly features: DroppedFeature[]
  readonly bad: BadRow[]
} {
  const columns = new Set<string>()
  const good: DroppedFeature[] = []
  const bad: BadRow[] = []
  for (const [index, feature] of features.entries()) {
    const reason = faultOf(feature)
    if (reason !== null || feature?.geometry == null) {
      bad.push({ row: index + 1, reason: reason ?? 'no_geometry' })
      continue
    }
    const entries = Object.entries(feature.properties ?? {}).map(([name, value]) => [name, cellOf(value)] as const)
    for (const [name] of entries) columns.add(name)
    good.push({
      type: 'Feature',
      id: String(index + 1),
      geometry: feature.geometry,
      properties: Object.fromEntries(entries),
    })
  }
  return { columns: [...columns], features: good, bad }
}
