import type { Server } from 'node:http'
import { join } from 'node:path'
import { type ServerType, serve } from '@hono/node-server'
import { pino } from 'pino'
import { createApp } from '#server/app.ts'
import { loadConfig, repositoryDir } from '#server/config.ts'
import { EngineHolder } from '#server/engine/engine-source.ts'
import { followSnapshot } from '#server/follow-snapshot.ts'
import type { Lifecycle } from '#server/http/health.ts'
import { fixOrigin } from '#server/http/origin.ts'
import { pageRoutes } from '#server/http/page.ts'
import { answerUnreadable } from '#server/http/unreadable.ts'
import { SnapshotShelf } from '#server/kept-snapshots.ts'
import { openEngine } from '#server/open-engine.ts'
import { JobStore } from '#server/processes/jobs/job-store.ts'
import { Jobs } from '#server/processes/jobs/jobs.ts'
import type { Snapshot } from '#server/snapshot.ts'
import { usableSnapshot } from '#server/verify-snapshot.ts'

const graceMs = 10_000
const config = loadConfig()
const log = pino({ level: config.logLevel, base: null })
const lifecycle: Lifecycle = { isStopping: false }

function fail(message: string): never {
  process.stderr.write(`${message}\n`)
  process.exit(1)
}

/** After a fatal error every further answer would be an error too: end at once, so that a supervisor starts anew. */
function endBroken(error: unknown): void {
  log.fatal({ err: error }, 'the engine is broken')
  setTimeout(() => process.exit(1), 200)
}

/** Where the data folder can't be written, jobs work as well, but are gone with this process. */
function openStore(folder: string): JobStore {
  try {
    return new JobStore(folder)
  } catch (err) {
    log.warn({ err }, 'jobs are kept in memory only')
    return new JobStore()
  }
}

const open = (snapshot: Snapshot) => openEngine(config, snapshot, endBroken)
const usable =
  (await usableSnapshot(config)) ?? fail('There is no snapshot yet: run `npm run data` first, or `npm start`.')
const { snapshot } = usable
if (usable.instead !== null) {
  lifecycle.instead = usable.instead
  log.error({ ...usable.instead, served: snapshot.id }, 'the current snapshot is damaged: an older one is served')
}
const engines = new EngineHolder(
  await open(snapshot).catch((error: unknown) => fail(error instanceof Error ? error.message : String(error))),
)
const jobs = new Jobs({
  engines,
  store: openStore(join(config.dataDir, 'jobs')),
  limits: { syncTimeoutMs: config.queryTimeoutSeconds * 1000 },
  onFailure: (err, job) => log.error({ err, job }, 'job failed'),
})
const kept = new SnapshotShelf(config.dataDir, (older) =>
  openEngine({ ...config, memoryLimit: '512MB', threads: 1 }, older, (error) =>
    log.error({ err: error }, 'a kept snapshot is broken'),
  ),
)
const app = createApp({ engines, maxItems: config.maxItems, lifecycle, log, jobs, kept, token: config.processToken })
app.route('/', pageRoutes(join(repositoryDir, 'dist')))
const stopFollowing = followSnapshot(config, engines, open, log, lifecycle)

const server: ServerType = serve({ fetch: app.fetch, port: config.port, hostname: config.host }, ({ port }) => {
  process.stdout.write(`SMAP Atlas: http://${config.host}:${port}\n`)
})
answerUnreadable(server as Server)
if (config.publicUrl !== undefined) fixOrigin(server as Server, config.publicUrl)
server.on('error', (error) => fail(`The server can not listen on port ${config.port}: ${error.message}`))

/** New questions are refused, running ones have ten seconds, then the engine is closed. */
async function stop(): Promise<void> {
  if (lifecycle.isStopping) return
  lifecycle.isStopping = true
  stopFollowing()
  const closed = new Promise((resolve) => server.close(resolve))
  const idle = setInterval(() => (server as Server).closeIdleConnections(), 50)
  await Promise.race([closed, new Promise((resolve) => setTimeout(resolve, graceMs))])
  clearInterval(idle)
  await jobs.close()
  await kept.close()
  await engines.current.close(0)
  process.exit(0)
}
process.on('SIGTERM', stop)
process.on('SIGINT', stop)
