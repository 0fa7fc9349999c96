import { createRoute, z } from '@hono/zod-openapi'
import type { Context, TypedResponse } from 'hono'
import { exportFormats } from '#server/export/formats.ts'
import { selfAndHtml } from '#server/http/address.ts'
import { badParameter, Problem } from '#server/problem.ts'
import { resultText } from '#server/processes/execute-request.ts'
import type { Jobs } from '#server/processes/jobs/jobs.ts'
import { findProcess } from '#server/processes/registry.ts'
import { isAllowed } from '#server/processes/token.ts'
import { answerText, type Env } from '#server/routes/context.ts'
import { answerExport, fileChoiceQuery, fileContent, sidecars } from '#server/routes/export-answer.ts'
import { chosenJobs, jobListQuery, statusInfo } from '#server/routes/job-answer.ts'
import { newRoutes } from '#server/routes/new-routes.ts'
import { jobListSchema, resultSchema, statusInfoSchema } from '#server/routes/process-schemas.ts'
import { json, pageQuery } from '#server/routes/schemas.ts'

const { single: _, ...resultChoices } = fileChoiceQuery
const params = z.object({ jobId: z.string().openapi({ description: 'As the answer to the execution has it' }) })
const nothing = z.strictObject({})
const fresh = { 'cache-control': 'no-store' }

const list = createRoute({
  method: 'get',
  path: '/jobs',
  operationId: 'getJobs',
  summary: 'Jobs of the last 24 hours, newest first',
  request: { query: jobListQuery },
  responses: { 200: json(jobListSchema, 'Jobs') },
})

const status = createRoute({
  method: 'get',
  path: '/jobs/{jobId}',
  operationId: 'getStatus',
  summary: 'How far a job is',
  request: { params, query: pageQuery },
  responses: { 200: json(statusInfoSchema, 'Status') },
})

const dismiss = createRoute({
  method: 'delete',
  path: '/jobs/{jobId}',
  operationId: 'dismiss',
  summary: 'Stop a job, or forget one that is over',
  request: { params, query: nothing },
  responses: { 200: json(statusInfoSchema, 'The job, dismissed') },
})

const results = createRoute({
  method: 'get',
  path: '/jobs/{jobId}/results',
  operationId: 'getResult',
  summary: 'The result of a job that was successful',
  request: {
    params,
    query: z.strictObject({
      ...resultChoices,
      f: z
        .enum(['json', ...exportFormats, ...sidecars])
        .optional()
        .openapi({ description: 'json unless stated' }),
      part: z
        .enum(['pairs', 'summary'])
        .optional()
        .openapi({ description: 'For formats other than json: pairs unless stated' }),
    }),
  },
  responses: {
    200: {
      description: 'The result',
      content: {
        'application/json': { schema: resultSchema },
        ...fileContent,
      },
    },
  },
})

/** A job is somebody's work: behind the token, where there is one. */
function requireToken(c: Context<Env>, token: string | undefined): void {
  if (!isAllowed(token, c.req.header('authorization'))) throw new Problem('token_needed')
}

/** Jobs that run processes (OGC API Processes Part 1: job list, dismiss). None of these answers is kept by anybody. */
export const jobRoutes = (jobs: Jobs, token: string | undefined) =>
  newRoutes()
    .openapi(list, (c) => {
      requireToken(c, token)
      const { snapshot } = c.var.engine.manifest
      const chosen = chosenJobs(jobs.list(), c.req.valid('query')).map((job) => statusInfo(job, c.req.url))
      return c.json({ snapshot, jobs: chosen, links: selfAndHtml(c) }, 200, fresh)
    })
    .openapi(status, (c) => {
      requireToken(c, token)
      return c.json(statusInfo(jobs.get(c.req.valid('param').jobId), c.req.url), 200, fresh)
    })
    .openapi(dismiss, (c) => {
      requireToken(c, token)
      return c.json(statusInfo(jobs.dismiss(c.req.valid('param').jobId), c.req.url), 200, fresh)
    })
    .openapi(results, async (c) => {
      requireToken(c, token)
      const { f = 'json', part = 'pairs' } = c.req.valid('query')
      const { job, text } = await jobs.result(c.req.valid('param').jobId)
      const { description, convert } = findProcess(job.processId)
      if (f === 'json') {
        c.header('cache-control', fresh['cache-control'])
        return answerText(c, resultText(text, description.output.id, job.response))
      }
      if (convert === undefined) throw badParameter('f', 'can only be json for this process')
      const answer = await answerExport(c, { ...convert(text, part), isBare: true })
      return answer as unknown as TypedResponse<unknown, 200, 'json'>
    })
