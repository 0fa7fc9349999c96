import type { DuckDBConnection } from '@duckdb/node-api'
import { z } from 'zod'
import { quoteText, rowsOf } from '#server/prepare/database.ts'
import type { RawRecord, Row } from '#server/prepare/read/record.ts'

/** Key of the Parquet file's own metadata under which an import says what it wrote. */
export const importKey = 'smap_import'

const text = z.object({ en: z.string(), zh: z.string() })

/** What a normalised file says of itself. */
export const importFactsSchema = z.object({
  mapping: z.string(),
  title: text,
  dataset: z.string(),
  /** Named rules that prepare runs on it, instead of those of the dataset's declaration. */
  mends: z.array(z.string()),
  source: z.object({
    publisher: text,
    licence: z.string(),
    licence_url: z.string(),
    attribution: z.string(),
    url: z.string(),
    date: z.string(),
  }),
  /** `derived_only`: rows must not be passed on, only what is computed from them. */
  redistribution: z.enum(['open', 'derived_only']),
  files: z.array(z.object({ file: z.string(), sha256: z.string(), records: z.number() })),
})
export type ImportFacts = z.infer<typeof importFactsSchema>

/** The import that wrote a Parquet file, or null where none did. */
export async function importFactsOf(connection: DuckDBConnection, path: string): Promise<ImportFacts | null> {
  if (!path.endsWith('.parquet')) return null
  const rows = await rowsOf(
    connection,
    `select decode(value) as value from parquet_kv_metadata(${quoteText(path)}) where decode(key) = ${quoteText(importKey)}`,
  ).catch(() => [])
  const [row] = rows
  return row === undefined ? null : importFactsSchema.parse(JSON.parse(String(row.value)))
}

const repairs = z.array(z.object({ rule: z.string(), detail: z.string(), movedM: z.number().nullable() }))

/** The record that an import wrote, as it stood in the user's file; null for a row that no import wrote. Takes the columns out of `values`. */
export function readOrigin(values: Row): Omit<RawRecord, 'geometry'> | null {
  if (!('_row' in values && '_file' in values)) return null
  const { _file, _row, _raw, _column, _reason, _repairs, _parts, ...own } = values
  return {
    rowNumber: Number(_row),
    rawText: String(_raw ?? ''),
    values: own,
    damage: _reason == null ? null : String(_reason),
    origin: {
      file: String(_file),
      column: String(_column ?? ''),
      repairs: _repairs == null ? [] : repairs.parse(JSON.parse(String(_repairs))),
      parts: Number(_parts ?? 1),
    },
  }
}
