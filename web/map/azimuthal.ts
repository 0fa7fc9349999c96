import { type GeoProjection, geoArea, geoAzimuthalEquidistant } from 'd3-geo'
import type { FeatureCollection, Geometry, Polygon } from 'geojson'

/** Mean radius of the Earth in km: a picture on the sphere is within 0.5 % of the ellipsoid. */
const earthRadius_km = 6371.0088

/**
 * Azimuthal equidistant round a place, in a square of `side` pixels that reaches `reach_km` to each side: every distance from
 * the middle, and every direction, is true on the paper.
 */
export function projectionRound(
  [longitude, latitude]: readonly [number, number],
  reach_km: number,
  [width, height]: readonly [number, number],
): GeoProjection {
  const half = Math.min(width, height) / 2
  const corner_km = (reach_km * Math.hypot(width, height)) / Math.min(width, height)
  return geoAzimuthalEquidistant()
    .rotate([-longitude, -latitude])
    .scale(half / (reach_km / earthRadius_km))
    .translate([width / 2, height / 2])
    .clipAngle(Math.min(170, ((corner_km * 1.02) / earthRadius_km) * (180 / Math.PI)))
    .precision(0.5)
}

/** Outer rings the way round that spherical geometry reads as land, not as all the rest of the Earth. */
function rewoundPolygon(coordinates: Polygon['coordinates']): Polygon['coordinates'] {
  const isInverse = geoArea({ type: 'Polygon', coordinates }) > 2 * Math.PI
  return isInverse ? coordinates.map((ring) => ring.toReversed()) : coordinates
}

/** A shape of RFC 7946 for pictures on the sphere. */
export function rewound(geometry: Geometry): Geometry {
  if (geometry.type === 'Polygon') return { ...geometry, coordinates: rewoundPolygon(geometry.coordinates) }
  if (geometry.type === 'MultiPolygon')
    return { ...geometry, coordinates: geometry.coordinates.map((polygon) => rewoundPolygon(polygon)) }
  return geometry
}

/** All shapes of a file, for pictures on the sphere. */
export const rewoundAll = (collection: FeatureCollection): FeatureCollection => ({
  ...collection,
  features: collection.features.map((feature) => ({ ...feature, geometry: rewound(feature.geometry) })),
})
