import { join } from 'node:path'
import type { DuckDBConnection } from '@duckdb/node-api'
import type { Dataset } from '#data/define.ts'
import type { Outcome } from '#server/import/report.ts'
import { quoteText, rowsOf } from '#server/prepare/database.ts'
import type { Snapshot } from '#server/snapshot.ts'

/**
 * What a snapshot says became of one dataset's records.
 * @param files of these files only; all where it is null
 */
export async function outcomeIn(
  connection: DuckDBConnection,
  snapshot: Snapshot,
  dataset: Dataset,
  files: readonly string[] | null,
  records: number,
): Promise<Outcome> {
  const from = (table: string) => `read_parquet(${quoteText(join(snapshot.folder, `${table}.parquet`))})`
  const own = `dataset = ${quoteText(dataset.id)}${files === null ? '' : ` and file in (${files.map(quoteText).join(', ')})`}`
  const rejects = await rowsOf(
    connection,
    `select file, row_number, column_name, reason, raw_text from ${from('quarantine')} where ${own} order by file, row_number`,
  )
  const findings = await rowsOf(connection, `select * from ${from('findings')} where ${own} order by file, row_number`)
  return {
    read: records,
    accepted: records - rejects.length,
    merged: snapshot.manifest.datasets[dataset.id]?.merged ?? 0,
    rejects: rejects.map((row) => ({
      file: String(row.file),
      rowNumber: Number(row.row_number),
      column: String(row.column_name ?? ''),
      reason: String(row.reason),
      rawText: String(row.raw_text),
    })),
    findings: findings.map((row) => ({
      file: String(row.file),
      rowNumber: Number(row.row_number),
      featureId: String(row.feature_id),
      kind: row.kind === 'mended' ? 'mended' : 'flagged',
      rule: String(row.rule),
      detail: String(row.detail),
      movedM: row.moved_m === null ? null : Number(row.moved_m),
    })),
  }
}
