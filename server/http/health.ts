import { Hono } from 'hono'
import type { EngineSource } from '#server/engine/engine-source.ts'
import type { Metrics } from '#server/http/metrics.ts'
import type { Env } from '#server/routes/context.ts'

/** Set once, when the process has been asked to end. */
export interface Lifecycle {
  isStopping: boolean
  /** Set while an older snapshot is served because the current one is damaged. */
  instead?: { readonly id: string; readonly damaged: readonly string[] } | null
}

const fresh = { 'cache-control': 'no-store' }

/** For supervisors: alive, ready for questions, and numbers. Never cached, and no engine is taken for them. */
export const healthRoutes = (engines: EngineSource, lifecycle: Lifecycle, metrics: Metrics) =>
  new Hono<Env>()
    .get('/healthz', (c) => c.json({ status: 'alive' }, 200, fresh))
    .get('/readyz', (c) => {
      const { isHealthy, manifest } = engines.current
      if (lifecycle.isStopping) return c.json({ status: 'stopping' }, 503, fresh)
      if (!isHealthy) return c.json({ status: 'broken' }, 503, fresh)
      const { instead } = lifecycle
      const warning = instead ? { warning: `snapshot ${instead.id} is damaged: an older one is served` } : {}
      return c.json({ status: 'ready', snapshot: manifest.snapshot, ...warning }, 200, fresh)
    })
    .get('/metrics', (c) =>
      c.text(metrics.text(engines.current.manifest.snapshot), 200, {
        ...fresh,
        'content-type': 'text/plain; version=0.0.4',
      }),
    )
