import type { Field } from '#data/field.ts'
import { askRows } from '#web/api/ask.ts'
import type { Row } from '#web/api/features.ts'
import { asProblem, Problem, problemOf } from '#web/api/problem.ts'
import { noteSnapshot } from '#web/api/snapshot.ts'
import type { DrawnShape } from '#web/state/drawn-shape.ts'
import type { DrawnDataset } from '#web/state/view.ts'

/** What an overlay process answers (`server/processes/overlay`). */
export interface InsideResult {
  readonly jobId: string
  readonly snapshot: string
  readonly left: { readonly too_coarse: number }
  readonly totals: { readonly pairs: number; readonly overlap_ha: number | null }
  readonly fields: readonly (Field & { readonly name: string })[]
  readonly rows: readonly Row[]
}

interface Status {
  readonly jobID: string
  readonly status: 'accepted' | 'running' | 'successful' | 'failed' | 'dismissed'
  readonly progress: number
  readonly message?: string
}

const pollMs = 250
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

async function answerOf<Body>(asked: Promise<Response>): Promise<Body> {
  const response = await asked.catch((error: unknown) => {
    throw error instanceof DOMException && error.name === 'AbortError' ? error : asProblem(error)
  })
  if (!response.ok) throw await problemOf(response)
  const body = (await response.json()) as Body
  noteSnapshot(body)
  return body
}

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

interface Run {
  /** Aborting it dismisses the job: the engine stops within a second. */
  readonly signal: AbortSignal
  /** Told 0 to 100 as the job goes on. */
  readonly onProgress: (progress: number) => void
}

/**
 * What of one collection lies inside a shape: the overlay process, run as a job.
 * @throws {Problem} where the server refuses it or it fails
 */
export async function askWhatIsInside(
  shape: DrawnShape,
  collection: DrawnDataset,
  { signal, onProgress }: Run,
): Promise<InsideResult> {
  const job = await answerOf<Status>(
    fetch('/api/processes/overlay/execution', {
      method: 'POST',
      headers: { 'content-type': 'application/json', prefer: 'respond-async' },
      body: JSON.stringify({ inputs: inputsOf(shape, collection) }),
      signal,
    }),
  )
  const address = `/api/jobs/${job.jobID}`
  const dismiss = () => void fetch(address, { method: 'DELETE', keepalive: true })
  signal.addEventListener('abort', dismiss, { once: true })
  try {
    for (let status = job; status.status !== 'successful'; ) {
      if (status.status === 'failed' || status.status === 'dismissed')
        throw new Problem(status.status === 'failed' ? 'failed' : 'busy', status.message ?? status.status)
      await wait(pollMs)
      status = await answerOf<Status>(fetch(address, { signal }))
      onProgress(status.progress)
    }
    const result = await answerOf<Omit<InsideResult, 'jobId'>>(fetch(`${address}/results`, { signal }))
    return { ...result, jobId: job.jobID }
  } finally {
    signal.removeEventListener('abort', dismiss)
  }
}

/** Where the result of a job can be downloaded. */
export const insideUrl = (jobId: string, f: 'csv' | 'geojson', lang: string): string =>
  `/api/jobs/${jobId}/results?${new URLSearchParams({ f, lang, ...(f === 'csv' && { bom: 'true' }) })}`

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
