/** Coordinate reference systems that features come in, by the URI of `crs`: these and no others ever reach PROJ. */
export const outputCrs = {
  'http://www.opengis.net/def/crs/OGC/1.3/CRS84': 'CRS84',
  'http://www.opengis.net/def/crs/EPSG/0/4326': 'EPSG:4326',
  'http://www.opengis.net/def/crs/EPSG/0/3857': 'EPSG:3857',
} as const
export type OutputCrs = (typeof outputCrs)[keyof typeof outputCrs]
export type CrsUri = keyof typeof outputCrs

export const crsUris = Object.keys(outputCrs) as CrsUri[]
/** Longitude, latitude: what everything is stored in, and what answers have unless they are asked for another. */
export const crs84 = 'http://www.opengis.net/def/crs/OGC/1.3/CRS84' satisfies CrsUri

/** Web Mercator ends here; beyond lie numbers that run to infinity at the poles. */
const mercatorWorld = 'st_makeenvelope(-180, -85.051128779806589, 180, 85.051128779806589)'
const mercator = `'+proj=longlat +datum=WGS84 +no_defs', '+proj=webmerc +datum=WGS84 +units=m +no_defs'`

/**
 * A stored geometry as SQL in a coordinate reference system, in the axis order of its register: latitude first in EPSG:4326.
 * In Web Mercator, what lies beyond 85.05 degrees is cut off, because the system has no place for it.
 */
export function inCrs(geometry: string, crs: OutputCrs): string {
  if (crs === 'CRS84') return geometry
  if (crs === 'EPSG:4326') return `st_flipcoordinates(${geometry})`
  const inWorld = `case when st_ymin(${geometry}) >= -85.051128779806589 and st_ymax(${geometry}) <= 85.051128779806589
      then ${geometry} else st_intersection(${geometry}, ${mercatorWorld}) end`
  return `st_transform(${inWorld}, ${mercator})`
}
