import type { Box, GeometryLiteral } from '#server/cql2/ast.ts'
import { Cql2Error, type Place } from '#server/cql2/error.ts'
import { type Bounds, type Geometry, geometryOf, mapPositions, type Position } from '#server/cql2/geometry.ts'

/** Coordinate reference systems that a filter may be written in, by the URI of `filter-crs`. */
export const filterCrs = {
  'http://www.opengis.net/def/crs/OGC/1.3/CRS84': 'CRS84',
  'http://www.opengis.net/def/crs/EPSG/0/4326': 'EPSG:4326',
  'http://www.opengis.net/def/crs/EPSG/0/3857': 'EPSG:3857',
} as const
export type FilterCrs = (typeof filterCrs)[keyof typeof filterCrs]

const earthRadius_m = 6_378_137
const halfWorld_m = Math.PI * earthRadius_m
const degrees = 180 / Math.PI

/** Web Mercator to longitude and latitude, the closed inverse on the sphere (EPSG method 1024). */
function fromMercator([x, y]: Position): Position {
  const isEdge = Math.abs(Math.abs(x) - halfWorld_m) < 0.01
  const longitude = isEdge ? Math.sign(x) * 180 : (x / earthRadius_m) * degrees
  return [longitude, Math.atan(Math.sinh(y / earthRadius_m)) * degrees]
}

/** A position in the axis order of its system, as longitude and latitude in degrees. */
export const toLonLat: Readonly<Record<FilterCrs, (position: Position) => Position>> = {
  CRS84: (position) => position,
  'EPSG:4326': ([latitude, longitude]) => [longitude, latitude],
  'EPSG:3857': fromMercator,
}

function onEarth(position: Position, place: Place): Position {
  const [longitude, latitude] = position
  if (Math.abs(longitude) > 180) throw new Cql2Error(`longitude ${longitude} is not between -180 and 180`, place)
  if (Math.abs(latitude) > 90) throw new Cql2Error(`latitude ${latitude} is not between -90 and 90`, place)
  return position
}

/**
 * A geometry of the filter in longitude and latitude. Edges stay straight in lon/lat, the rule of every answer here;
 * a slanting edge in Web Mercator is therefore taken by its ends.
 * @throws Cql2Error when a position is not on Earth
 */
export function geometryInDegrees({ geometry, place }: GeometryLiteral, crs: FilterCrs): Geometry {
  return mapPositions(geometry, (position) => onEarth(toLonLat[crs](position), place))
}

/**
 * A bounding box of the filter in longitude and latitude; west > east where it runs across the antimeridian.
 * @throws Cql2Error when a corner is not on Earth or south is above north
 */
export function boundsInDegrees({ corners, place }: Box, crs: FilterCrs): Bounds {
  const [west, south] = onEarth(toLonLat[crs]([corners[0], corners[1]]), place)
  const [east, north] = onEarth(toLonLat[crs]([corners[2], corners[3]]), place)
  if (south > north) throw new Cql2Error(`the box has its lower corner (${south}) above its upper (${north})`, place)
  return [west, south, east, north]
}

/** A geometry or box as the geometry it covers, in degrees. */
export function groundOf(literal: GeometryLiteral | Box, crs: FilterCrs): Geometry {
  return literal.kind === 'geometry' ? geometryInDegrees(literal, crs) : geometryOf(boundsInDegrees(literal, crs))
}
