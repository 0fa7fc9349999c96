import { stringify } from 'csv-stringify/sync'
import type { Text } from '#data/define.ts'
import type { Engine, RunOptions, Value } from '#server/engine/engine.ts'
import type { ExportFile, ExportJob, Language } from '#server/export/job.ts'

const byteOrderMark = '\uFEFF'
const carriageReturnLineFeed = '\r\n'

/** A text that a spreadsheet would take for a formula is led by an apostrophe, so that it stays a text. */
export const guarded = (value: Value): Value =>
  typeof value === 'string' && /^[=+\-@\t\r]/.test(value) ? `'${value}` : value

/** Lines of RFC 4180: comma, CRLF, quotes doubled; nothing is an empty cell, a text is quoted only where it must be. */
export function csvLines(rows: readonly (readonly Value[])[]): string {
  return stringify(
    rows.map((row) => row.map(guarded)),
    { record_delimiter: carriageReturnLineFeed, cast: { boolean: (value) => String(value) } },
  )
}

const geometryLabels: Readonly<Record<string, Text>> = {
  longitude: { en: 'Longitude', zh: '经度' },
  latitude: { en: 'Latitude', zh: '纬度' },
  geometry_wkt: { en: 'Geometry (WKT)', zh: '几何(WKT)' },
}

const headerOf = (job: ExportJob, names: readonly string[], language: Language | undefined): string[] =>
  names.map((name) => (language ? (job.fields[name]?.label ?? geometryLabels[name])?.[language] : undefined) ?? name)

interface CsvOptions extends RunOptions {
  /** Headers as labels of this language; without it the fields' own names. */
  readonly language?: Language | undefined
  /** A mark at the beginning by which spreadsheets know UTF-8. */
  readonly hasByteOrderMark?: boolean
}

/** The names of the columns of `table`, also when it has no rows. */
export const tableColumns = (job: ExportJob): string[] => {
  const names = Object.keys(job.fields)
  if (job.geometry === 'none') return names
  const extra = job.geometry === 'point' ? ['longitude', 'latitude'] : ['geometry_wkt']
  return [...names, ...extra.filter((name) => !names.includes(name))]
}

/** All rows as one CSV file. */
export async function csvFile(engine: Engine, job: ExportJob, options: CsvOptions = {}): Promise<ExportFile> {
  const names = tableColumns(job)
  const parts = [options.hasByteOrderMark ? byteOrderMark : '', csvLines([headerOf(job, names, options.language)])]
  let count = 0
  for await (const rows of engine.stream(job.table, options)) {
    count += rows.length
    parts.push(csvLines(rows.map((row) => names.map((name) => row[name] ?? null))))
  }
  const bytes = new TextEncoder().encode(parts.join(''))
  return { name: `${job.id}.csv`, type: 'text/csv; charset=utf-8; header=present', bytes, rows: count }
}
