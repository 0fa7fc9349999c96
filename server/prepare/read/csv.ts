import { readFile } from 'node:fs/promises'
import { parse } from 'csv-parse/sync'
import { type RawRecord, type Row, SourceError, type SourceFile } from '#server/prepare/read/record.ts'

const batchSize = 1_000
/** A quoted field may run over so many lines; beyond, its opening quote is taken for a stray one. */
export const longestRecord = 200

/** How a text file parts its cells; without a quote character every quotation mark is one of the text. */
export interface Dialect {
  readonly delimiter: string
  readonly quote: '"' | null
}
export const plainCsv: Dialect = { delimiter: ',', quote: '"' }

export interface Cells {
  readonly text: string
  readonly cells: readonly string[] | null
  readonly damage: string | null
}

function isComplete(line: string, { quote }: Dialect): boolean {
  if (quote === null) return true
  let isEven = true
  for (let at = line.indexOf(quote); at !== -1; at = line.indexOf(quote, at + 1)) isEven = !isEven
  return isEven
}

const parserOptions = ({ delimiter, quote }: Dialect) => ({
  relax_column_count: true,
  delimiter,
  quote: quote ?? false,
})

/** Without a quotation mark a line is its cells and nothing else: no parser is needed, and none is as quick. */
const isPlain = (text: string, { quote }: Dialect): boolean => quote === null || !text.includes(quote)
const splitPlain = (text: string, { delimiter }: Dialect): string[] => (text === '' ? [] : text.split(delimiter))

/** One record's text into cells, or the reason why not. */
export function cellsOf(text: string, width: number | null, dialect: Dialect = plainCsv): Cells {
  try {
    const [cells = []] = isPlain(text, dialect)
      ? [splitPlain(text, dialect)]
      : (parse(text, parserOptions(dialect)) as string[][])
    if (width === null || cells.length === width) return { text, cells, damage: null }
    return { text, cells: null, damage: `${cells.length} cells where the header has ${width}` }
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : 'CSV_UNREADABLE'
    const words = reason.replace(/^CSV_/, '').replaceAll('_', ' ').toLowerCase()
    return { text, cells: null, damage: `can't be read as CSV: ${words}` }
  }
}

/**
 * The record that begins at line `first`. An odd number of quotes means that a field goes on in the next line; if that leads to
 * no good record, only the first line is given up, so that one stray quote never swallows its neighbours.
 */
function recordAt(
  lines: readonly string[],
  first: number,
  width: number,
  dialect: Dialect,
): { record: Cells; length: number } {
  const line = lines[first] ?? ''
  if (isComplete(line, dialect)) return { record: cellsOf(line, width, dialect), length: 1 }
  for (let last = first + 1; last < Math.min(lines.length, first + longestRecord); last += 1) {
    if (isComplete(lines[last] ?? '', dialect)) continue
    const record = cellsOf(lines.slice(first, last + 1).join('\n'), width, dialect)
    if (record.damage === null) return { record, length: last - first + 1 }
    break
  }
  return { record: cellsOf(line, width, dialect), length: 1 }
}

/** Lines that are whole records, parsed together: a hundred times quicker than one by one. */
function parseTogether(lines: readonly string[], width: number, dialect: Dialect): Cells[] {
  if (lines.every((line) => isPlain(line, dialect))) return lines.map((line) => cellsOf(line, width, dialect))
  try {
    const rows = parse(lines.join('\n'), { ...parserOptions(dialect), skip_empty_lines: false }) as string[][]
    if (rows.length === lines.length && rows.every((row) => row.length === width)) {
      return rows.map((cells, index) => ({ text: lines[index] ?? '', cells, damage: null }))
    }
  } catch {
    // One of the lines is damaged: find out which.
  }
  return lines.map((line) => cellsOf(line, width, dialect))
}

/**
 * The records in lines of text, each of `width` cells or with its damage. Stops before the line `end`, where a record might go on beyond the
 * lines at hand; returns the first line that it did not use.
 */
export function* cellsIn(
  lines: readonly string[],
  width: number,
  dialect: Dialect = plainCsv,
  end = lines.length,
): Generator<Cells, number> {
  let whole: string[] = []
  let at = 0
  while (at < end) {
    const line = lines[at] ?? ''
    if (isComplete(line, dialect)) {
      if (line.trim() !== '') whole.push(line)
      at += 1
      if (whole.length < batchSize) continue
    }
    yield* parseTogether(whole, width, dialect)
    whole = []
    if (at >= end || isComplete(lines[at] ?? '', dialect)) continue
    const { record, length } = recordAt(lines, at, width, dialect)
    yield record
    at += length
  }
  yield* parseTogether(whole, width, dialect)
  return at
}

function rowOf(columns: readonly string[], cells: readonly string[]): Row {
  return Object.fromEntries(
    columns.map((column, index) => [column, cells[index] === '' ? null : (cells[index] ?? null)]),
  )
}

function damageOf(record: Cells): string | null {
  return record.damage ?? (record.text.includes('\uFFFD') ? 'not UTF-8' : null)
}

async function* recordsOf(lines: readonly string[], columns: readonly string[]): AsyncGenerator<RawRecord[]> {
  let batch: RawRecord[] = []
  let rowNumber = 1
  for (const record of cellsIn(lines, columns.length)) {
    rowNumber += 1
    const values = record.cells === null ? {} : rowOf(columns, record.cells)
    batch.push({ rowNumber, rawText: record.text, values, geometry: null, damage: damageOf(record) })
    if (batch.length === batchSize) {
      yield batch
      batch = []
    }
  }
  if (batch.length > 0) yield batch
}

/**
 * Open a CSV file (UTF-8, comma, RFC 4180). Every record is read or comes with its damage; blank lines are no records.
 * @throws SourceError when there is no readable header
 */
export async function openCsv(path: string): Promise<SourceFile> {
  const text = new TextDecoder('utf-8').decode(await readFile(path))
  const lines = text.split(/\r\n|\n|\r/)
  const header = cellsOf(lines[0] ?? '', null)
  const columns = (header.cells ?? []).map((name) => name.trim())
  if (header.damage !== null || columns.length === 0) throw new SourceError(`${path}: the header can't be read`)
  const twice = columns.find((name, index) => name !== '' && columns.indexOf(name) !== index)
  if (twice !== undefined) throw new SourceError(`${path}: the header names column "${twice}" twice`)
  return { columns, records: recordsOf(lines.slice(1), columns) }
}
