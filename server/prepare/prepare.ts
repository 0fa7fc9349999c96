import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { constants, copyFile, mkdir, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { version as engineVersion } from '@duckdb/node-api'
import { z } from 'zod'
import type { Config } from '#server/config.ts'
import { buildSnapshot } from '#server/prepare/build.ts'
import { findInputs, snapshotId } from '#server/prepare/inputs.ts'
import { withLock } from '#server/prepare/lock.ts'
import { syncToDisk } from '#server/prepare/publish.ts'
import { finishSwitch } from '#server/prepare/switch.ts'
import { keptSourcesOf, pinOf, pointerOf, preparedDirOf, type Snapshot, snapshotOf } from '#server/snapshot.ts'
import { damagedFiles } from '#server/verify-snapshot.ts'

const kept = 5

/** The id of the snapshot that the files as they are now give. */
export const wantedSnapshotId = (dataDir: string): string => snapshotId(findInputs(dataDir), engineVersion())

/**
 * The current snapshot if it is the one that the current inputs give, or the one that a person went back to while the inputs
 * were as they are now; else null: then `prepare` has work to do.
 */
export function freshSnapshot({ dataDir }: Pick<Config, 'dataDir'>): Snapshot | null {
  const pointer = pointerOf(dataDir)
  if (!existsSync(pointer)) return null
  const id = readFileSync(pointer, 'utf8').trim()
  const wanted = wantedSnapshotId(dataDir)
  const pinned = readPin(dataDir)
  const isPinned = pinned?.snapshot === id && pinned.instead_of === wanted
  return id === wanted || isPinned ? snapshotOf(dataDir, id) : null
}

const pinSchema = z.object({ snapshot: z.string(), instead_of: z.string() })

function readPin(dataDir: string): z.infer<typeof pinSchema> | null {
  const path = pinOf(dataDir)
  if (!existsSync(path)) return null
  const parsed = pinSchema.safeParse(JSON.parse(readFileSync(path, 'utf8')))
  return parsed.success ? parsed.data : null
}

/** Stay on an older snapshot until the inputs change. To be called under `underLock`. */
export async function pinSnapshot(dataDir: string, id: string): Promise<void> {
  const pin = pinOf(dataDir)
  await writeFile(`${pin}.new`, `${JSON.stringify({ snapshot: id, instead_of: wantedSnapshotId(dataDir) })}\n`)
  await rename(`${pin}.new`, pin)
  await pointAt(dataDir, id)
}

async function pointAt(dataDir: string, id: string): Promise<void> {
  const pointer = pointerOf(dataDir)
  await writeFile(`${pointer}.new`, `${id}\n`)
  await syncToDisk(`${pointer}.new`)
  await rename(`${pointer}.new`, pointer)
}

/** The imported files beside the snapshot made of them, so that a rollback finds them again. */
async function keepSources(inputs: Inputs, folder: string): Promise<void> {
  const own = [...inputs.values()].flatMap((input) => input?.parts ?? [])
  const kept = keptSourcesOf(folder)
  for (const { path, importedName } of own) {
    if (importedName === null) continue
    await mkdir(kept, { recursive: true })
    await copyFile(path, join(kept, importedName), constants.COPYFILE_FICLONE)
  }
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

export type Inputs = ReturnType<typeof findInputs>

/** The whole snapshot of these inputs, made if it is not there; nothing points at it yet. To be called under `underLock`. */
export async function makeSnapshot(config: Config, inputs: Inputs): Promise<Snapshot> {
  const id = snapshotId(inputs, engineVersion())
  const prepared = preparedDirOf(config.dataDir)
  const folder = join(prepared, id)
  const there = snapshotOf(config.dataDir, id)
  if (there === null || (await damagedFiles(there)).length > 0) {
    const unfinished = join(prepared, `unfinished-${id}`)
    await rm(unfinished, { recursive: true, force: true })
    await mkdir(unfinished, { recursive: true })
    try {
      await buildSnapshot(config, inputs, id, unfinished)
      await keepSources(inputs, unfinished)
      await rm(folder, { recursive: true, force: true })
      await rename(unfinished, folder)
    } finally {
      await rm(unfinished, { recursive: true, force: true })
    }
  }
  const snapshot = snapshotOf(config.dataDir, id)
  if (snapshot === null) throw new Error(`snapshot ${id} is not whole`)
  return snapshot
}

/** Make a whole snapshot the current one, and throw away what is too old. To be called under `underLock`. */
export async function publishSnapshot(dataDir: string, id: string): Promise<void> {
  await pointAt(dataDir, id)
  await tidy(dataDir, id)
}

/** Only one prepare, import or rollback at a time; `onWait` is told once who is in the way. */
export async function underLock<T>(
  dataDir: string,
  work: () => Promise<T>,
  onWait: (holder: number | null) => void = () => {},
): Promise<T> {
  const finished = async (): Promise<T> => {
    await finishSwitch(dataDir)
    return work()
  }
  return withLock(join(preparedDirOf(dataDir), '.lock'), finished, onWait)
}

/**
 * Turn the source files into the current snapshot. Same inputs, same snapshot: then nothing is made again.
 * Until the new one is whole, the old one stays current.
 * @throws SourceError, PairBudgetError, SnapshotCheckError, SpatialExtensionError: messages for a person
 */
export async function prepare(config: Config): Promise<Snapshot> {
  return underLock(config.dataDir, async () => {
    const snapshot = await makeSnapshot(config, findInputs(config.dataDir))
    await publishSnapshot(config.dataDir, snapshot.id)
    return snapshot
  })
}
