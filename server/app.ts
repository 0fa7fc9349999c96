import { OpenAPIHono } from '@hono/zod-openapi'
import { HTTPException } from 'hono/http-exception'
import { requestId } from 'hono/request-id'
import type { EngineSource } from '#server/engine/engine-source.ts'
import { Problem, toResponse } from '#server/problem.ts'
import { collectionRoutes } from '#server/routes/collections.ts'
import type { Env } from '#server/routes/context.ts'
import { facetRoutes } from '#server/routes/facets.ts'
import { indicatorRoutes } from '#server/routes/indicators.ts'
import { itemRoutes } from '#server/routes/items.ts'
import { mineRoutes } from '#server/routes/mines.ts'
import { qualityRoutes } from '#server/routes/quality.ts'
import { searchRoutes } from '#server/routes/search.ts'
import { serviceRoutes } from '#server/routes/service.ts'

export interface Dependencies {
  readonly engines: EngineSource
  /** Features that one answer gives at most. */
  readonly maxItems: number
}

/** The atlas as a function from request to response: no ports, no files, nothing global. */
export function createApp({ engines, maxItems }: Dependencies) {
  const api = new OpenAPIHono<Env>()
    .route('/', serviceRoutes())
    .route('/', collectionRoutes())
    .route('/', itemRoutes(maxItems))
    .route('/', indicatorRoutes())
    .route('/', mineRoutes())
    .route('/', facetRoutes())
    .route('/', searchRoutes())
    .route('/', qualityRoutes())

  const app = new OpenAPIHono<Env>()
  app.use(requestId())
  app.use('/api/*', async (c, next) => {
    using lease = engines.lend()
    c.set('engine', lease.engine)
    await next()
  })
  app.notFound((c) => toResponse(new Problem('not_found'), c.req.path, c.var.requestId))
  app.onError((error, c) => {
    const problem = error instanceof Problem ? error : new Problem('internal', { cause: error })
    if (error instanceof HTTPException) return error.getResponse()
    return toResponse(problem, c.req.path, c.var.requestId)
  })
  return app.route('/api', api)
}
