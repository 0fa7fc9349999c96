import type { SqlType } from '#data/field.ts'
import { archive } from '#server/export/archive.ts'
import { dictionaryRows } from '#server/export/dictionary.ts'
import type { ExportFile, ExportJob, FileOptions, Pieces, Tally } from '#server/export/job.ts'
import { piecesOf } from '#server/export/pieces.ts'
import { headerOf, overRows, tableColumns } from '#server/export/rows.ts'
import type { Writer } from '#server/export/writer.ts'

/** Rows that a sheet holds, without its header. */
export const mostSheetRows = 1_048_575
const longestCell = 32_767

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const officeRelations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packageRelations = 'http://schemas.openxmlformats.org/package/2006/relationships'
const contentTypes = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

/** Characters that XML 1.0 does not have. */
const forbidden = '[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f]'
const entities = [
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
] as const

const escaped = (value: string): string =>
  entities
    .reduce((text, [plain, entity]) => text.replaceAll(plain, entity), value)
    .replace(new RegExp(forbidden, 'g'), '')

const textCell = (text: string, style = 0): string =>
  `<c s="${style}" t="inlineStr"><is><t xml:space="preserve">${text}</t></is></c>`

/** A cell of the sheet as the engine writes it. A text too long for a cell is left out: half a shape would be another shape. */
function cellSql(expression: string, type: SqlType): string {
  const number = (value: string, style = 0): string => `'<c s="${style}"><v>' || ${value} || '</v></c>'`
  const [before, after] = textCell('\n').split('\n')
  const text = (value: string): string => `'${before}' || ${value} || '${after}'`
  switch (type) {
    case 'boolean':
      return `'<c t="b"><v>' || cast(cast(${expression} as int) as string) || '</v></c>'`
    case 'date': {
      const serial = number(`cast(date_diff('day', date '1899-12-30', ${expression}) as string)`, 2)
      return `case when ${expression} >= date '1900-03-01' then ${serial} else ${text(`cast(${expression} as string)`)} end`
    }
    case 'string': {
      const plain = entities.reduce(
        (sql, [from, to]) => `replace(${sql}, '${from}', '${to}')`,
        `regexp_replace(${expression}, '${forbidden}', '', 'g')`,
      )
      return `case when length(${expression}) <= ${longestCell} then ${text(plain)} end`
    }
    case 'double':
      return `case when isfinite(${expression}) then ${number(`cast(${expression} as string)`)} end`
    default:
      return number(`cast(${expression} as string)`)
  }
}

const sheetStart = `${declaration}<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><sheetData>`
const sheetEnd = '</sheetData></worksheet>'
const rowOf = (cells: readonly string[]): string => `<row>${cells.join('')}</row>`

async function* dataSheet(writer: Writer, job: ExportJob, options: FileOptions, tally: Tally): Pieces {
  const columns = tableColumns(job)
  yield sheetStart + rowOf(columns.map((column) => textCell(escaped(headerOf(column, options)), 1)))
  const cells = columns.map(({ expression, field }) => `coalesce(${cellSql(expression, field.type)}, '<c/>')`)
  const lines = overRows(job, `concat(\n  ${cells.join(',\n  ')}, '</row>') as line`)
  for await (const { rows, bytes } of writer.texts(lines, '<row>')) {
    tally.rows += rows
    yield bytes
  }
  yield sheetEnd
}

async function* textSheet(rows: () => readonly (readonly string[])[]): Pieces {
  const [header = [], ...others] = rows()
  const line = (style: number) => (row: readonly string[]) => rowOf(row.map((text) => textCell(escaped(text), style)))
  yield `${sheetStart}${line(1)(header)}${others.map(line(0)).join('')}${sheetEnd}`
}

const sheets = ['data', 'dictionary', 'about'] as const
const sheetFile = (index: number): string => `xl/worksheets/sheet${index + 1}.xml`

function fixedParts(): Readonly<Record<string, string>> {
  const override = (path: string, type: string): string =>
    `<Override PartName="/${path}" ContentType="${contentTypes}.${type}+xml"/>`
  const relation = (id: number, type: string, target: string): string =>
    `<Relationship Id="rId${id}" Type="${officeRelations}/${type}" Target="${target}"/>`
  const relationsOf = (relations: readonly string[]): string =>
    `${declaration}<Relationships xmlns="${packageRelations}">${relations.join('')}</Relationships>`
  return {
    '[Content_Types].xml': `${declaration}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${override('xl/workbook.xml', 'sheet.main')}${override('xl/styles.xml', 'styles')}${sheets.map((_, index) => override(sheetFile(index), 'worksheet')).join('')}</Types>`,
    '_rels/.rels': relationsOf([relation(1, 'officeDocument', 'xl/workbook.xml')]),
    'xl/workbook.xml': `${declaration}<workbook xmlns="${main}" xmlns:r="${officeRelations}"><sheets>${sheets.map((name, index) => `<sheet name="${name}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`).join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relationsOf([
      ...sheets.map((_, index) => relation(index + 1, 'worksheet', `worksheets/sheet${index + 1}.xml`)),
      relation(sheets.length + 1, 'styles', 'styles.xml'),
    ]),
    'xl/styles.xml': `${declaration}<styleSheet xmlns="${main}"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/></numFmts><fonts count="2"><font/><font><b/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="3"><xf/><xf fontId="1" applyFont="1"/><xf numFmtId="164" applyNumberFormat="1"/></cellXfs></styleSheet>`,
  }
}

/**
 * All rows as a workbook (Office Open XML): the data, the dictionary, and what the archive's README says. Row by row: the libraries that
 * are looked after hold all rows at once (docs/decisions/0033).
 * @param about lines of the last sheet, asked for when the rows have been counted
 */
export async function* xlsxFile(
  writer: Writer,
  job: ExportJob,
  options: FileOptions,
  tally: Tally,
  about: () => string,
): AsyncGenerator<ExportFile> {
  async function* parts(): AsyncGenerator<ExportFile> {
    for (const [name, text] of Object.entries(fixedParts())) yield { name, pieces: piecesOf(text) }
    const dictionary = () => dictionaryRows(job).map((row) => row.map((cell) => (cell === null ? '' : String(cell))))
    const lines = () =>
      about()
        .split('\r\n')
        .map((line) => [line])
    const content = [dataSheet(writer, job, options, tally), textSheet(dictionary), textSheet(lines)]
    for (const [index, pieces] of content.entries()) yield { name: sheetFile(index), pieces }
  }
  yield { name: `${job.id}.xlsx`, pieces: archive(parts()), isPacked: true }
}
