import { cutAtAntimeridian } from '#server/prepare/geometry/antimeridian.ts'
import type { MultiPolygon, Position } from '#server/prepare/geometry/shape.ts'

/** WGS84. */
const equatorialRadiusM = 6_378_137
const flattening = 1 / 298.257223563
const polarRadiusM = equatorialRadiusM * (1 - flattening)
const degree = Math.PI / 180

/** The part of the direct geodesic problem that depends on the azimuth only. */
function seriesOf(reducedLatitude: number, azimuth: number) {
  const sinAlpha = Math.cos(reducedLatitude) * Math.sin(azimuth)
  const cosSquaredAlpha = 1 - sinAlpha ** 2
  const uSquared = (cosSquaredAlpha * (equatorialRadiusM ** 2 - polarRadiusM ** 2)) / polarRadiusM ** 2
  return {
    sinAlpha,
    sigma1: Math.atan2(Math.tan(reducedLatitude), Math.cos(azimuth)),
    a: 1 + (uSquared / 16_384) * (4_096 + uSquared * (-768 + uSquared * (320 - 175 * uSquared))),
    b: (uSquared / 1_024) * (256 + uSquared * (-128 + uSquared * (74 - 47 * uSquared))),
    c: (flattening / 16) * cosSquaredAlpha * (4 + flattening * (4 - 3 * cosSquaredAlpha)),
  }
}

/**
 * The place reached from a position by going `distanceM` metres along a geodesic that starts at `azimuth` (radians, clockwise from north).
 * Vincenty 1975, direct formula: exact to less than a millimetre, at any latitude. The longitude is not wrapped.
 */
export function destination([longitude, latitude]: Position, azimuth: number, distanceM: number): Position {
  const reduced = Math.atan((1 - flattening) * Math.tan(latitude * degree))
  const { sinAlpha, sigma1, a, b, c } = seriesOf(reduced, azimuth)
  const first = distanceM / (polarRadiusM * a)
  let sigma = first
  let cos2m = Math.cos(2 * sigma1 + sigma)
  for (let step = 0; step < 20; step += 1) {
    const sin = Math.sin(sigma)
    const inner = Math.cos(sigma) * (2 * cos2m ** 2 - 1) - (b / 6) * cos2m * (4 * sin ** 2 - 3) * (4 * cos2m ** 2 - 3)
    const next = first + b * sin * (cos2m + (b / 4) * inner)
    const isSettled = Math.abs(next - sigma) < 1e-13
    sigma = next
    cos2m = Math.cos(2 * sigma1 + sigma)
    if (isSettled) break
  }
  const [sin, cos] = [Math.sin(sigma), Math.cos(sigma)]
  const [sinU, cosU] = [Math.sin(reduced), Math.cos(reduced)]
  const [sinAzimuth, cosAzimuth] = [Math.sin(azimuth), Math.cos(azimuth)]
  const across = Math.hypot(sinAlpha, sinU * sin - cosU * cos * cosAzimuth)
  const arrived = Math.atan2(sinU * cos + cosU * sin * cosAzimuth, (1 - flattening) * across)
  const onSphere = Math.atan2(sin * sinAzimuth, cosU * cos - sinU * sin * cosAzimuth)
  const turned = (1 - c) * flattening * sinAlpha * (sigma + c * sin * (cos2m + c * cos * (2 * cos2m ** 2 - 1)))
  return [longitude + (onSphere - turned) / degree, arrived / degree]
}

/**
 * The polygon whose corners lie `radiusM` metres from a centre on the ellipsoid (what a buffer in the azimuthal-equidistant
 * plane gives), cut at the antimeridian and closed round a pole, counterclockwise.
 */
export function geodesicCircle(centre: Position, radiusM: number, segments: number): MultiPolygon {
  const corner = (index: number) => destination(centre, -(2 * Math.PI * (index % segments)) / segments, radiusM)
  return cutAtAntimeridian([[Array.from({ length: segments + 1 }, (_, index) => corner(index))]])
}
