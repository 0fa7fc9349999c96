import { join } from 'node:path'
import type { Config } from '#server/config.ts'
import { openDuckdb } from '#server/engine/duckdb.ts'
import type { Engine } from '#server/engine/engine.ts'
import type { Snapshot } from '#server/snapshot.ts'
import { findSpatialExtension } from '#server/spatial.ts'

/** Below the 16 threads of libuv's pool, each query holds one of them: light questions and files always find another. */
const connections = 8

/** The engine on one snapshot, with the limits of the configuration. */
export async function openEngine(
  config: Config,
  snapshot: Snapshot,
  onFatal: (error: unknown) => void,
): Promise<Engine> {
  return openDuckdb({
    file: snapshot.database,
    manifest: snapshot.manifest,
    spatial: await findSpatialExtension(config.cacheDir),
    limits: {
      memoryLimit: config.memoryLimit,
      threads: config.threads,
      queryTimeoutMs: config.queryTimeoutSeconds * 1000,
      heavyQueries: config.heavyQueries,
      queueLength: config.queueLength,
      connections,
    },
    exportFolder: join(config.cacheDir, 'exports'),
    isWithholding: config.closedData === 'withhold',
    onFatal,
  })
}
