/** Two numbers in the axis order of their CRS. */
export type Position = readonly [number, number]

/** GeoJSON geometry, two axes only: heights are read and dropped, because every collection is flat. */
export type Geometry =
  | { readonly type: 'Point'; readonly coordinates: Position }
  | { readonly type: 'MultiPoint' | 'LineString'; readonly coordinates: readonly Position[] }
  | { readonly type: 'MultiLineString' | 'Polygon'; readonly coordinates: readonly (readonly Position[])[] }
  | { readonly type: 'MultiPolygon'; readonly coordinates: readonly (readonly (readonly Position[])[])[] }
  | { readonly type: 'GeometryCollection'; readonly geometries: readonly Geometry[] }

/** Every type but the collection, with the depth of its arrays of positions. */
export const coordinateDepth = {
  Point: 0,
  MultiPoint: 1,
  LineString: 1,
  MultiLineString: 2,
  Polygon: 2,
  MultiPolygon: 3,
} as const
export type SimpleType = keyof typeof coordinateDepth
/**
 * A collection may hold collections, and those nothing but simple geometries: deeper ones have killed the engine
 * (engineering.md 0.2).
 */
export const maxCollectionDepth = 2

/** West, south, east, north in degrees; west > east runs across the antimeridian. */
export type Bounds = readonly [number, number, number, number]

/** Why these positions are no line, or `undefined`. */
export function lineFault(positions: readonly Position[]): string | undefined {
  return positions.length < 2 ? 'a line needs at least 2 positions' : undefined
}

/** Why these positions are no ring of a polygon, or `undefined`. */
export function ringFault(positions: readonly Position[]): string | undefined {
  if (positions.length < 4) return 'a ring needs at least 4 positions'
  const [first, last] = [positions[0], positions.at(-1)]
  const isClosed = first?.[0] === last?.[0] && first?.[1] === last?.[1]
  return isClosed ? undefined : 'a ring must end where it begins'
}

/** The check that the innermost array of this type has to pass. */
export function faultOf(type: SimpleType): (positions: readonly Position[]) => string | undefined {
  if (type === 'Polygon' || type === 'MultiPolygon') return ringFault
  return type === 'LineString' || type === 'MultiLineString' ? lineFault : () => undefined
}

type Nested = Position | readonly Nested[]

function isPosition(nested: Nested): nested is Position {
  return typeof nested[0] === 'number'
}

function mapNested(nested: Nested, change: (position: Position) => Position): Nested {
  return isPosition(nested) ? change(nested) : nested.map((inner) => mapNested(inner, change))
}

/** The same geometry with each position changed. */
export function mapPositions(geometry: Geometry, change: (position: Position) => Position): Geometry {
  if (geometry.type === 'GeometryCollection') {
    return { type: geometry.type, geometries: geometry.geometries.map((part) => mapPositions(part, change)) }
  }
  return { type: geometry.type, coordinates: mapNested(geometry.coordinates, change) } as Geometry
}

/** Smallest bounds of a geometry in degrees; never across the antimeridian. */
export function boundsOf(geometry: Geometry): Bounds {
  let [west, south, east, north] = [180, 90, -180, -90]
  mapPositions(geometry, (position) => {
    west = Math.min(west, position[0])
    south = Math.min(south, position[1])
    east = Math.max(east, position[0])
    north = Math.max(north, position[1])
    return position
  })
  return [west, south, east, north]
}

/** One or two bounds that do not cross the antimeridian and cover the same ground. */
export function splitAtAntimeridian([west, south, east, north]: Bounds): Bounds[] {
  if (west <= east) return [[west, south, east, north]]
  return [
    [west, south, 180, north],
    [-180, south, east, north],
  ]
}

function rectangle([west, south, east, north]: Bounds): Geometry {
  const [southWest, northEast]: [Position, Position] = [
    [west, south],
    [east, north],
  ]
  if (west === east && south === north) return { type: 'Point', coordinates: southWest }
  if (west === east || south === north) return { type: 'LineString', coordinates: [southWest, northEast] }
  return { type: 'Polygon', coordinates: [[southWest, [east, south], northEast, [west, north], southWest]] }
}

/**
 * The ground that bounds cover: a rectangle, two of them across the antimeridian, or the line or point that is left of
 * a flat one.
 */
export function geometryOf(bounds: Bounds): Geometry {
  const [first, second] = splitAtAntimeridian(bounds).map(rectangle)
  if (second === undefined) return first as Geometry
  if (first?.type === 'Polygon' && second.type === 'Polygon') {
    return { type: 'MultiPolygon', coordinates: [first.coordinates, second.coordinates] }
  }
  return { type: 'GeometryCollection', geometries: [first as Geometry, second] }
}

function nestedText(nested: Nested): string {
  return isPosition(nested) ? `${nested[0]} ${nested[1]}` : `(${nested.map(nestedText).join(',')})`
}

/** Well-known text, each number exact (the shortest text that reads back as the same double). */
export function toWkt(geometry: Geometry): string {
  const name = geometry.type.toUpperCase()
  if (geometry.type === 'GeometryCollection') return `${name}(${geometry.geometries.map(toWkt).join(',')})`
  const text = nestedText(geometry.coordinates)
  return `${name}${geometry.type === 'Point' ? `(${text})` : text}`
}
