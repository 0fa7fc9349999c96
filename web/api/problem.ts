/** What the server says of an error (RFC 9457). */
export interface ProblemBody {
  readonly type: string
  readonly title: string
  readonly status: number
  readonly detail?: string
  readonly request_id?: string
  readonly errors?: readonly { readonly parameter: string; readonly reason: string }[]
}

export type ProblemKind = 'offline' | 'busy' | 'slow' | 'bad_parameter' | 'unknown' | 'failed'

/** An error of the API, or of the way to it, as something a person can be told. */
export class Problem extends Error {
  readonly kind: ProblemKind
  readonly requestId: string | undefined

  constructor(kind: ProblemKind, message: string, requestId?: string) {
    super(message)
    this.name = 'Problem'
    this.kind = kind
    this.requestId = requestId
  }
}

const kinds: Readonly<Record<string, ProblemKind>> = {
  bad_parameter: 'bad_parameter',
  engine_busy: 'busy',
  engine_slow: 'slow',
  shutting_down: 'busy',
  cancelled: 'busy',
  unknown_collection: 'unknown',
  unknown_feature: 'unknown',
  unknown_indicator: 'unknown',
  unknown_mine: 'unknown',
}

/** The problem that an answer with an error status tells of; answers that are no problem documents count as failed. */
export async function problemOf(response: Response): Promise<Problem> {
  const requestId = response.headers.get('x-request-id') ?? undefined
  const isDocument = response.headers.get('content-type')?.includes('json') ?? false
  if (!isDocument) return new Problem('failed', `${response.status} ${response.statusText}`, requestId)
  const body = (await response.json()) as ProblemBody
  const code = body.type.split(':').at(-1) ?? ''
  return new Problem(kinds[code] ?? 'failed', body.detail ?? body.title, body.request_id ?? requestId)
}

/** Any error as a problem: what `fetch` throws without an answer means that the server cannot be reached. */
export function asProblem(error: unknown): Problem {
  if (error instanceof Problem) return error
  if (error instanceof TypeError) return new Problem('offline', error.message)
  return new Problem('failed', error instanceof Error ? error.message : String(error))
}
