/** Longitude and latitude in degrees (OGC:CRS84). */
export type Position = readonly [number, number]
/** A closed ring: first and last position are equal. */
export type Ring = readonly Position[]
/** The outer ring, then its holes. */
export type Polygon = readonly Ring[]
export type MultiPolygon = readonly Polygon[]

/** Twice the planar area; positive when the ring runs counterclockwise. */
export function signedArea(ring: Ring): number {
  let sum = 0
  let [x, y] = ring.at(-1) ?? [0, 0]
  for (const [nextX, nextY] of ring) {
    sum += (nextX + x) * (nextY - y)
    x = nextX
    y = nextY
  }
  return sum
}

/** The right-hand rule of RFC 7946: outer rings counterclockwise, holes clockwise. */
export function orient(shape: MultiPolygon): MultiPolygon {
  return shape.map((polygon) =>
    polygon.map((ring, index) => (signedArea(ring) > 0 === (index === 0) ? ring : [...ring].reverse())),
  )
}

/** West, south, east, north of a shape in degrees. */
export function boundsOf(shape: MultiPolygon): [number, number, number, number] {
  const bounds: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const [outer] of shape) {
    for (const [x, y] of outer ?? []) {
      bounds[0] = Math.min(bounds[0], x)
      bounds[1] = Math.min(bounds[1], y)
      bounds[2] = Math.max(bounds[2], x)
      bounds[3] = Math.max(bounds[3], y)
    }
  }
  return bounds
}
