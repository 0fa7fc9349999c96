import { mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { DuckDBConnection } from '@duckdb/node-api'
import { datasets } from '#data/catalog.ts'
import type { Dataset } from '#data/define.ts'
import { openDuckdb } from '#server/engine/duckdb.ts'
import type { DuckdbLimits } from '#server/engine/duckdb-limits.ts'
import type { DatasetFacts, Engine, Manifest } from '#server/engine/engine.ts'
import { overlaySql } from '#server/engine/question.ts'
import { createTable, scratchDatabase, snapshotTables, spatialPath } from '#test/setup/tables.ts'

const sqlFile = (name: string): string => readFileSync(fileURLToPath(new URL(`../${name}`, import.meta.url)), 'utf8')
const rows = sqlFile('tiny-world.sql')
/** The Result Matrix and more reports: rows for a second world, on top of the first. */
export const programmeRows = sqlFile('tiny-world-programme.sql')

export const testLimits: DuckdbLimits = {
  memoryLimit: '512MB',
  threads: 1,
  queryTimeoutMs: 10_000,
  heavyQueries: 2,
  queueLength: 8,
  connections: 4,
}

/** The tiny world in the tables of a snapshot; `all_mines` and `region_areas` come from their own statements, as in prepare. */
export async function fillTinyWorld(connection: DuckDBConnection): Promise<void> {
  for (const table of snapshotTables) await connection.run(createTable(table))
  await connection.run(rows)
  for (const id of ['all_mines', 'region_areas']) await connection.run(`insert into ${id} ${overlaySql(id)}`)
}

function factsOf(dataset: Dataset, rowCount: number): DatasetFacts {
  const quarantined = dataset.id === 'host_communities' ? 1 : 0
  const { file, ...source } = dataset.source
  return {
    read: rowCount + quarantined,
    accepted: rowCount,
    quarantined,
    mended: 0,
    flagged: 0,
    rows: rowCount,
    bbox: null,
    file,
    sha256: '0'.repeat(64),
    source,
    is_illustrative: dataset.is_illustrative ?? false,
  }
}

async function manifestOf(connection: DuckDBConnection): Promise<Manifest> {
  const counts = new Map<string, number>()
  for (const { id } of snapshotTables) {
    const reader = await connection.runAndReadAll(`select count(*) as n from ${id}`)
    counts.set(id, Number(reader.getRowObjects()[0]?.n))
  }
  const own = Object.values(datasets) as readonly Dataset[]
  return {
    snapshot: 'tiny',
    prepared_at: '2026-01-01T00:00:00Z',
    code_version: 'test',
    as_of: '2025-12-31',
    datasets: Object.fromEntries(own.map((one) => [one.id, factsOf(one, counts.get(one.id) ?? 0)])),
    tables: Object.fromEntries([...counts].map(([id, n]) => [id, { rows: n, bbox: null, sha256: '0'.repeat(64) }])),
  }
}

export interface TinyWorld {
  readonly engine: Engine
  readonly database: string
  close(): Promise<void>
}

/**
 * The tiny world behind the real engine, from a database file of its own.
 * @param more statements run on top, e.g. `programmeRows`
 * @param closed datasets whose licence lets nobody pass rows on; they are kept back
 */
export async function openTinyWorld(
  limits: Partial<DuckdbLimits> = {},
  more = '',
  closed: readonly string[] = [],
): Promise<TinyWorld> {
  const folder = mkdtempSync(join(tmpdir(), 'smap-tiny-'))
  const database = join(folder, 'atlas.duckdb')
  const manifest = await writeTinyWorld(database, more)
  const engine = await openDuckdb({
    file: database,
    manifest: closing(manifest, closed),
    isWithholding: closed.length > 0,
    spatial: await spatialPath(),
    limits: { ...testLimits, ...limits },
    exportFolder: join(folder, 'exports'),
  })
  return {
    engine,
    database,
    async close() {
      await engine.close(0)
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

function closing(manifest: Manifest, closed: readonly string[]): Manifest {
  const facts = Object.entries(manifest.datasets).map(([id, one]) => [
    id,
    closed.includes(id) ? { ...one, redistribution: 'derived_only' } : one,
  ])
  return { ...manifest, datasets: Object.fromEntries(facts) }
}

/**
 * The tiny world as a snapshot folder below a data folder; `pointTo` makes it the current one.
 * @param more statements run on top
 */
export async function writeTinySnapshot(dataDir: string, id: string, more = ''): Promise<void> {
  const folder = join(dataDir, 'prepared', id)
  mkdirSync(folder, { recursive: true })
  const manifest = await writeTinyWorld(join(folder, 'atlas.duckdb'), more)
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify({ ...manifest, snapshot: id }))
}

/** Name the current snapshot, as prepare does: written beside, then renamed. */
export function pointTo(dataDir: string, id: string): void {
  const pointer = join(dataDir, 'prepared', 'current')
  writeFileSync(`${pointer}.new`, id)
  renameSync(`${pointer}.new`, pointer)
}

async function writeTinyWorld(database: string, more: string): Promise<Manifest> {
  await using scratch = await scratchDatabase(database)
  await fillTinyWorld(scratch.connection)
  if (more !== '') await scratch.connection.run(more)
  return await manifestOf(scratch.connection)
}
