import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Manifest as EngineManifest } from '#server/engine/engine.ts'

export interface StepReport {
  readonly step: string
  readonly rows: number
  readonly seconds: number
}

/** `manifest.json` as prepare writes it: what the engine needs, and how long the making took. */
export interface Manifest extends EngineManifest {
  readonly duration_s: number
  readonly steps: readonly StepReport[]
}

/** One immutable prepared version. */
export interface Snapshot {
  readonly id: string
  readonly folder: string
  /** `atlas.duckdb`: the tables of the Parquet files, with indexes. */
  readonly database: string
  readonly manifest: Manifest
}

export const preparedDirOf = (dataDir: string): string => join(dataDir, 'prepared')
export const pointerOf = (dataDir: string): string => join(preparedDirOf(dataDir), 'current')
/** Says that somebody went back to an older snapshot on purpose. */
export const pinOf = (dataDir: string): string => join(preparedDirOf(dataDir), 'pinned.json')
/** Copies of the imported files that a snapshot was made of. */
export const keptSourcesOf = (folder: string): string => join(folder, 'source')

/** The snapshot of this id, or null where it is not there as a whole (its manifest is written last). */
export function snapshotOf(dataDir: string, id: string): Snapshot | null {
  const folder = join(preparedDirOf(dataDir), id)
  const [manifestPath, database] = [join(folder, 'manifest.json'), join(folder, 'atlas.duckdb')]
  if (!/^[0-9a-f]+$/.test(id) || !existsSync(manifestPath) || !existsSync(database)) return null
  const manifest = readManifest(manifestPath)
  return manifest === null ? null : { id, folder, database, manifest }
}

function readManifest(path: string): Manifest | null {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Manifest
  } catch {
    return null
  }
}

/** The snapshot that the pointer names, or null where there is none yet. */
export function currentSnapshot({ dataDir }: { readonly dataDir: string }): Snapshot | null {
  const pointer = pointerOf(dataDir)
  return existsSync(pointer) ? snapshotOf(dataDir, readFileSync(pointer, 'utf8').trim()) : null
}
