import type { Predicate } from '#server/cql2/ast.ts'
import type { Scope } from '#server/cql2/compile-scope.ts'
import { bindGeometry, compileBoxes, type Side, sideOf } from '#server/cql2/compile-spatial.ts'
import { Cql2Error } from '#server/cql2/error.ts'
import { type Bounds, splitAtAntimeridian } from '#server/cql2/geometry.ts'

type DistancePredicate = Extract<Predicate, { kind: 'dwithin' }>
interface Point {
  readonly x: string
  readonly y: string
}

/**
 * Beyond this, the nearest point of a shape is no longer nearest in a plane round the point by enough to promise 0.1
 * %.
 */
const maxShapeDistance_m = 100_000
const metresPerDegree = 110_500

/** Bounds grown by a distance, never too small; the whole circle of longitudes where a pole comes near. */
function reach([west, south, east, north]: Bounds, distance_m: number): Bounds[] {
  const tall = (distance_m / metresPerDegree) * 1.001 + 1e-9
  const [bottom, top] = [Math.max(-90, south - tall), Math.min(90, north + tall)]
  const wide = tall / Math.cos((Math.max(-bottom, top) * Math.PI) / 180)
  const width = west <= east ? east - west : east - west + 360
  if (width + 2 * wide >= 360) return [[-180, bottom, 180, top]]
  const wrapped = (longitude: number) => ((longitude + 540) % 360) - 180
  return splitAtAntimeridian([wrapped(west - wide), bottom, wrapped(east + wide), top])
}

const isPointColumn = (side: Side): boolean => side.kind === 'column' && side.queryable.geometry === 'point'
const isPointGround = (side: Side): boolean => side.kind === 'ground' && side.geometry.type === 'Point'

function pointOf(side: Side, scope: Scope): Point {
  if (side.kind === 'column') return { x: `st_x(${side.queryable.sql})`, y: `st_y(${side.queryable.sql})` }
  return { x: scope.bind(side.bounds[0], 'double'), y: scope.bind(side.bounds[1], 'double') }
}

const positionOf = ({ x, y }: Point): string => `st_point2d(${x}, ${y})`

/** Metres in a degree of longitude and of latitude at a latitude, on WGS 84; never 0, for a point at a pole. */
function scaleAt(latitude: string): Point {
  const w = `(1 - 0.00669437999014132 * pow(sin(radians(${latitude})), 2))`
  return {
    x: `greatest(111319.49079327358 * cos(radians(${latitude})) / sqrt(${w}), 1)`,
    y: `(110574.2758215944 / pow(${w}, 1.5))`,
  }
}

/**
 * The shape's point nearest to a point, in a plane scaled to metres there. `shift` moves the shape by 360 degrees,
 * for a point on the other side of the antimeridian.
 */
function nearestPoint(shape: string, { x, y }: Point, shift: number): string {
  const scale = scaleAt(y)
  const toPlane = `${scale.x}, 0, 0, ${scale.y}, (${shift} - ${x}) * ${scale.x}, -${y} * ${scale.y}`
  const toDegrees = `1 / ${scale.x}, 0, 0, 1 / ${scale.y}, ${x}, ${y}`
  return `cast(st_affine(st_closestpoint(st_affine(${shape}, ${toPlane}), st_point(0, 0)), ${toDegrees}) as point_2d)`
}

const anyOf = (tests: readonly string[]): string => (tests.length === 1 ? String(tests[0]) : `(${tests.join(' or ')})`)

/** 0, and a turn either way where the ground comes within reach of the antimeridian. */
function shiftsFor(boxes: readonly Bounds[]): readonly number[] {
  const isNearAntimeridian = boxes.length > 1 || boxes.some(([west, , east]) => west === -180 && east === 180)
  return isNearAntimeridian ? [0, 360, -360] : [0]
}

/**
 * S_DWITHIN(a, b, metres), not part of the standard: whether two geometries are at most so far apart on the WGS 84
 * ellipsoid. Between points exact (Karney). Between a point and a line or polygon to the nearest point of its straight
 * edges in lon/lat, found in a plane round the point: within max(5 m, 0.1 %) up to 100 km, and 0 inside.
 * @throws Cql2Error when neither is a point, neither is a property, or the distance is out of range
 */
export function compileDistance(predicate: DistancePredicate, scope: Scope): string {
  const { distance, place } = predicate
  const sides = [sideOf(predicate.left, scope), sideOf(predicate.right, scope)]
  const column = sides.find((side) => side.kind === 'column')
  const ground = sides.find((side) => side.kind === 'ground')
  if (column === undefined || ground === undefined) {
    throw new Cql2Error('S_DWITHIN compares one property with one geometry', place)
  }
  if (distance.value < 0) throw new Cql2Error('a distance is not negative', distance.place)
  const boxes = reach(ground.bounds, distance.value)
  const near = (exact: string) => `(${compileBoxes(column.queryable.sql, boxes, scope)} and ${exact})`
  const limit = scope.bind(distance.value, 'double')
  const within = (a: string, b: string) => `st_distance_spheroid(${a}, ${b}) <= ${limit}`
  if (isPointColumn(column) && isPointGround(ground)) {
    return near(within(positionOf(pointOf(column, scope)), positionOf(pointOf(ground, scope))))
  }
  const point = isPointGround(ground) ? ground : column
  if (point === column && !isPointColumn(column)) {
    throw new Cql2Error('S_DWITHIN measures from a point: the property or the geometry has to be one', place)
  }
  if (distance.value > maxShapeDistance_m) {
    throw new Cql2Error(`S_DWITHIN to a line or polygon reaches at most ${maxShapeDistance_m} m`, distance.place)
  }
  const from = pointOf(point, scope)
  const shape = point === ground ? column.queryable.sql : bindGeometry(ground.geometry, scope)
  return near(anyOf(shiftsFor(boxes).map((shift) => within(nearestPoint(shape, from, shift), positionOf(from)))))
}
