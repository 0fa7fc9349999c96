import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Manifest } from '#server/snapshot.ts'
import type { Row } from '#test/bench/table.ts'

const repository = fileURLToPath(new URL('../..', import.meta.url))

/** Prepare the embedded data into an empty folder and report the seconds of each step. */
export async function measurePrepare(): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'smap-bench-'))
  try {
    const begun = performance.now()
    const { status } = spawnSync(process.execPath, ['server/prepare/main.ts'], {
      cwd: repository,
      env: { ...process.env, DATA_DIR: folder, CACHE_DIR: process.env.CACHE_DIR ?? join(repository, '.cache') },
      stdio: 'ignore',
    })
    if (status !== 0) throw new Error(`prepare ended with status ${status}`)
    const seconds = (performance.now() - begun) / 1000
    const snapshot = readFileSync(join(folder, 'prepared', 'current'), 'utf8').trim()
    const manifest: Manifest = JSON.parse(readFileSync(join(folder, 'prepared', snapshot, 'manifest.json'), 'utf8'))
    const steps = manifest.steps.map(
      (step): Row => ({ what: `prepare: ${step.step} (${step.rows} rows)`, value: step.seconds, unit: 's' }),
    )
    return [...steps, { what: 'prepare in all', value: seconds, unit: 's', bar: 30 }]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
