import { stringify } from 'csv-stringify/sync'
import type { Value } from '#server/engine/engine.ts'
import type { ExportJob, FileOptions, Pieces, Tally } from '#server/export/job.ts'
import { headerOf, overRows, tableColumns } from '#server/export/rows.ts'
import type { Writer } from '#server/export/writer.ts'

const byteOrderMark = '\uFEFF'
const endOfLine = '\r\n'

/** A text that a spreadsheet would take for a formula is led by an apostrophe, so that it stays a text. */
export const guarded = (value: Value): Value =>
  typeof value === 'string' && /^[=+\-@\t\r]/.test(value) ? `'${value}` : value

/** Lines of RFC 4180: comma, CRLF, quotes doubled; nothing is an empty cell, a text is quoted only where it must be. */
export function csvLines(rows: readonly (readonly Value[])[]): string {
  return stringify(
    rows.map((row) => row.map(guarded)),
    { record_delimiter: endOfLine, cast: { boolean: (value) => String(value) } },
  )
}

/** The same cell as `csvLines` writes, by the engine: a million rows of objects would hold up every other request. */
function cell(expression: string, type: string): string {
  if (type === 'double')
    return `case when isfinite(${expression}) then regexp_replace(cast(${expression} as string), '\\.0$', '') end`
  if (type !== 'string') return `cast(${expression} as string)`
  const safe = `case when regexp_matches(${expression}, '^[=+\\-@\\t\\r]') then '''' || ${expression} else ${expression} end`
  return `case when regexp_matches(${expression}, '[",\\r\\n]') then '"' || replace(${safe}, '"', '""') || '"' else ${safe} end`
}

/** All rows as one CSV file, piece by piece. */
export async function* csvPieces(writer: Writer, job: ExportJob, options: FileOptions, tally: Tally): Pieces {
  const columns = tableColumns(job)
  const header = csvLines([columns.map((column) => headerOf(column, options))]).trimEnd()
  yield `${options.hasByteOrderMark ? byteOrderMark : ''}${header}`
  const cells = columns.map(({ expression, field }) => `coalesce(${cell(expression, field.type)}, '')`)
  const lines = overRows(job, `concat_ws(',',\n  ${cells.join(',\n  ')}) as line`)
  for await (const { rows, bytes } of writer.texts(lines, endOfLine)) {
    tally.rows += rows
    yield bytes
  }
  yield endOfLine
}
