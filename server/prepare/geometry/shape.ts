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

/** The centroid, in the plane of degrees, of the largest part's outer ring. */
export function centreOf(shape: MultiPolygon): Position {
  const outers = shape.map(([outer = []]) => outer)
  const [largest = []] = outers.sort((a, b) => Math.abs(signedArea(b)) - Math.abs(signedArea(a)))
  let [x, y, weight] = [0, 0, 0]
  const [originX, originY] = largest[0] ?? [0, 0]
  for (const [index, [x2, y2]] of largest.entries()) {
    const [x1, y1] = largest[index - 1] ?? [x2, y2]
    const cross = (x1 - originX) * (y2 - originY) - (x2 - originX) * (y1 - originY)
    x += (x1 + x2 - 2 * originX) * cross
    y += (y1 + y2 - 2 * originY) * cross
    weight += 3 * cross
  }
  return weight === 0 ? [originX, originY] : [originX + x / weight, originY + y / weight]
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
