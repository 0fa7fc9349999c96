import type { ContentfulStatusCode } from 'hono/utils/http-status'

/** Types that OGC API Processes Part 1 gives to its exceptions. */
const ogcExceptions = 'http://www.opengis.net/def/exceptions/ogcapi-processes-1/1.0/'

/** Every error that a person can be told about; nothing else leaves the server (RFC 9457). */
export const problems = {
  bad_parameter: { status: 400, title: 'A parameter is unknown or has a value that it cannot have' },
  unknown_collection: { status: 404, title: 'There is no such collection' },
  unknown_feature: { status: 404, title: 'The collection has no such feature' },
  unknown_indicator: { status: 404, title: 'There is no such indicator' },
  unknown_mine: { status: 404, title: 'There is no such mine' },
  unknown_snapshot: { status: 404, title: 'There is no such kept snapshot' },
  unreadable_snapshot: {
    status: 409,
    title: 'The kept snapshot has another form than this version of the atlas reads',
  },
  needs_every_pair: {
    status: 409,
    title: 'There are too many pairs of mines and features near them: only the nearest ones are kept',
  },
  unknown_tile: { status: 404, title: 'The tile matrix set has no such tile' },
  unknown_process: { status: 404, title: 'There is no such process', type: `${ogcExceptions}no-such-process` },
  unknown_job: { status: 404, title: 'There is no such job', type: `${ogcExceptions}no-such-job` },
  result_not_ready: { status: 404, title: 'The job has no result yet', type: `${ogcExceptions}result-not-ready` },
  token_needed: { status: 401, title: 'This needs the token of the server' },
  not_found: { status: 404, title: 'There is nothing at this address' },
  method_not_allowed: { status: 405, title: 'This address does not take that method' },
  unsupported_body: { status: 415, title: 'The body has to be JSON' },
  bad_request: { status: 400, title: 'This is not a request that can be read' },
  header_too_large: { status: 431, title: 'The address or a header is too long' },
  body_too_large: { status: 413, title: 'The request is too large' },
  engine_busy: { status: 503, title: 'The engine has as much work as it can take' },
  engine_slow: { status: 504, title: 'The question took longer than the time limit' },
  engine_failed: { status: 500, title: 'The engine could not answer' },
  cancelled: { status: 503, title: 'The request was cancelled' },
  shutting_down: { status: 503, title: 'The server is stopping' },
  internal: { status: 500, title: 'Something went wrong in the server' },
} as const satisfies Record<string, { status: ContentfulStatusCode; title: string; type?: string }>

export type ProblemCode = keyof typeof problems

export interface Reason {
  readonly parameter: string
  readonly reason: string
}

interface Details {
  readonly detail?: string
  readonly errors?: readonly Reason[]
  readonly retryAfterSeconds?: number
  readonly allow?: string
  readonly cause?: unknown
}

/** An error told to a person. The cause stays in the log: engine texts name files and folders. */
export class Problem extends Error {
  readonly code: ProblemCode
  readonly details: Details

  constructor(code: ProblemCode, details: Details = {}) {
    super(details.detail ?? problems[code].title, { cause: details.cause })
    this.name = 'Problem'
    this.code = code
    this.details = details
  }
}

/**
 * The answer for a problem: `application/problem+json`, never cached.
 * @param instance path of the request
 */
export function toResponse(problem: Problem, instance: string, requestId: string): Response {
  const entry = problems[problem.code]
  const { status, title } = entry
  const { detail, errors, retryAfterSeconds, allow } = problem.details
  const body = {
    type: 'type' in entry ? entry.type : `urn:smap-atlas:problem:${problem.code}`,
    title,
    status,
    ...(detail && { detail }),
    instance,
    request_id: requestId,
    ...(errors && { errors }),
  }
  const headers = new Headers({
    'content-type': 'application/problem+json',
    'cache-control': 'no-store',
    'x-request-id': requestId,
  })
  if (retryAfterSeconds !== undefined) headers.set('retry-after', String(retryAfterSeconds))
  if (allow !== undefined) headers.set('allow', allow)
  if (status === 401) headers.set('www-authenticate', 'Bearer')
  return new Response(JSON.stringify(body), { status, headers })
}

/** One bad parameter. */
export const badParameter = (parameter: string, reason: string): Problem =>
  new Problem('bad_parameter', { detail: `${parameter}: ${reason}`, errors: [{ parameter, reason }] })
