import { join } from 'node:path'
import { BOOLEAN, DOUBLE, type DuckDBConnection, DuckDBInstance, VARCHAR } from '@duckdb/node-api'
import { repositoryDir } from '#server/config.ts'
import type { CompiledFilter } from '#server/cql2/compile.ts'
import type { Queryables } from '#server/cql2/queryables.ts'
import { bindings } from '#server/engine/duckdb-values.ts'
import { findSpatialExtension, loadSpatial } from '#server/spatial.ts'

export interface Feature {
  readonly id: number
  readonly geometry: object | null
  readonly properties: Readonly<Record<string, unknown>>
}

/** The collection of the oracle as a filter sees it. */
export const oracleQueryables = (geometry: 'point' | 'polygon'): Queryables =>
  new Map([
    ['id', { type: 'number', sql: '"id"' }],
    ['name', { type: 'string', sql: '"name"' }],
    ['name_zh', { type: 'string', sql: '"name_zh"' }],
    ['status', { type: 'string', sql: '"status"' }],
    ['people', { type: 'number', sql: '"people"' }],
    ['share', { type: 'number', sql: '"share"' }],
    ['event_date', { type: 'date', sql: '"event_date"' }],
    ['start_date', { type: 'date', sql: '"start_date"' }],
    ['end_date', { type: 'date', sql: '"end_date"' }],
    ['is_active', { type: 'boolean', sql: '"is_active"' }],
    ['codes', { type: 'list', sql: '"codes"' }],
    ['geometry', { type: 'geometry', sql: '"geometry"', geometry }],
  ])

const columns =
  'id int, name varchar, name_zh varchar, status varchar, people int, share double, event_date date, start_date date, end_date date, is_active boolean, codes varchar, geometry geometry'

/** An empty engine with spatial, as the server loads it. */
export async function openDatabase(): Promise<DuckDBConnection> {
  const path = await findSpatialExtension(process.env.CACHE_DIR ?? join(repositoryDir, '.cache'))
  const connection = await (await DuckDBInstance.create(':memory:')).connect()
  await loadSpatial(connection, path)
  return connection
}

const typeFor = (value: unknown) =>
  typeof value === 'number' ? DOUBLE : typeof value === 'boolean' ? BOOLEAN : VARCHAR

/** A table of features, shaped as the oracle's are. */
export async function createTable(
  connection: DuckDBConnection,
  name: string,
  features: readonly Feature[],
): Promise<void> {
  await connection.run(`create table ${name} (${columns})`)
  const names = columns
    .split(', ')
    .map((column) => String(column.split(' ')[0]))
    .slice(0, -1)
  const marks = names.map((_, index) => `$${index + 1}`).join(', ')
  for (const { geometry, properties } of features) {
    const { codes } = properties
    const row = { ...properties, codes: Array.isArray(codes) ? codes.join(';') : null }
    const values = names.map((column) => (row as Record<string, unknown>)[column] ?? null)
    const all = [...values, geometry === null ? null : JSON.stringify(geometry)] as (string | number | boolean | null)[]
    await connection.run(
      `insert into ${name} values (${marks}, st_geomfromgeojson($${all.length}))`,
      all,
      all.map(typeFor),
    )
  }
}

/** Ids of the rows that a compiled filter selects, in order. */
export async function select(connection: DuckDBConnection, table: string, filter: CompiledFilter): Promise<number[]> {
  const { values, types } = bindings(filter.parameters)
  const reader = await connection.runAndReadAll(
    `select id from ${table} where ${filter.sql} order by id`,
    values,
    types,
  )
  return reader.getRowsJS().map(([id]) => Number(id))
}
