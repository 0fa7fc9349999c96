import { createHash } from 'node:crypto'
import { createReadStream, existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { currentSnapshot, preparedDirOf, type Snapshot, snapshotOf } from '#server/snapshot.ts'

async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(path), hash)
  return hash.digest('hex')
}

/** The files of a snapshot that are not what its manifest says; empty where all is well. */
export async function damagedFiles({ folder, database, manifest }: Snapshot, isThorough = true): Promise<string[]> {
  const { database_sha256: stated } = manifest
  const damaged: string[] = []
  if (stated !== undefined && (await hashOf(database)) !== stated) damaged.push('atlas.duckdb')
  if (!isThorough) return damaged
  for (const [table, { sha256 }] of Object.entries(manifest.tables)) {
    const path = join(folder, `${table}.parquet`)
    if (!existsSync(path) || (await hashOf(path)) !== sha256) damaged.push(`${table}.parquet`)
  }
  return damaged
}

/** Every whole snapshot that is kept, the newest first. */
export function keptSnapshots(dataDir: string): Snapshot[] {
  const prepared = preparedDirOf(dataDir)
  if (!existsSync(prepared)) return []
  const ages = new Map<string, number>()
  const found = readdirSync(prepared).flatMap((name) => {
    const snapshot = snapshotOf(dataDir, name)
    if (snapshot !== null) ages.set(name, statSync(snapshot.folder).mtimeMs)
    return snapshot ?? []
  })
  return found.sort((a, b) => (ages.get(b.id) ?? 0) - (ages.get(a.id) ?? 0))
}

export interface Usable {
  readonly snapshot: Snapshot
  /** What is wrong with the one that should be used; null where it is used. */
  readonly instead: { readonly id: string; readonly damaged: readonly string[] } | null
}

/**
 * The snapshot to serve: the current one, or the newest kept one whose database has its hash where the current one is damaged.
 * @returns null where there is none at all
 */
export async function usableSnapshot(config: { readonly dataDir: string }): Promise<Usable | null> {
  const wanted = currentSnapshot(config)
  const damaged = wanted === null ? ['manifest.json'] : await damagedFiles(wanted, false)
  if (wanted !== null && damaged.length === 0) return { snapshot: wanted, instead: null }
  for (const snapshot of keptSnapshots(config.dataDir)) {
    if (snapshot.id === wanted?.id || (await damagedFiles(snapshot, false)).length > 0) continue
    return { snapshot, instead: { id: wanted?.id ?? 'unknown', damaged } }
  }
  return null
}
