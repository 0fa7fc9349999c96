import type { Position } from '#server/prepare/geometry/shape.ts'
import type { Row } from '#server/prepare/read/record.ts'

const radiusM = 6_371_009
const degree = Math.PI / 180

/** The position that a row's latitude and longitude give, or null where they are no coordinates. */
export function pointOf(row: Row): Position | null {
  const [longitude, latitude] = [row.longitude ?? null, row.latitude ?? null].map((value) =>
    value === null ? Number.NaN : Number(value),
  )
  if (longitude === undefined || latitude === undefined) return null
  return Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90 ? [longitude, latitude] : null
}

/** Metres between two positions on a sphere: good to 0.5 %, for notes on findings and never for a measured distance. */
export function roughDistanceM([x1, y1]: Position, [x2, y2]: Position): number {
  const half =
    Math.sin(((y2 - y1) * degree) / 2) ** 2 +
    Math.cos(y1 * degree) * Math.cos(y2 * degree) * Math.sin(((x2 - x1) * degree) / 2) ** 2
  return 2 * radiusM * Math.asin(Math.min(1, Math.sqrt(half)))
}
