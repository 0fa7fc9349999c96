import { createReadStream } from 'node:fs'
import { failed } from '#server/import/problem.ts'
import { detectEncoding } from '#server/import/read/encoding.ts'
import { batchSize, columnNames, type ReadOptions, rawTextOf, type SourceTable } from '#server/import/read/table.ts'
import { type Cells, cellsIn, cellsOf, type Dialect, longestRecord } from '#server/prepare/read/csv.ts'
import type { RawRecord, Row } from '#server/prepare/read/record.ts'

const delimiters = [',', ';', '\t', '|'] as const
const names: Readonly<Record<string, string>> = { ',': 'comma', ';': 'semicolon', '\t': 'tab', '|': 'bar' }
const blockLines = 5_000
const looked = 60
/** A line of megabytes says nothing about the shape of a table and takes long to look at. */
const longestLooked = 100_000

/** Lines of a text file in blocks, without their ends. */
async function* lineBlocks(path: string, encoding: string): AsyncGenerator<string[]> {
  const decoder = new TextDecoder(encoding)
  let rest = ''
  let block: string[] = []
  const take = (text: string): void => {
    const lines = text.split(/\r\n|\n|\r/)
    rest = lines.pop() ?? ''
    for (const line of lines) block.push(line)
  }
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 })) {
    const text = rest + decoder.decode(chunk as Buffer, { stream: true })
    // A carriage return at the very end may be half of a line's end.
    const held = text.endsWith('\r') ? 1 : 0
    if (/[\r\n]/.test(text.slice(0, text.length - held))) {
      take(text.slice(0, text.length - held))
      rest += text.slice(text.length - held)
    } else rest = text
    if (block.length >= blockLines) {
      yield block
      block = []
    }
  }
  take(rest + decoder.decode())
  if (rest !== '') block.push(rest)
  if (block.length > 0) yield block
}

async function firstLines(path: string, encoding: string): Promise<string[]> {
  for await (const block of lineBlocks(path, encoding)) return block.slice(0, 1_000)
  return []
}

interface Shape {
  readonly dialect: Dialect
  /** Index of the header's line among the first lines; -1 where there is none. */
  readonly header: number
  readonly width: number
  readonly cells: readonly string[]
}

/** How many of the first lines have the commonest number of cells, if they are parted by this. */
function commonWidth(lines: readonly string[], dialect: Dialect): { width: number; share: number } {
  const counts = new Map<number, number>()
  for (const line of lines) {
    const width = cellsOf(line, null, dialect).cells?.length ?? 0
    counts.set(width, (counts.get(width) ?? 0) + 1)
  }
  const [[width, times] = [0, 0]] = [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0])
  return { width, share: times / Math.max(1, lines.length) }
}

function dialectOf(lines: readonly string[], asked: string | undefined): Dialect {
  if (asked !== undefined) {
    const delimiter = asked === 'tab' || asked === '\\t' ? '\t' : asked
    if (delimiter.length !== 1) throw failed(`--delimiter ${asked}: one character, or "tab"`)
    return { delimiter, quote: '"' }
  }
  const scored = delimiters.map((delimiter) => {
    const { width, share } = commonWidth(lines, { delimiter, quote: '"' })
    return { delimiter, score: width < 2 ? 0 : share + Math.min(width, 50) / 1_000 }
  })
  const [best] = scored.sort((a, b) => b.score - a.score)
  return { delimiter: best === undefined || best.score === 0 ? ',' : best.delimiter, quote: '"' }
}

/** Titles and notes above a table are narrower than the table: the header is the first line that is as wide as what follows. */
function shapeOf(lines: readonly string[], asked: string | undefined, headerless: readonly Headerless[]): Shape {
  const some = lines
    .filter((line) => line.trim() !== '')
    .slice(0, looked)
    .filter((line, index) => index === 0 || line.length < longestLooked)
  const plain: Dialect = { delimiter: '\t', quote: null }
  const without = headerless.find(({ columns, first }) => {
    const cells = cellsOf(some[0] ?? '', null, plain).cells ?? []
    return (
      cells.length === columns.length && first.every((pattern, index) => new RegExp(pattern).test(cells[index] ?? ''))
    )
  })
  if (without !== undefined) {
    return { dialect: plain, header: -1, width: without.columns.length, cells: without.columns }
  }
  const dialect = dialectOf(some, asked)
  const { width } = commonWidth(some, dialect)
  for (const [index, line] of lines.slice(0, looked).entries()) {
    const cells = cellsOf(line, null, dialect).cells ?? []
    const filled = cells.filter((cell) => cell.trim() !== '').length
    if (cells.length >= width && filled >= Math.max(1, Math.min(2, width)) && filled >= cells.length / 2) {
      return { dialect, header: index, width: cells.length, cells }
    }
  }
  const [first = ''] = lines
  const cells = cellsOf(first, null, dialect).cells ?? []
  return { dialect, header: 0, width: cells.length, cells }
}

/** A known schema whose text files have no header. */
export interface Headerless {
  readonly columns: readonly string[]
  readonly first: readonly string[]
}

function damageOf(record: Cells): string | null {
  if (record.damage !== null) return record.damage
  if (record.text.includes('\uFFFD')) return 'not in the encoding of the file'
  return record.text.includes('\u0000') ? 'holds a NUL character' : null
}

function rowOf(columns: readonly string[], indexes: readonly number[], cells: readonly string[]): Row {
  const row: Row = {}
  for (const index of indexes) row[columns[index] ?? ''] = cells[index] === '' ? null : (cells[index] ?? null)
  return row
}

async function* readRecords(
  path: string,
  encoding: string,
  { dialect, header, width }: Shape,
  columns: readonly string[],
  wanted?: ReadonlySet<string>,
): AsyncGenerator<RawRecord[]> {
  const indexes = [...columns.keys()].filter((index) => wanted?.has(columns[index] ?? '') ?? true)
  let rowNumber = header + 1
  let batch: RawRecord[] = []
  const take = (record: Cells): void => {
    rowNumber += 1
    const damage = damageOf(record)
    const values = record.cells === null ? {} : rowOf(columns, indexes, record.cells)
    batch.push({ rowNumber, rawText: rawTextOf(record.text), values, geometry: null, damage })
  }
  let pending: string[] = []
  let isFirst = true
  for await (const block of lineBlocks(path, encoding)) {
    pending = pending.concat(isFirst ? block.slice(header + 1) : block)
    isFirst = false
    const records = cellsIn(pending, width, dialect, Math.max(0, pending.length - longestRecord))
    for (let next = records.next(); ; next = records.next()) {
      if (next.done) {
        pending = pending.slice(next.value)
        break
      }
      take(next.value)
    }
    if (batch.length >= batchSize) {
      yield batch
      batch = []
    }
  }
  for (const record of cellsIn(pending, width, dialect)) take(record)
  if (batch.length > 0) yield batch
}

/**
 * Open a table in a text file: encoding, delimiter and header are detected and told. Every record is read or comes with its damage.
 * @param headerless schemas whose files start without a header
 * @throws ImportProblem where there is nothing in it
 */
export async function openDelimited(
  file: string,
  path: string,
  options: ReadOptions,
  headerless: readonly Headerless[],
): Promise<SourceTable> {
  const { encoding, note } = await detectEncoding(path, options.encoding)
  const lines = await firstLines(path, encoding)
  if (lines.every((line) => line.trim() === '')) throw failed(`${file}: the file is empty`)
  const shape = shapeOf(lines, options.delimiter, headerless)
  const columns = columnNames(shape.cells)
  const notes = [note, `delimiter ${names[shape.dialect.delimiter] ?? shape.dialect.delimiter}`]
  if (shape.header > 0) notes.push(`header in line ${shape.header + 1}`)
  if (shape.header < 0) notes.push('no header; its columns are known')
  return {
    file,
    path,
    format: 'CSV',
    columns,
    hasGeometry: false,
    crs: null,
    notes,
    isHeaderless: shape.header < 0,
    records: (wanted) => readRecords(path, encoding, shape, columns, wanted),
  }
}
