import {
  type MultiPolygon,
  orient,
  type Polygon,
  type Position,
  type Ring,
  signedArea,
} from '#server/prepare/geometry/shape.ts'

/**
 * True where a step of more than half the world says that the ring runs across the antimeridian. A step from 180 to -180 exactly
 * is an edge round the whole world, as a cap over a pole has one.
 */
function isCrossing(ring: Ring): boolean {
  return ring.some(([longitude], index) => {
    const step = Math.abs(longitude - (ring[index - 1]?.[0] ?? longitude))
    return step > 180 && step < 360
  })
}

const isOutside = (ring: Ring): boolean => ring.some(([longitude]) => Math.abs(longitude) > 180)

/** Longitudes without jumps; they may leave -180..180. */
function unwrap(ring: Ring): Ring {
  const path: Position[] = []
  let shift = 0
  for (const [index, [longitude, latitude]] of ring.entries()) {
    const before = ring[index - 1]
    if (before !== undefined) shift -= 360 * Math.round((longitude - before[0]) / 360)
    path.push([longitude + shift, latitude])
  }
  return path
}

/** How far an unwrapped ring is from closing: a turn, east or west, where it runs round a pole. */
const gapOf = (ring: Ring): number => 360 * Math.round(((ring.at(-1)?.[0] ?? 0) - (ring[0]?.[0] ?? 0)) / 360)

/** A ring round a pole: three turns of it, closed over the pole, so that one whole world lies inside it. */
function closeOverPole(ring: Ring): Ring {
  const gap = gapOf(ring)
  const path = [-1, 0, 1].flatMap((turn) => ring.map(([x, y]): Position => [x + turn * gap, y]))
  const [first, last] = [path[0], path.at(-1)]
  if (first === undefined || last === undefined) return ring
  const pole = ring.reduce((sum, [, latitude]) => sum + latitude, 0) > 0 ? 90 : -90
  return [...path, [last[0], pole], [first[0], pole], first]
}

/** The part of a ring on one side of a meridian (Sutherland and Hodgman): `side` 1 keeps the east, -1 the west. */
function clip(ring: Ring, meridian: number, side: 1 | -1): Ring {
  const kept: Position[] = []
  const isKept = ([longitude]: Position) => side * (longitude - meridian) >= 0
  for (const [index, position] of ring.entries()) {
    const before = ring[index - 1]
    if (before !== undefined && isKept(before) !== isKept(position)) {
      const part = (meridian - before[0]) / (position[0] - before[0])
      kept.push([meridian, before[1] + part * (position[1] - before[1])])
    }
    if (isKept(position)) kept.push(position)
  }
  const [first, last] = [kept[0], kept.at(-1)]
  if (first === undefined || last === undefined) return []
  return first[0] === last[0] && first[1] === last[1] ? kept : [...kept, first]
}

/** The part of a polygon in the world `turn` turns to the east of -180..180, moved back into it. */
function partInWorld(polygon: Polygon, turn: number): Polygon {
  const [west, east] = [-180 + 360 * turn, 180 + 360 * turn]
  return polygon
    .map((ring) => clip(clip(ring, west, 1), east, -1).map(([x, y]): Position => [x - 360 * turn, y]))
    .filter((ring) => ring.length > 3 && signedArea(ring) !== 0)
}

function cutPolygon(polygon: Polygon): MultiPolygon {
  if (!polygon.some((ring) => isCrossing(ring) || isOutside(ring))) return [polygon]
  const [outer = [], ...holes] = polygon.map(unwrap)
  if (gapOf(outer) !== 0) {
    return [
      partInWorld(
        [outer, ...holes].map((ring) => (gapOf(ring) === 0 ? ring : closeOverPole(ring))),
        0,
      ),
    ]
  }
  const west = Math.min(...outer.map(([longitude]) => longitude))
  const aligned = holes.map((hole) => {
    const turns = Math.ceil((west - Math.min(...hole.map(([longitude]) => longitude))) / 360)
    return hole.map(([x, y]): Position => [x + 360 * turns, y])
  })
  return [-2, -1, 0, 1, 2].map((turn) => partInWorld([outer, ...aligned], turn)).filter((part) => part.length > 0)
}

/**
 * Cut polygons at the antimeridian (RFC 7946, 3.1.9): all longitudes of the answer are in -180..180, no edge is longer than half
 * the world, and rings follow the right-hand rule. Concave polygons may keep edges along the cut; `ST_MakeValid` takes them away.
 */
export function cutAtAntimeridian(shape: MultiPolygon): MultiPolygon {
  return orient(shape.flatMap(cutPolygon))
}
