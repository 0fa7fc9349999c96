import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { mkdir, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { version as engineVersion } from '@duckdb/node-api'
import type { Config } from '#server/config.ts'
import { buildSnapshot } from '#server/prepare/build.ts'
import { findInputs, snapshotId } from '#server/prepare/inputs.ts'
import { withLock } from '#server/prepare/lock.ts'
import { syncToDisk } from '#server/prepare/publish.ts'
import { pointerOf, preparedDirOf, type Snapshot, snapshotOf } from '#server/snapshot.ts'

const kept = 5

/** The current snapshot if it is the one that the current inputs give, else null: then `prepare` has work to do. */
export function freshSnapshot({ dataDir }: Pick<Config, 'dataDir'>): Snapshot | null {
  const id = snapshotId(findInputs(dataDir), engineVersion())
  const pointer = pointerOf(dataDir)
  const isCurrent = existsSync(pointer) && readFileSync(pointer, 'utf8').trim() === id
  return isCurrent ? snapshotOf(dataDir, id) : null
}

async function pointAt(dataDir: string, id: string): Promise<void> {
  const pointer = pointerOf(dataDir)
  await writeFile(`${pointer}.new`, `${id}\n`)
  await syncToDisk(`${pointer}.new`)
  await rename(`${pointer}.new`, pointer)
}

/** Keep the newest snapshots and the one in use; throw away older ones and what a killed prepare left. */
async function tidy(dataDir: string, id: string): Promise<void> {
  const prepared = preparedDirOf(dataDir)
  const folders = readdirSync(prepared, { withFileTypes: true }).filter((entry) => entry.isDirectory())
  const whole = folders.map(({ name }) => name).filter((name) => snapshotOf(dataDir, name) !== null)
  const newest = whole
    .filter((name) => name !== id)
    .sort((a, b) => statSync(join(prepared, b)).mtimeMs - statSync(join(prepared, a)).mtimeMs)
    .slice(0, kept - 1)
  for (const { name } of folders) {
    if (name !== id && !newest.includes(name)) await rm(join(prepared, name), { recursive: true, force: true })
  }
}

async function make(config: Config): Promise<Snapshot> {
  const inputs = findInputs(config.dataDir)
  const id = snapshotId(inputs, engineVersion())
  const prepared = preparedDirOf(config.dataDir)
  const folder = join(prepared, id)
  if (snapshotOf(config.dataDir, id) === null) {
    const unfinished = join(prepared, `unfinished-${id}`)
    await rm(unfinished, { recursive: true, force: true })
    await mkdir(unfinished, { recursive: true })
    try {
      await buildSnapshot(config, inputs, id, unfinished)
      await rm(folder, { recursive: true, force: true })
      await rename(unfinished, folder)
    } finally {
      await rm(unfinished, { recursive: true, force: true })
    }
  }
  await pointAt(config.dataDir, id)
  await tidy(config.dataDir, id)
  const snapshot = snapshotOf(config.dataDir, id)
  if (snapshot === null) throw new Error(`snapshot ${id} is not whole`)
  return snapshot
}

/**
 * Turn the source files into the current snapshot. Same inputs, same snapshot: then nothing is made again.
 * Until the new one is whole, the old one stays current.
 * @throws SourceError, PairBudgetError, SnapshotCheckError, SpatialExtensionError: messages for a person
 */
export async function prepare(config: Config): Promise<Snapshot> {
  return withLock(join(preparedDirOf(config.dataDir), '.lock'), () => make(config))
}
