import type { DuckDBConnection } from '@duckdb/node-api'
import { numberOf, quoteName, quoteText, rowsOf } from '#server/prepare/database.ts'
import { readOrigin } from '#server/prepare/read/imported.ts'
import { type RawRecord, type Row, SourceError, type SourceFile, type Value } from '#server/prepare/read/record.ts'

const geometryColumn = 'geometry'

function plainValue(value: unknown): Value {
  if (value === null || value === undefined) return null
  if (typeof value === 'bigint') return Number(value)
  if (typeof value === 'string') return value === '' ? null : value
  if (typeof value === 'number' || typeof value === 'boolean') return value
  if (value instanceof Date) return value.toISOString().slice(0, 10)
  return String(value)
}

function recordOf(row: Readonly<Record<string, unknown>>, rowNumber: number): RawRecord {
  const geometry = row[geometryColumn]
  const values: Row = {}
  for (const [name, value] of Object.entries(row)) if (name !== geometryColumn) values[name] = plainValue(value)
  const imported = readOrigin(values)
  if (imported !== null) return { ...imported, geometry: geometry instanceof Uint8Array ? geometry : null }
  return {
    rowNumber,
    rawText: JSON.stringify(values),
    values,
    geometry: geometry instanceof Uint8Array ? geometry : null,
    damage: null,
  }
}

/** True for longitude and latitude on WGS84; a column that names no system is taken for that (GeoParquet's default). */
function isLongitudeLatitude(type: string): boolean {
  const named = /^GEOMETRY\('(.*)'\)$/s.exec(type)?.[1]
  if (named === undefined) return true
  if (!named.startsWith('{')) return named === 'OGC:CRS84' || named === 'EPSG:4326'
  const system = JSON.parse(named.replaceAll("''", "'")) as { type?: string; id?: { code?: unknown } }
  return system.type === 'GeographicCRS' && ['4326', 'CRS84'].includes(String(system.id?.code))
}

async function* recordsOf(connection: DuckDBConnection, sql: string, expected: number): AsyncGenerator<RawRecord[]> {
  const result = await connection.stream(sql)
  let rowNumber = 0
  for await (const rows of result.yieldRowObjectJs()) {
    yield rows.map((row) => {
      rowNumber += 1
      return recordOf(row, rowNumber)
    })
  }
  // A stream that is cut short by other work on its connection ends without a word.
  if (rowNumber !== expected) throw new SourceError(`${rowNumber} of ${expected} records came back`)
}

/**
 * Open a Parquet or GeoParquet file; a column `geometry` is taken as longitude and latitude.
 * @throws SourceError when the file can't be read or states another coordinate system
 */
export async function openParquet(connection: DuckDBConnection, path: string): Promise<SourceFile> {
  const from = `read_parquet(${quoteText(path)})`
  const described = await rowsOf(connection, `describe select * from ${from}`).catch(() => {
    throw new SourceError(`${path}: not a readable Parquet file`)
  })
  const columns = described.map((row) => String(row.column_name))
  const type = String(described.find((row) => row.column_name === geometryColumn)?.column_type ?? '')
  if (!isLongitudeLatitude(type)) {
    throw new SourceError(`${path}: the coordinates are not longitude and latitude (WGS84) but ${type.slice(0, 120)}`)
  }
  const rows = await numberOf(connection, `select count(*) from ${from}`)
  const listed = columns.map((name) => (name === geometryColumn ? `st_aswkb(${name}) as ${name}` : quoteName(name)))
  return { columns, records: recordsOf(connection, `select ${listed.join(', ')} from ${from}`, rows) }
}
