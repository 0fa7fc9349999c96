import papaparse from 'papaparse'
import { type Content, FileError, type Note } from '#web/drop/parsed.ts'
import { decode } from '#web/drop/read/text.ts'

/** A text table; its delimiter is found by looking. */
export function readCsv(bytes: Uint8Array): { content: Content; notes: Note[] } {
  const { text, notes } = decode(bytes)
  const { data } = papaparse.parse<string[]>(text, { skipEmptyLines: 'greedy' })
  const [columns, ...rows] = data
  if (columns === undefined || rows.length === 0) throw new FileError('empty')
  return { content: { kind: 'table', columns: columns.map((name) => name.trim()), rows }, notes }
}
