import { z } from '@hono/zod-openapi'
import { badParameter } from '#server/problem.ts'
import { durationOf, type Job, jobStatuses } from '#server/processes/jobs/job.ts'
import { pageQuery } from '#server/routes/schemas.ts'

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
      { rel: 'alternate', href: `${self}?f=html`, type: 'text/html', title: 'Status as HTML' },
      ...(status === 'successful'
        ? [{ rel: 'http://www.opengis.net/def/rel/ogc/1.0/results', href: `${self}/results`, type, title: 'Result' }]
        : []),
    ],
  }
}

/** Several values: the name again for each, or joined by commas. */
const listOf = <T extends z.ZodType>(item: T) =>
  z.preprocess((given) => [given].flat().flatMap((text) => String(text).split(',')), z.array(item).min(1))

type Item = { type: 'string'; enum?: string[]; minLength?: number }

const described = (items: Item, description: string) => ({
  type: 'array' as const,
  items,
  minItems: 1,
  description,
})

/** However large: more than there are means all. */
export const wholeNumber = (least: number) =>
  z.coerce.number().refine((value) => Number.isInteger(value) && value >= least, 'is not a whole number that it can be')
const seconds = wholeNumber(0)
const whole = { type: 'integer' as const, minimum: 0, description: 'Seconds' }
const instant = '\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|1\\d|2[0-8])(T([01]\\d|2[0-3]):[0-5]\\d:[0-5]\\dZ)?'

/** How a list of jobs may be narrowed (OGC API Processes Part 1, 11.2). */
export const jobListQuery = pageQuery.extend({
  limit: wholeNumber(1).optional().openapi({ type: 'integer', minimum: 1, default: 100 }),
  type: listOf(z.enum(['process']))
    .optional()
    .openapi(described({ type: 'string', enum: ['process'] }, 'Always process')),
  processID: listOf(z.string().min(1))
    .optional()
    .openapi(described({ type: 'string', minLength: 1 }, 'Processes')),
  status: listOf(z.enum(jobStatuses))
    .optional()
    .openapi(described({ type: 'string', enum: [...jobStatuses] }, 'Of the job')),
  datetime: z
    .string()
    .optional()
    .openapi({
      description: 'When they were created: an instant or start/end, either of which may be ..',
      pattern: `^(${instant}|(${instant}|\\.\\.)/(${instant}|\\.\\.))$`,
    }),
  minDuration: seconds.optional().openapi(whole),
  maxDuration: seconds.optional().openapi(whole),
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
  return jobs
    .filter((job) => {
      const created = Date.parse(job.created)
      const duration = durationOf(job, now)
      const hasDuration = minDuration !== undefined || maxDuration !== undefined
      return (
        (processID?.includes(job.processId) ?? true) &&
        (status?.includes(job.status) ?? true) &&
        created >= start &&
        created <= end &&
        (!hasDuration ||
          (duration !== undefined && duration >= (minDuration ?? 0) && duration <= (maxDuration ?? Infinity)))
      )
    })
    .slice(0, limit)
}
