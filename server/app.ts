import { OpenAPIHono } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { requestId } from 'hono/request-id'
import { type Logger, pino } from 'pino'
import type { EngineSource, Lease } from '#server/engine/engine-source.ts'
import { pagesForPeople } from '#server/html/people.ts'
import { originOf } from '#server/http/address.ts'
import { AnswerCache } from '#server/http/answer-cache.ts'
import { answers } from '#server/http/answers.ts'
import { docsRoutes } from '#server/http/docs.ts'
import { knownMethods, openToRead, plainNames, protection, smallBodies } from '#server/http/guards.ts'
import { healthRoutes, type Lifecycle } from '#server/http/health.ts'
import { Metrics } from '#server/http/metrics.ts'
import { observe } from '#server/http/observe.ts'
import { openApiDocument, openApiTexts } from '#server/http/openapi.ts'
import { type KeptSnapshots, noneKept } from '#server/kept-snapshots.ts'
import { Problem, toResponse } from '#server/problem.ts'
import { Jobs } from '#server/processes/jobs/jobs.ts'
import { collectionSqlRoutes } from '#server/routes/collection-sql.ts'
import { collectionRoutes } from '#server/routes/collections.ts'
import { type Env, snapshotParameter } from '#server/routes/context.ts'
import { coverageRoutes } from '#server/routes/coverage.ts'
import { exportRoutes } from '#server/routes/exports.ts'
import { facetRoutes } from '#server/routes/facets.ts'
import { indicatorBatchRoutes } from '#server/routes/indicator-batch.ts'
import { indicatorRoutes } from '#server/routes/indicators.ts'
import { itemRoutes } from '#server/routes/items.ts'
import { jobRoutes } from '#server/routes/jobs.ts'
import { mineRoutes } from '#server/routes/mines.ts'
import { newRoutes } from '#server/routes/new-routes.ts'
import { processRoutes } from '#server/routes/processes.ts'
import { qualityRoutes } from '#server/routes/quality.ts'
import { resultRoutes } from '#server/routes/results.ts'
import { searchRoutes } from '#server/routes/search.ts'
import { openApiType, serviceRoutes } from '#server/routes/service.ts'
import { snapshotRoutes } from '#server/routes/snapshots.ts'
import { tileRoutes } from '#server/routes/tiles.ts'

export interface Dependencies {
  readonly engines: EngineSource
  /** Features that one answer gives at most. */
  readonly maxItems: number
  readonly lifecycle?: Lifecycle
  readonly log?: Logger
  /** Bytes of finished answers that are kept. */
  readonly keptBytes?: number
  /** Runs processes; without one they run, but nothing of them outlives this process. */
  readonly jobs?: Jobs
  /** What a request to run a process or to see jobs has to carry; without one everybody may (docs/decisions/0032). */
  readonly token?: string | undefined
  /** Snapshots that can be asked beside the current one; without it none. */
  readonly kept?: KeptSnapshots
}

/** All routes under `/api`, chained so that the client's type follows from them. */
const routes = (maxItems: number, jobs: Jobs, token: string | undefined, kept: KeptSnapshots) =>
  newRoutes()
    .route('/', serviceRoutes())
    .route('/', collectionRoutes())
    .route('/', itemRoutes(maxItems))
    .route('/', collectionSqlRoutes())
    .route('/', tileRoutes())
    .route('/', indicatorRoutes())
    .route('/', indicatorBatchRoutes())
    .route('/', coverageRoutes())
    .route('/', resultRoutes())
    .route('/', exportRoutes())
    .route('/', mineRoutes())
    .route('/', facetRoutes())
    .route('/', searchRoutes())
    .route('/', qualityRoutes())
    .route('/', processRoutes(jobs, token))
    .route('/', jobRoutes(jobs, token))
    .route('/', snapshotRoutes(kept))

function answerProblem(error: unknown, c: Context<Env>, log: Logger): Response {
  const problem = told(error instanceof Problem ? error : new Problem('internal', { cause: error }), c.var.isKept)
  const { cause } = problem.details
  // A reader who moves on is no fault of the server.
  const level = problem.code === 'cancelled' ? 'debug' : 'error'
  if (cause !== undefined) log[level]({ request_id: c.var.requestId, path: c.req.path, err: cause }, problem.code)
  return toResponse(problem, c.req.path, c.var.requestId)
}

/** The current engine, or that of the kept snapshot which a question names. @throws {Problem} `unknown_snapshot` */
async function lendFor(c: Context<Env>, engines: EngineSource, kept: KeptSnapshots): Promise<Lease> {
  const id = c.req.method === 'GET' ? c.req.query(snapshotParameter) : undefined
  c.set('isKept', id !== undefined && id !== engines.current.manifest.snapshot)
  return id !== undefined && c.var.isKept ? await kept.lend(id) : engines.lend()
}

/** A statement that fails on a kept snapshot only says that its tables were others. */
const told = (problem: Problem, isKept: boolean | undefined): Problem =>
  isKept && problem.code === 'engine_failed'
    ? new Problem('unreadable_snapshot', { cause: problem.details.cause })
    : problem

/** Every answer names the datasets of which it may carry derived values only. */
function sayWithheld(c: Context<Env>): void {
  const withheld = Object.entries(c.var.engine.manifest.datasets).flatMap(([id, facts]) =>
    facts.is_withheld ? [id] : [],
  )
  if (withheld.length > 0) c.header('x-withheld', withheld.join(', '))
}

/** The atlas as a function from request to response: no ports, no files, nothing global. */
export function createApp(dependencies: Dependencies) {
  const { engines, maxItems, lifecycle = { isStopping: false }, log = pino({ level: 'silent' }) } = dependencies
  const cache = new AnswerCache(dependencies.keptBytes ?? 128_000_000)
  const metrics = new Metrics(cache)
  const { jobs = new Jobs({ engines, onFailure: (err, job) => log.error({ err, job }, 'job failed') }) } = dependencies
  const { kept = noneKept } = dependencies
  const api = routes(maxItems, jobs, dependencies.token, kept)
  const document = openApiTexts(openApiDocument(api, maxItems))

  const app = new OpenAPIHono<Env>()
  app.use(requestId(), observe(log, metrics), protection(), smallBodies(), knownMethods, plainNames)
  app.use('/api/*', openToRead())
  app.route('/api', healthRoutes(engines, lifecycle, metrics))
  app.route('/api', docsRoutes())
  app.use('/api/*', async (c, next) => {
    using lease = await lendFor(c, engines, kept)
    c.set('engine', lease.engine)
    await next()
    sayWithheld(c)
  })
  app.use('/api/*', answers(cache), pagesForPeople)
  app.get('/api/openapi.json', (c) => c.body(document(originOf(c)), 200, { 'content-type': openApiType }))
  app.get('/api/', (c) => c.redirect('/api', 308))
  app.notFound((c) => toResponse(new Problem('not_found'), c.req.path, c.var.requestId))
  app.onError((error, c) => answerProblem(error, c, log))
  return app.route('/api', api)
}
