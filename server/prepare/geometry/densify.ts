import type { MultiPolygon, Position, Ring } from '#server/prepare/geometry/shape.ts'

const radiusM = 6_371_009
const degree = Math.PI / 180
const mostPieces = 100_000
/** A geodesic that passes the centre of the plane at 70 km is straight within half a metre over this length. */
const longestPieceM = 50_000

/**
 * How many pieces an edge is cut into so that each piece is straight within `toleranceM` metres in any plane centred near by.
 * An edge is straight in longitude and latitude (GeoParquet `edges: planar`); on the globe it bends like a parallel, by
 * R sin(lat) (cos(lat) dlon^2 + 2 dlat dlon) / 8 at its middle.
 */
function piecesOf([x1, y1]: Position, [x2, y2]: Position, toleranceM: number): number {
  const turn = Math.abs(x2 - x1) * degree
  const lowest = Math.min(Math.abs(y1), Math.abs(y2)) * degree
  const highest = Math.max(Math.abs(y1), Math.abs(y2)) * degree
  const rise = Math.abs(y2 - y1) * degree
  const bend = Math.sin(highest) * (Math.cos(lowest) * turn ** 2 + 2 * rise * turn)
  const length = radiusM * Math.hypot(rise, Math.cos(lowest) * turn)
  const pieces = Math.max(Math.sqrt((radiusM * bend) / (8 * toleranceM)), length / longestPieceM)
  return Math.min(mostPieces, Math.max(1, Math.ceil(pieces)))
}

function densifyRing(ring: Ring, toleranceM: number): Ring {
  return ring.flatMap((position, index) => {
    const before = ring[index - 1]
    if (before === undefined) return [position]
    const pieces = piecesOf(before, position, toleranceM)
    return Array.from({ length: pieces }, (_, piece): Position => {
      const part = (piece + 1) / pieces
      return part === 1
        ? position
        : [before[0] + part * (position[0] - before[0]), before[1] + part * (position[1] - before[1])]
    })
  })
}

/** The same shape with corners added along long edges, so that it may be measured in a plane: the error is below `toleranceM` metres. */
export function densify(shape: MultiPolygon, toleranceM = 0.5): MultiPolygon {
  return shape.map((polygon) => polygon.map((ring) => densifyRing(ring, toleranceM)))
}
