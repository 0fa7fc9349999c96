import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/** The embedded data as a snapshot, made by the real prepare step; a current one is reused within a second. */
export function setup(): void {
  const main = fileURLToPath(new URL('../../server/prepare/main.ts', import.meta.url))
  const { status } = spawnSync(process.execPath, [main], { stdio: 'inherit' })
  if (status !== 0) throw new Error(`prepare ended with status ${status}`)
}
