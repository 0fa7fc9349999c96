import { askRows } from '#web/api/ask.ts'
import type { Row } from '#web/api/features.ts'
import { type OverlayResult, type OverlayRun, runOverlay } from '#web/api/overlay-job.ts'
import type { DrawnShape } from '#web/state/drawn-shape.ts'
import type { DrawnDataset } from '#web/state/view.ts'

/** Up to here the engine measures a radius along the geodesic; beyond, the circle is sent as an outline. */
const farthest_m = 50_000

/** The inputs of the overlay process for one collection: inside an outline, or within the radius of a place. */
export function inputsOf(shape: DrawnShape, collection: DrawnDataset) {
  const left = { collection }
  if (shape.kind === 'circle' && shape.radius_m <= farthest_m)
    return {
      left,
      right: { type: 'Point', coordinates: shape.centre },
      relation: 'within',
      distance_m: Math.round(shape.radius_m),
    }
  return { left, right: { type: 'Polygon', coordinates: [shape.outline] }, relation: 'intersects' }
}

/**
 * What of one collection lies inside a shape: the overlay process, run as a job.
 * @throws {Problem} where the server refuses it or it fails
 */
export const askWhatIsInside = (shape: DrawnShape, collection: DrawnDataset, run: OverlayRun): Promise<OverlayResult> =>
  runOverlay(inputsOf(shape, collection), run)

const mostCommunities = 20_000

/** People of the listed places among `ids`, which lie in the box of the rows; null where no size is known. */
export async function askPeople(rows: readonly Row[], signal: AbortSignal) {
  const [longitudes, latitudes] = [rows.map((row) => Number(row.longitude)), rows.map((row) => Number(row.latitude))]
  if (rows.length === 0 || rows.length > mostCommunities) return null
  const box = [Math.min(...longitudes), Math.min(...latitudes), Math.max(...longitudes), Math.max(...latitudes)]
  const query = { bbox: box.map((side) => side.toFixed(6)).join(',') }
  const found = await askRows({ collection: 'host_communities', query }, signal)
  const ids = new Set(rows.map(({ left_id }) => left_id))
  const inside = found.filter(({ community_id }) => ids.has(community_id ?? ''))
  const known = inside.flatMap(({ population }) => (typeof population === 'number' ? [population] : []))
  return {
    people: known.length === 0 ? null : known.reduce((sum, population) => sum + population, 0),
    unknown: rows.length - known.length,
  }
}
