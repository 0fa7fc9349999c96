import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api'
import { datasets, overlays } from '#data/catalog.ts'
import type { Dataset, Overlay } from '#data/define.ts'
import type { SqlType } from '#data/field.ts'
import { loadConfig } from '#server/config.ts'
import { findSpatialExtension, loadSpatial } from '#server/spatial.ts'

export type Declared = Dataset | Overlay

/** DuckDB's names of the declared types, as it reports them. */
export const duckdbNames: Readonly<Record<SqlType, string>> = {
  string: 'VARCHAR',
  int: 'INTEGER',
  bigint: 'BIGINT',
  double: 'DOUBLE',
  date: 'DATE',
  boolean: 'BOOLEAN',
}

export const declaredById: ReadonlyMap<string, Declared> = new Map(
  ([...Object.values(datasets), ...Object.values(overlays)] as readonly Declared[]).map((one) => [one.id, one]),
)

/** The tables of a snapshot: every dataset and what prepare computes. */
export const snapshotTables: readonly Declared[] = [...declaredById.values()].filter(
  (one) => !('when' in one) || one.when === 'prepare',
)

/** `create table` with the declared columns, in declared order, then geometry. */
export function createTable(one: Declared): string {
  const columns = Object.entries(one.fields).map(([name, field]) => `"${name}" ${duckdbNames[field.type]}`)
  const shapes = one.geometry === 'none' ? [] : ['geometry GEOMETRY']
  const second = 'equal_area' in one && one.equal_area ? [`${one.equal_area} GEOMETRY`] : []
  return `create table ${one.id} (${[...columns, ...shapes, ...second].join(', ')})`
}

/** Path of the spatial extension on this machine. */
export const spatialPath = (): Promise<string> => findSpatialExtension(loadConfig().cacheDir)

interface Scratch extends AsyncDisposable {
  readonly connection: DuckDBConnection
}

/** An empty database with spatial loaded; `await using` closes it. */
export async function scratchDatabase(path = ':memory:'): Promise<Scratch> {
  const instance = await DuckDBInstance.create(path)
  const connection = await instance.connect()
  await loadSpatial(connection, await spatialPath())
  return {
    connection,
    async [Symbol.asyncDispose]() {
      connection.closeSync()
      instance.closeSync()
    },
  }
}
