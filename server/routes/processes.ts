import { createRoute, z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { originOf, selfAndHtml } from '#server/http/address.ts'
import { badParameter, Problem } from '#server/problem.ts'
import { prefersAsync, readExecuteRequest, resultText } from '#server/processes/execute-request.ts'
import type { Jobs } from '#server/processes/jobs/jobs.ts'
import type { Process } from '#server/processes/process.ts'
import { findProcess, processes } from '#server/processes/registry.ts'
import { isAllowed } from '#server/processes/token.ts'
import { answerText, type Env } from '#server/routes/context.ts'
import { statusInfo, wholeNumber } from '#server/routes/job-answer.ts'
import { newRoutes } from '#server/routes/new-routes.ts'
import {
  aProblem,
  executeSchema,
  processListSchema,
  processSchema,
  resultSchema,
  statusInfoSchema,
} from '#server/routes/process-schemas.ts'
import { json, pageQuery } from '#server/routes/schemas.ts'

/** How the example document of the standard writes a raw result of any type; clients look for it. */
const anyType = '/*'
const processId = z.string().openapi({ description: 'A process, such as overlay' })

const list = createRoute({
  method: 'get',
  path: '/processes',
  operationId: 'getProcesses',
  summary: 'What the server can be asked to do',
  request: {
    query: pageQuery.extend({
      limit: wholeNumber(1).optional().openapi({ type: 'integer', minimum: 1, default: 10 }),
    }),
  },
  responses: { 200: json(processListSchema, 'Processes') },
})

const one = createRoute({
  method: 'get',
  path: '/processes/{processId}',
  operationId: 'getProcessDescription',
  summary: 'What a process is told and what it gives',
  request: { params: z.object({ processId }), query: pageQuery },
  responses: { 200: json(processSchema, 'The process') },
})

const execute = createRoute({
  method: 'post',
  path: '/processes/{processId}/execution',
  operationId: 'execute',
  summary: 'Run a process',
  description:
    'Answers with the result; with the header "Prefer: respond-async" it answers at once with the address of a job that runs it.',
  request: {
    params: z.object({ processId }),
    headers: z.object({ prefer: z.string().optional().openapi({ description: 'respond-async for a job' }) }),
    body: { required: true, content: { 'application/json': { schema: executeSchema } } },
  },
  responses: {
    200: {
      description: 'The result, in the form that the process describes',
      content: { 'application/json': { schema: resultSchema }, [anyType]: { schema: resultSchema } },
    },
    201: {
      ...json(statusInfoSchema, 'The job that runs it'),
      headers: z.object({ Location: z.string().openapi({ description: 'Address of the job' }) }),
    },
    400: aProblem('An input is missing or has a value that it cannot have'),
    404: aProblem('There is no such process'),
    413: aProblem('The body is too large'),
    503: aProblem('Too much work is waiting'),
  },
})

function summaryOf({ description: { id, version, title, description, keywords } }: Process, origin: string) {
  const self = `${origin}/api/processes/${id}`
  return {
    id,
    version,
    title: title.en,
    description: description.en,
    titles: title,
    descriptions: description,
    keywords: [...keywords],
    jobControlOptions: ['sync-execute', 'async-execute', 'dismiss'] as const satisfies string[],
    outputTransmission: ['value'] as const satisfies string[],
    links: [
      { rel: 'self', href: self, type: 'application/json', title: 'Description' },
      { rel: 'alternate', href: `${self}?f=html`, type: 'text/html', title: 'Description as HTML' },
      {
        rel: 'http://www.opengis.net/def/rel/ogc/1.0/execute',
        href: `${self}/execution`,
        type: 'application/json',
        title: 'Run it',
      },
    ],
  }
}

/** @throws {Problem} `token_needed`, `unsupported_body`, or what is wrong with the request */
async function executeNow(c: Context<Env>, jobs: Jobs, token: string | undefined) {
  if (!isAllowed(token, c.req.header('authorization'))) throw new Problem('token_needed')
  const { description, accept } = findProcess(c.req.param('processId') ?? '')
  for (const name of Object.keys(c.req.queries())) throw badParameter(name, 'means nothing here')
  if (!/^application\/json(;|$)/.test(c.req.header('content-type') ?? '')) throw new Problem('unsupported_body')
  const { inputs, response } = readExecuteRequest(await c.req.text(), description.output.id)
  const task = accept(inputs)
  const fresh = { 'cache-control': 'no-store' }
  if (!prefersAsync(c.req.header('prefer'))) {
    const text = resultText(await jobs.run(task, c.req.raw.signal), description.output.id, response)
    return c.body(text, 200, { ...fresh, 'content-type': 'application/json' })
  }
  const job = jobs.start(description.id, task, response)
  const location = `${new URL(c.req.url).origin}/api/jobs/${job.id}`
  return c.json(statusInfo(job, c.req.url), 201, { ...fresh, location, 'preference-applied': 'respond-async' })
}

/** Processes and their execution (OGC API Processes Part 1). */
export function processRoutes(jobs: Jobs, token: string | undefined) {
  const routes = newRoutes()
    .openapi(list, (c) => {
      const { limit = 10 } = c.req.valid('query')
      const listed = processes.slice(0, limit).map((process) => summaryOf(process, originOf(c)))
      return c.json({ snapshot: c.var.engine.manifest.snapshot, processes: listed, links: selfAndHtml(c) }, 200)
    })
    .openapi(one, (c) => {
      const process = findProcess(c.req.valid('param').processId)
      const { inputs, output } = process.description
      const { id: outputId, ...described } = output
      const { snapshot } = c.var.engine.manifest
      return answerText(
        c,
        JSON.stringify({ ...summaryOf(process, originOf(c)), snapshot, inputs, outputs: { [outputId]: described } }),
      )
    })
  routes.openAPIRegistry.registerPath(execute)
  return routes.post('/processes/:processId/execution', (c) => executeNow(c, jobs, token))
}
