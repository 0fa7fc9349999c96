import { type DuckDBAppender, type DuckDBConnection, DuckDBDateValue, DuckDBInstance } from '@duckdb/node-api'
import type { SqlType } from '#data/field.ts'
import type { Config } from '#server/config.ts'
import { findSpatialExtension, loadSpatial } from '#server/spatial.ts'

export type SqlRow = Readonly<Record<string, unknown>>
export type SqlValue = string | number | boolean | Uint8Array | null

/** DuckDB's spelling of the declared types. */
export const duckdbTypes: Readonly<Record<SqlType, string>> = {
  string: 'varchar',
  int: 'integer',
  bigint: 'bigint',
  double: 'double',
  date: 'date',
  boolean: 'boolean',
}

export const quoteName = (name: string): string => `"${name.replaceAll('"', '""')}"`
export const quoteText = (text: string): string => `'${text.replaceAll("'", "''")}'`

/** All rows of a query as plain objects (dates as Date, 64-bit integers as bigint). */
export async function rowsOf(connection: DuckDBConnection, sql: string): Promise<SqlRow[]> {
  return (await connection.runAndReadAll(sql)).getRowObjectsJS()
}

/** The one number that a query answers. */
export async function numberOf(connection: DuckDBConnection, sql: string): Promise<number> {
  const [row] = await rowsOf(connection, sql)
  return Number(Object.values(row ?? {})[0])
}

/** A private database in memory. Rows are streamed over `reader`: whatever else runs on a connection cuts its stream short without a word. */
export interface Workbench {
  readonly connection: DuckDBConnection
  readonly reader: DuckDBConnection
  close(): void
}

/** A private database in memory with spatial loaded, longitude first; spills to `spillDir` when it outgrows the memory limit. */
export async function openWorkbench(config: Config, spillDir: string): Promise<Workbench> {
  const instance = await DuckDBInstance.create(':memory:', {
    memory_limit: config.memoryLimit,
    threads: String(config.prepareThreads),
    temp_directory: spillDir,
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
  })
  const connection = await instance.connect()
  await loadSpatial(connection, await findSpatialExtension(config.cacheDir))
  const reader = await instance.connect()
  return {
    connection,
    reader,
    close() {
      reader.closeSync()
      connection.closeSync()
      instance.closeSync()
    },
  }
}

export interface Column {
  readonly name: string
  readonly type: SqlType | 'blob'
}

function append(appender: DuckDBAppender, type: Column['type'], value: SqlValue): void {
  if (value === null) appender.appendNull()
  else if (value instanceof Uint8Array) appender.appendBlob(value)
  else if (type === 'int') appender.appendInteger(Number(value))
  else if (type === 'bigint') appender.appendBigInt(BigInt(Number(value)))
  else if (type === 'double') appender.appendDouble(Number(value))
  else if (type === 'boolean') appender.appendBoolean(value === true)
  else if (type === 'date') appender.appendDate(new DuckDBDateValue(Date.parse(String(value)) / 86_400_000))
  else appender.appendVarchar(String(value))
}

/** A new table filled row by row from this process. */
export async function createTable(connection: DuckDBConnection, name: string, columns: readonly Column[]) {
  const typed = columns.map(
    ({ name: column, type }) => `${quoteName(column)} ${type === 'blob' ? 'blob' : duckdbTypes[type]}`,
  )
  await connection.run(`create or replace table ${quoteName(name)} (${typed.join(', ')})`)
  const appender = await connection.createAppender(name)
  return {
    add(values: readonly SqlValue[]) {
      for (const [index, column] of columns.entries()) append(appender, column.type, values[index] ?? null)
      appender.endRow()
    },
    close() {
      appender.closeSync()
    },
  }
}
