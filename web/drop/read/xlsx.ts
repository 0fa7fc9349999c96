import readSheets from 'read-excel-file/web-worker'
import { type Cell, type Content, FileError, type Note } from '#web/drop/parsed.ts'

const cellOf = (value: unknown): Cell =>
  value instanceof Date ? value.toISOString().slice(0, 10) : ((value ?? null) as Cell)

/** The first sheet of a workbook that has rows below a heading. */
export async function readXlsx(bytes: ArrayBuffer): Promise<{ content: Content; notes: Note[] }> {
  const sheets = await readSheets(bytes)
  const sheet = sheets.find(({ data }) => data.length > 1)
  if (sheet === undefined) throw new FileError('empty')
  const [head = [], ...rows] = sheet.data
  const columns = head.map((name, index) => String(name ?? `column ${index + 1}`).trim())
  const content: Content = { kind: 'table', columns, rows: rows.map((row) => row.map(cellOf)) }
  return { content, notes: sheets.length > 1 ? ['first_sheet'] : [] }
}
