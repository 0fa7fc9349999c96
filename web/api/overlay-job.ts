import type { Text } from '#data/define.ts'
import type { Field } from '#data/field.ts'
import type { Row } from '#web/api/features.ts'
import { asProblem, Problem, problemOf } from '#web/api/problem.ts'
import { noteSnapshot } from '#web/api/snapshot.ts'

/** What an overlay process answers (`server/processes/overlay`). */
export interface OverlayResult {
  readonly jobId: string
  readonly snapshot: string
  readonly left: { readonly features: number; readonly too_coarse: number }
  readonly totals: {
    readonly pairs: number
    readonly left_features: number
    readonly right_features: number
    readonly overlap_ha: number | null
  }
  readonly fields: readonly (Field & { readonly name: string; readonly label: Text })[]
  readonly rows: readonly Row[]
}

interface Status {
  readonly jobID: string
  readonly status: 'accepted' | 'running' | 'successful' | 'failed' | 'dismissed'
  readonly progress: number
  readonly message?: string
}

const pollMs = 250

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

export interface OverlayRun {
  /** Aborting it dismisses the job: the engine stops within a second. */
  readonly signal: AbortSignal
  /** Told 0 to 100 as the job goes on. */
  readonly onProgress: (progress: number) => void
}

const addressOf = (jobId: string): string => `/api/jobs/${jobId}`

/** Stop a job, or have the server forget its result; also while the page is being left. */
export const forgetJob = (jobId: string): void =>
  void fetch(addressOf(jobId), { method: 'DELETE', keepalive: true }).catch(() => undefined)

/**
 * Run the overlay process as a job.
 * @param inputs of the process as its description has them
 * @throws {Problem} where the server refuses it or it fails
 */
export async function runOverlay(inputs: object, { signal, onProgress }: OverlayRun): Promise<OverlayResult> {
  const job = await answerOf<Status>(
    fetch('/api/processes/overlay/execution', {
      method: 'POST',
      headers: { 'content-type': 'application/json', prefer: 'respond-async' },
      body: JSON.stringify({ inputs }),
      signal,
    }),
  )
  const address = addressOf(job.jobID)
  const dismiss = () => forgetJob(job.jobID)
  signal.addEventListener('abort', dismiss, { once: true })
  try {
    for (let status = job; status.status !== 'successful'; ) {
      if (status.status === 'failed' || status.status === 'dismissed')
        throw new Problem(status.status === 'failed' ? 'failed' : 'busy', status.message ?? status.status)
      await wait(pollMs)
      status = await answerOf<Status>(fetch(address, { signal }))
      onProgress(status.progress)
    }
    const result = await answerOf<Omit<OverlayResult, 'jobId'>>(fetch(`${address}/results`, { signal }))
    return { ...result, jobId: job.jobID }
  } finally {
    signal.removeEventListener('abort', dismiss)
  }
}

/** Where the result of a job can be downloaded. */
export const overlayUrl = (jobId: string, f: 'csv' | 'geojson' | 'parquet', lang: string): string =>
  `${addressOf(jobId)}/results?${new URLSearchParams({ f, lang, ...(f === 'csv' && { bom: 'true' }) })}`
