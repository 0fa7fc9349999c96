import type { Engine, Row } from '#server/engine/engine.ts'
import type { App } from '#test/setup/tiny-app.ts'

export interface OverlayRow {
  readonly left_id: string
  readonly right_id: string
  readonly place: number
  readonly distance_m: number
  readonly is_inside: boolean
  readonly overlap_ha: number | null
  readonly uncertainty_m: number
  readonly is_approx: boolean
  readonly longitude: number
  readonly latitude: number
}

export interface OverlaySummary {
  readonly left_id: string
  readonly n: number
  readonly total: number | null
  readonly unknown: number | null
  readonly nearest_id: string
  readonly nearest_m: number
  readonly overlap_ha: number | null
}

export interface OverlayResult {
  readonly snapshot: string
  readonly left: { readonly features: number; readonly too_coarse: number }
  readonly totals: {
    readonly pairs: number
    readonly left_features: number
    readonly right_features: number
    readonly total: number | null
    readonly unknown: number | null
    readonly overlap_ha: number | null
  }
  readonly summary: readonly OverlaySummary[]
  readonly rows: readonly OverlayRow[]
}

/** Send a body to a process; a text goes as it is. */
export const send = async (
  app: App,
  body: unknown,
  headers: Record<string, string> = {},
  process = 'overlay',
): Promise<Response> =>
  app.request(`/api/processes/${process}/execution`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })

/** The result of an overlay. @throws Error with the answer's text where it is not 200 */
export async function overlay(app: App, inputs: Readonly<Record<string, unknown>>): Promise<OverlayResult> {
  const answer = await send(app, { inputs })
  if (answer.status !== 200) throw new Error(`${answer.status} ${await answer.text()}`)
  return (await answer.json()) as OverlayResult
}

/** Path of the job that runs a request. */
export async function startJob(
  app: App,
  inputs: Readonly<Record<string, unknown>>,
  process = 'overlay',
): Promise<string> {
  const answer = await send(app, { inputs }, { prefer: 'respond-async' }, process)
  if (answer.status !== 201) throw new Error(`${answer.status} ${await answer.text()}`)
  return new URL(String(answer.headers.get('location'))).pathname
}

export interface Status {
  readonly jobID: string
  readonly status: string
  readonly progress: number
  readonly message?: string
}

export const statusOf = async (app: App, path: string): Promise<Status> =>
  (await (await app.request(path)).json()) as Status

/** Wait until a job is as a test expects it. @throws Error after `mostMs`, with the last status */
export async function until(
  app: App,
  path: string,
  isRight: (status: Status) => boolean,
  mostMs = 60_000,
): Promise<Status> {
  const deadline = performance.now() + mostMs
  for (;;) {
    const status = await statusOf(app, path)
    if (isRight(status)) return status
    if (performance.now() > deadline) throw new Error(`still ${JSON.stringify(status)}`)
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

/** A rectangle of degrees as GeoJSON. */
export const square = (west: number, south: number, east: number, north: number) => ({
  type: 'Polygon',
  coordinates: [
    [
      [west, south],
      [east, south],
      [east, north],
      [west, north],
      [west, south],
    ],
  ],
})

/** The rows of a collection without geometry. @param path below `/api/collections/`, with `f=json` */
export async function itemRows(app: App, path: string): Promise<Row[]> {
  const answer = await app.request(`/api/collections/${path}`)
  if (answer.status !== 200) throw new Error(`${answer.status} ${await answer.text()}`)
  return ((await answer.json()) as { rows: Row[] }).rows
}

/** The one number that a statement gives. */
export async function numberOf(engine: Engine, sql: string): Promise<number> {
  const [row] = await engine.rows({ sql, parameters: {} })
  return Number(Object.values(row ?? {})[0])
}
