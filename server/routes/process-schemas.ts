import { z } from '@hono/zod-openapi'
import { jobStatuses } from '#server/processes/jobs/job.ts'
import { linkSchema, problemSchema, snapshotId, textSchema } from '#server/routes/schemas.ts'

const jobControlOptions = z.array(z.enum(['sync-execute', 'async-execute', 'dismiss']))
const anything = z.record(z.string(), z.any())

export const processSummarySchema = z
  .object({
    id: z.string(),
    version: z.string(),
    title: z.string(),
    description: z.string(),
    titles: textSchema,
    descriptions: textSchema,
    keywords: z.array(z.string()),
    jobControlOptions,
    outputTransmission: z.array(z.enum(['value'])),
    links: z.array(linkSchema),
  })
  .openapi('ProcessSummary')

export const processListSchema = z
  .object({ snapshot: snapshotId, processes: z.array(processSummarySchema), links: z.array(linkSchema) })
  .openapi('ProcessList')

const inputSchema = z.object({
  title: z.string(),
  description: z.string().optional(),
  minOccurs: z.number().optional(),
  maxOccurs: z.number().optional(),
  schema: anything,
})

export const processSchema = processSummarySchema
  .extend({
    snapshot: snapshotId,
    inputs: z.record(z.string(), inputSchema),
    outputs: z.record(z.string(), inputSchema),
  })
  .openapi('Process')

const outputSchema = z.strictObject({ transmissionMode: z.enum(['value']).optional() })

export const executeSchema = z
  .strictObject({
    inputs: anything
      .optional()
      .openapi({ description: 'As the process describes them; an object may stand in "value"' }),
    outputs: z
      .strictObject({ result: outputSchema.optional(), message: outputSchema.optional() })
      .optional()
      .openapi({ description: 'The one output that the process describes' }),
    response: z.enum(['raw', 'document']).optional(),
  })
  .openapi('Execute')

/** The status of a job (OGC API Processes Part 1, `statusInfo.yaml`). */
export const statusInfoSchema = z
  .object({
    jobID: z.string(),
    processID: z.string(),
    type: z.enum(['process']),
    status: z.enum(jobStatuses),
    message: z.string().optional(),
    progress: z.number(),
    created: z.string(),
    updated: z.string(),
    started: z.string().optional(),
    finished: z.string().optional(),
    snapshot: snapshotId.optional(),
    links: z.array(linkSchema),
  })
  .openapi('StatusInfo')

export const jobListSchema = z
  .object({ snapshot: snapshotId, jobs: z.array(statusInfoSchema), links: z.array(linkSchema) })
  .openapi('JobList')

/** Any JSON value: what a process gives. */
export const resultSchema = z.any().openapi('Result')

export const aProblem = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: problemSchema } },
})
