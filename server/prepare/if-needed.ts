import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { Config } from '#server/config.ts'
import { freshSnapshot } from '#server/prepare/prepare.ts'
import { currentSnapshot, type Snapshot } from '#server/snapshot.ts'

/**
 * The snapshot of the current inputs; where there is none yet, prepare makes it in a child process, which alone reads files
 * that others wrote. Where that fails, an older snapshot is still good.
 * @throws Error where prepare failed and there is no snapshot at all
 */
export async function prepareIfNeeded(config: Config): Promise<Snapshot> {
  const fresh = freshSnapshot(config)
  if (fresh !== null) return fresh
  const script = fileURLToPath(new URL('main.ts', import.meta.url))
  const child = spawn(process.execPath, [script], {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, DATA_DIR: config.dataDir, CACHE_DIR: config.cacheDir },
  })
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve))
  const snapshot = currentSnapshot(config)
  if (snapshot === null) throw new Error(`prepare ended with exit code ${code} and there is no older snapshot`)
  return snapshot
}
