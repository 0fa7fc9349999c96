import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll } from 'vitest'
import { createApp } from '#server/app.ts'
import { loadConfig } from '#server/config.ts'
import type { Engine } from '#server/engine/engine.ts'
import { EngineHolder } from '#server/engine/engine-source.ts'
import { openEngine } from '#server/open-engine.ts'
import { JobStore } from '#server/processes/jobs/job-store.ts'
import { Jobs } from '#server/processes/jobs/jobs.ts'
import { currentSnapshot } from '#server/snapshot.ts'
import type { App } from '#test/setup/tiny-app.ts'

interface Real {
  readonly app: App
  readonly engine: Engine
  readonly jobs: Jobs
  /** Folder that the jobs are kept in. */
  readonly folder: string
}

/** The app on the real data, with jobs in a folder of its own; opened before the tests of a file and closed after them. */
export function realApp(): Real {
  const folder = mkdtempSync(join(tmpdir(), 'smap-jobs-'))
  const opened: { app?: App; engine?: Engine; jobs?: Jobs } = {}
  beforeAll(async () => {
    const config = loadConfig()
    const snapshot = currentSnapshot(config)
    if (snapshot === null) throw new Error('no snapshot: run `npm run data`')
    opened.engine = await openEngine(config, snapshot, (error) => {
      throw error
    })
    const engines = new EngineHolder(opened.engine)
    opened.jobs = new Jobs({ engines, store: new JobStore(folder) })
    opened.app = createApp({ engines, maxItems: config.maxItems, jobs: opened.jobs })
  })
  afterAll(async () => {
    await opened.jobs?.close()
    await opened.engine?.close(0)
    rmSync(folder, { recursive: true, force: true })
  })
  const present = <T>(value: T | undefined): T => {
    if (value === undefined) throw new Error('the app is not open yet')
    return value
  }
  return {
    folder,
    get app() {
      return present(opened.app)
    },
    get engine() {
      return present(opened.engine)
    },
    get jobs() {
      return present(opened.jobs)
    },
  }
}
