import {
  BIGINT,
  BOOLEAN,
  DATE,
  DOUBLE,
  DuckDBBlobValue,
  type DuckDBDataChunk,
  DuckDBDateValue,
  type DuckDBType,
  type DuckDBValue,
  INTEGER,
  VARCHAR,
} from '@duckdb/node-api'
import type { SqlType } from '#data/field.ts'
import type { BoundParameter, Piece, Row, Value } from '#server/engine/engine.ts'

const millisecondsPerDay = 86_400_000

const types: Readonly<Record<SqlType, DuckDBType>> = {
  string: VARCHAR,
  int: INTEGER,
  bigint: BIGINT,
  double: DOUBLE,
  date: DATE,
  boolean: BOOLEAN,
}

function toDuckdb({ type, value }: BoundParameter): DuckDBValue {
  if (value === null) return null
  if (type === 'date') return new DuckDBDateValue(Date.parse(`${value}T00:00:00Z`) / millisecondsPerDay)
  return type === 'bigint' ? BigInt(value) : value
}

/** Values and types as `bind` of a prepared statement takes them. */
export function bindings(parameters: Readonly<Record<string, BoundParameter>>): {
  values: Record<string, DuckDBValue>
  types: Record<string, DuckDBType>
} {
  const entries = Object.entries(parameters)
  return {
    values: Object.fromEntries(entries.map(([name, parameter]) => [name, toDuckdb(parameter)])),
    types: Object.fromEntries(entries.map(([name, { type }]) => [name, types[type]])),
  }
}

/** Whole numbers of any width become `number`, dates ISO text; what JSON can't say becomes null. */
function toValue(value: DuckDBValue): Value {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value
  if (typeof value === 'number') return Number.isFinite(value) ? value : null
  if (typeof value === 'bigint') return Number(value)
  return String(value)
}

const bytesColumn = 'bytes'

/** The rows of one chunk as plain objects, without a column of bytes: JSON has no word for them. */
export function rowsOf(chunk: DuckDBDataChunk, names: readonly string[]): Row[] {
  const columns = names.flatMap((name, index) =>
    name === bytesColumn ? [] : [[name, chunk.getColumnValues(index)] as const],
  )
  return Array.from({ length: chunk.rowCount }, (_, row) =>
    Object.fromEntries(columns.map(([name, values]) => [name, toValue(values[row] ?? null)])),
  )
}

/** The rows of one chunk as bodies and what is told of them; a row without a body has an empty one. */
export function piecesOf(chunk: DuckDBDataChunk, names: readonly string[]): Piece[] {
  const bodies = chunk.getColumnValues(names.indexOf(bytesColumn))
  return rowsOf(chunk, names).map((facts, row) => {
    const body = bodies[row]
    return { bytes: body instanceof DuckDBBlobValue ? body.bytes : new Uint8Array(), facts }
  })
}
