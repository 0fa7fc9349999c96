import { globSync } from 'node:fs'
import { join } from 'node:path'
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api'
import { packageFolder } from '#server/prepare/make/packages.ts'

/** Folder of the committed source files. */
export const sourceFolder = join(import.meta.dirname, '../../../data/source')

/** SQL literal of a text. */
export const quote = (text: string): string => `'${text.replaceAll("'", "''")}'`

/** SQL `values` rows from a table in code, e.g. `('FRA', 'France'), ...`. */
export const valueRows = (rows: readonly (readonly (string | number | null)[])[]): string =>
  rows.map((row) => `(${row.map(literal).join(', ')})`).join(', ')

const literal = (value: string | number | null): string =>
  value === null ? 'null' : typeof value === 'number' ? String(value) : quote(value)

/** A fresh DuckDB with the spatial extension, longitude before latitude, and one thread so that files come out the same. */
export const openDuck = async (): Promise<DuckDBConnection> => {
  const folder = packageFolder('spatialExtension')
  const extension = globSync('**/spatial.duckdb_extension', { cwd: folder })[0]
  if (!extension) throw new Error(`No spatial extension in ${folder}`)
  const instance = await DuckDBInstance.create(':memory:', { threads: '1' })
  const connection = await instance.connect()
  await connection.run(`load ${quote(join(folder, extension))}`)
  await connection.run('set global geometry_always_xy = true')
  return connection
}

/** Rows of a query as plain JSON objects. */
export const rows = async <T>(duck: DuckDBConnection, sql: string): Promise<T[]> =>
  (await duck.runAndReadAll(sql)).getRowObjectsJson() as T[]

/** First row of a query that always has one. */
export const oneRow = async <T>(duck: DuckDBConnection, sql: string): Promise<T> => {
  const [row] = await rows<T>(duck, sql)
  if (row === undefined) throw new Error(`No row from: ${sql}`)
  return row
}

/** Write a query as GeoParquet 2 in `data/source`; the query must order its rows. */
export const writeParquet = (duck: DuckDBConnection, query: string, file: string): Promise<unknown> =>
  duck.run(`copy (${query}) to ${quote(join(sourceFolder, file))}
    (format parquet, compression zstd, compression_level 19, row_group_size 20480, geoparquet_version 'V2')`)

/** Grid of 2^-17 degree (0.85 m): coordinates on it end in zero bytes, so the file halves and nobody can see it. */
export const onGrid = (geometry: string): string => `st_makevalid(st_reduceprecision(${geometry}, 1.0 / 131072))`

/** Order along the Hilbert curve of the whole world, so that neighbours are neighbours in the file. */
export const hilbert = (geometry: string): string =>
  `st_hilbert(${geometry}, {'min_x': -180.0, 'min_y': -90.0, 'max_x': 180.0, 'max_y': 90.0}::box_2d)`
