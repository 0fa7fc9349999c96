import { z } from '@hono/zod-openapi'
import { badParameter } from '#server/problem.ts'
import { durationOf, type Job, jobStatuses } from '#server/processes/jobs/job.ts'

/** A job as the wire has it (OGC API Processes Part 1, `statusInfo.yaml`). Addresses are absolute: clients follow them as they are. */
export function statusInfo(job: Job, url: string) {
  const { id, processId, status, progress, created, updated, started, finished, message, snapshot } = job
  const self = `${new URL(url).origin}/api/jobs/${id}`
  const type = 'application/json'
  return {
    jobID: id,
    processID: processId,
    type: 'process' as const,
    status,
    progress,
    created,
    updated,
    ...(started && { started }),
    ...(finished && { finished }),
    ...(message && { message }),
    ...(snapshot && { snapshot }),
    links: [
      { rel: 'self', href: self, type, title: 'Status' },
      ...(status === 'successful'
        ? [{ rel: 'http://www.opengis.net/def/rel/ogc/1.0/results', href: `${self}/results`, type, title: 'Result' }]
        : []),
    ],
  }
}

const listOf = (allowed: readonly string[], reason: string) =>
  z
    .string()
    .transform((text) => text.split(','))
    .refine((codes) => codes.every((code) => allowed.includes(code)), reason)

const seconds = z.coerce.number().int().min(0)

/** How a list of jobs may be narrowed (OGC API Processes Part 1, 11.2). */
export const jobListQuery = z.object({
  limit: z.coerce
    .number()
    .int()
    .min(1)
    .optional()
    .openapi({ type: 'integer', minimum: 1, maximum: 1_000, default: 100 }),
  type: listOf(['process'], 'must be process').optional().openapi({ type: 'string' }),
  processID: z.string().optional().openapi({ description: 'Processes, joined by commas' }),
  status: listOf(jobStatuses, `must be of ${jobStatuses.join(', ')}`)
    .optional()
    .openapi({ type: 'string', description: `Of ${jobStatuses.join(' ')}, joined by commas` }),
  datetime: z
    .string()
    .optional()
    .openapi({ description: 'When they were created: an instant or start/end, either of which may be ..' }),
  minDuration: seconds.optional().openapi({ type: 'integer', minimum: 0, description: 'Seconds' }),
  maxDuration: seconds.optional().openapi({ type: 'integer', minimum: 0, description: 'Seconds' }),
})

type JobListQuery = z.infer<typeof jobListQuery>

function instantOf(text: string): number {
  const time = /^\d{4}-\d{2}-\d{2}(T[\d:.]+(Z|[+-]\d{2}:\d{2}))?$/.test(text) ? Date.parse(text) : Number.NaN
  if (Number.isNaN(time))
    throw badParameter('datetime', 'must be an instant like 2025-12-31T23:59:59Z, or two with / between')
  return time
}

/** First and last instant, in milliseconds. */
function intervalOf(datetime: string | undefined): readonly [number, number] {
  if (datetime === undefined) return [-Infinity, Infinity]
  const [start = '', end] = datetime.split('/')
  const isOpen = (text: string) => text === '' || text === '..'
  if (end === undefined) return [instantOf(start), instantOf(start)]
  return [isOpen(start) ? -Infinity : instantOf(start), isOpen(end) ? Infinity : instantOf(end)]
}

/** The jobs that a list was asked for. @throws {Problem} `bad_parameter` */
export function chosenJobs(jobs: readonly Job[], query: JobListQuery, now = Date.now()): Job[] {
  const { limit = 100, processID, status, datetime, minDuration, maxDuration } = query
  const [start, end] = intervalOf(datetime)
  const names = processID?.split(',')
  return jobs
    .filter((job) => {
      const created = Date.parse(job.created)
      const duration = durationOf(job, now)
      const hasDuration = minDuration !== undefined || maxDuration !== undefined
      return (
        (names?.includes(job.processId) ?? true) &&
        (status?.includes(job.status) ?? true) &&
        created >= start &&
        created <= end &&
        (!hasDuration ||
          (duration !== undefined && duration >= (minDuration ?? 0) && duration <= (maxDuration ?? Infinity)))
      )
    })
    .slice(0, limit)
}
