import { failed, question } from '#server/import/problem.ts'
import { type Archive, openArchive, readMember } from '#server/import/read/archive.ts'
import { type SheetRow, sheetRows } from '#server/import/read/sheet.ts'
import { batchSize, columnNames, type ReadOptions, rawTextOf, type SourceTable } from '#server/import/read/table.ts'
import { readXml } from '#server/import/read/xml.ts'
import type { RawRecord, Row } from '#server/prepare/read/record.ts'

const mostBytes = 512 * 1024 * 1024
const looked = 30

interface Sheet {
  readonly name: string
  readonly member: string
}

interface Workbook {
  readonly sheets: readonly Sheet[]
  readonly texts: readonly string[]
  /** Styles of cells that show a number as a date. */
  readonly dateStyles: ReadonlySet<number>
  readonly is1904: boolean
}

async function listen(archive: Archive, member: string, listener: Parameters<typeof readXml>[2]): Promise<void> {
  const entry = archive.entries.find(({ fileName }) => fileName === member)
  if (entry === undefined) return
  if (entry.uncompressedSize > mostBytes) throw failed(`${member}: larger than 512 MB`)
  await readXml(member, await archive.read(entry), listener)
}

async function sheetsOf(archive: Archive): Promise<{ sheets: Sheet[]; is1904: boolean }> {
  const targets = new Map<string, string>()
  await listen(archive, 'xl/_rels/workbook.xml.rels', {
    open(name, attributes) {
      const target = (attributes.get('Target') ?? '').replace(/^\/?(xl\/)?/, 'xl/')
      if (name === 'Relationship') targets.set(attributes.get('Id') ?? '', target)
    },
  })
  const sheets: Sheet[] = []
  let is1904 = false
  await listen(archive, 'xl/workbook.xml', {
    open(name, attributes) {
      if (name === 'workbookPr') is1904 = ['1', 'true'].includes(attributes.get('date1904') ?? '')
      if (name !== 'sheet') return
      const member = targets.get(attributes.get('r:id') ?? attributes.get('id') ?? '')
      if (member !== undefined) sheets.push({ name: attributes.get('name') ?? '', member })
    },
  })
  return { sheets, is1904 }
}

async function textsOf(archive: Archive): Promise<string[]> {
  const texts: string[] = []
  let [current, isInText, isPhonetic] = ['', false, false]
  await listen(archive, 'xl/sharedStrings.xml', {
    open(name) {
      if (name === 'si') current = ''
      if (name === 'rPh') isPhonetic = true
      if (name === 't') isInText = !isPhonetic
    },
    text(text) {
      if (isInText) current += text
    },
    close(name) {
      if (name === 't') isInText = false
      if (name === 'rPh') isPhonetic = false
      if (name === 'si') texts.push(current)
    },
  })
  return texts
}

/** Built-in formats 14 to 22 and 45 to 47 are dates; own ones are where they have a day, month or year outside quotes and brackets. */
function isDateFormat(id: number, code: string | undefined): boolean {
  if (code === undefined) return (id >= 14 && id <= 22) || (id >= 45 && id <= 47)
  return (
    /[dmyDMY]/.test(code.replace(/"[^"]*"|\[[^\]]*\]|\\./g, '')) && !/[#0?]\.?[#0?]/.test(code.replace(/ss\.0+/i, ''))
  )
}

async function dateStylesOf(archive: Archive): Promise<Set<number>> {
  const codes = new Map<number, string>()
  const styles = new Set<number>()
  let [isInCells, index] = [false, 0]
  await listen(archive, 'xl/styles.xml', {
    open(name, attributes) {
      if (name === 'numFmt') codes.set(Number(attributes.get('numFmtId')), attributes.get('formatCode') ?? '')
      if (name === 'cellXfs') isInCells = true
      if (name !== 'xf' || !isInCells) return
      const id = Number(attributes.get('numFmtId') ?? 0)
      if (isDateFormat(id, codes.get(id))) styles.add(index)
      index += 1
    },
    close(name) {
      if (name === 'cellXfs') isInCells = false
    },
  })
  return styles
}

async function openWorkbook(file: string, archive: Archive): Promise<Workbook> {
  const { sheets, is1904 } = await sheetsOf(archive)
  if (sheets.length === 0) throw failed(`${file}: the workbook has no sheet`)
  return { sheets, is1904, texts: await textsOf(archive), dateStyles: await dateStylesOf(archive) }
}

/** The row with the names: the first one at least half as full as the fullest of the first rows, and all of it words. */
function headerAmong(rows: readonly SheetRow[]): SheetRow | null {
  const filled = (row: SheetRow) => row.cells.filter((cell) => cell !== null && cell.trim() !== '').length
  const fullest = Math.max(0, ...rows.map(filled))
  const isName = (cell: string | null) => cell === null || cell.trim() === '' || Number.isNaN(Number(cell))
  return rows.find((row) => filled(row) >= Math.max(2, fullest / 2) && row.cells.every(isName)) ?? null
}

const sheetSettings = ({ texts, dateStyles, is1904 }: Workbook) => ({ texts, dateStyles, is1904 })

async function firstRows(file: string, archive: Archive, workbook: Workbook, sheet: Sheet): Promise<SheetRow[]> {
  const entry = archive.entries.find(({ fileName }) => fileName === sheet.member)
  if (entry === undefined) return []
  const found: SheetRow[] = []
  for await (const rows of sheetRows(file, await archive.read(entry), sheetSettings(workbook))) {
    found.push(...rows.slice(0, looked))
    if (found.length >= looked) break
  }
  return found.slice(0, looked)
}

async function* recordsOf(
  file: string,
  path: string,
  sheet: Sheet,
  header: SheetRow,
  columns: readonly string[],
): AsyncGenerator<RawRecord[]> {
  const archive = await openArchive(file, path)
  try {
    const workbook = await openWorkbook(file, archive)
    const entry = archive.entries.find(({ fileName }) => fileName === sheet.member)
    if (entry === undefined) return
    let batch: RawRecord[] = []
    for await (const rows of sheetRows(file, await archive.read(entry), sheetSettings(workbook))) {
      for (const { number, cells } of rows) {
        if (number <= header.number || cells.every((cell) => cell === null || cell === '')) continue
        const values: Row = {}
        for (const [index, column] of columns.entries()) values[column] = cells[index] || null
        const extra = cells.slice(columns.length).some((cell) => cell !== null && cell.trim() !== '')
        batch.push({
          rowNumber: number,
          rawText: rawTextOf(JSON.stringify(cells)),
          values,
          geometry: null,
          damage: extra ? `${cells.length} cells where the header has ${columns.length}` : null,
        })
      }
      if (batch.length < batchSize) continue
      yield batch
      batch = []
    }
    if (batch.length > 0) yield batch
  } finally {
    archive.close()
  }
}

/** The sheet asked for, or the only one that may be meant. */
function choose(
  file: string,
  found: readonly FoundSheet[],
  options: ReadOptions,
  isKnown: (columns: readonly string[]) => boolean,
) {
  if (options.sheet !== undefined) {
    const asked = found.find(({ sheet }) => sheet.name === options.sheet) ?? found[Number(options.sheet) - 1]
    if (asked?.header != null) return asked
    throw failed(
      `${file}: no sheet "${options.sheet}" with a table; there are ${found.map(({ sheet }) => `"${sheet.name}"`).join(', ')}`,
    )
  }
  const tables = found.filter(({ header }) => header !== null)
  const known = tables.filter(({ columns }) => isKnown(columns))
  const [only] = known.length > 0 ? known : tables
  if (only === undefined) throw failed(`${file}: no sheet of the workbook holds a table`)
  if (known.length === 1 || tables.length === 1) return only
  const list = (known.length > 1 ? known : tables).map(
    ({ sheet, columns }) => `"${sheet.name}" (${columns.slice(0, 3).join(', ')} ...)`,
  )
  throw question(`${file}: which sheet? Say --sheet with one of ${list.join(', ')}`)
}

interface FoundSheet {
  readonly sheet: Sheet
  readonly header: SheetRow | null
  readonly columns: readonly string[]
}

/**
 * Open a sheet of an Excel workbook: the one asked for, the only one of a known schema, or the only one with a table.
 * @throws ImportProblem where it is damaged, or where several sheets may be meant (a question)
 */
export async function openXlsx(
  file: string,
  path: string,
  options: ReadOptions,
  isKnown: (columns: readonly string[]) => boolean,
): Promise<SourceTable> {
  const archive = await openArchive(file, path)
  try {
    if ((await readMember(archive, '[Content_Types].xml', 10_000_000)) === null) throw failed(`${file}: not a workbook`)
    const workbook = await openWorkbook(file, archive)
    const found: FoundSheet[] = []
    for (const sheet of workbook.sheets) {
      const header = headerAmong(await firstRows(file, archive, workbook, sheet))
      found.push({ sheet, header, columns: header === null ? [] : columnNames(header.cells) })
    }
    const { sheet, header, columns } = choose(file, found, options, isKnown)
    if (header === null) throw failed(`${file}: sheet "${sheet.name}" has no header`)
    return {
      file,
      path,
      format: 'XLSX',
      columns,
      hasGeometry: false,
      crs: null,
      notes: [`sheet "${sheet.name}" of ${workbook.sheets.length}`, `header in row ${header.number}`],
      records: () => recordsOf(file, path, sheet, header, columns),
    }
  } finally {
    archive.close()
  }
}
