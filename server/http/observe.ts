import type { MiddlewareHandler } from 'hono'
import { matchedRoutes } from 'hono/route'
import type { Logger } from 'pino'
import type { Metrics } from '#server/http/metrics.ts'
import type { Env } from '#server/routes/context.ts'

/** One log line and one observation for each request; both carry the request id that a problem shows to a person. */
export const observe =
  (log: Logger, metrics: Metrics): MiddlewareHandler<Env> =>
  async (c, next) => {
    const started = performance.now()
    await next()
    const milliseconds = performance.now() - started
    const route = matchedRoutes(c).findLast(({ path }) => !path.endsWith('*'))?.path ?? 'other'
    metrics.observe(route, c.res.status, milliseconds / 1000)
    const { method, path } = c.req
    const line = { request_id: c.var.requestId, method, path, status: c.res.status, ms: Math.round(milliseconds) }
    log[c.res.status >= 500 ? 'warn' : 'info'](line, 'request')
  }
