import { readFileSync } from 'node:fs'
import { unzipSync } from 'fflate'

export interface SheetRow {
  /** Row number as a person sees it in the spreadsheet. */
  readonly number: number
  /** Column letter -> text; empty cells are missing. */
  readonly cells: Readonly<Record<string, string>>
}

/**
 * Rows of one sheet as they are: text untouched (blanks, wrong characters), numbers in their shortest exact form.
 * @example readSheet('global-mining-dataset.xlsx', 2)[0]?.cells.A // 'ICMMID'
 */
export const readSheet = (file: string, sheet: number): readonly SheetRow[] => {
  const parts = unzipSync(readFileSync(file))
  const part = (name: string): string => {
    const bytes = parts[name]
    if (!bytes) throw new Error(`${file} has no ${name}`)
    return new TextDecoder().decode(bytes)
  }
  const texts = [...part('xl/sharedStrings.xml').matchAll(/<si>(.*?)<\/si>/gs)].map(([, item = '']) => richText(item))
  return [...part(`xl/worksheets/sheet${sheet}.xml`).matchAll(/<row r="(\d+)"[^>]*?(?:\/>|>(.*?)<\/row>)/gs)].map(
    ([, number = '', inside = '']) => ({ number: Number(number), cells: readCells(inside, texts) }),
  )
}

const readCells = (row: string, texts: readonly string[]): Record<string, string> => {
  const cells: Record<string, string> = {}
  for (const [, column = '', attributes = '', inside = ''] of row.matchAll(
    /<c r="([A-Z]+)\d+"([^>]*?)(?:\/>|>(.*?)<\/c>)/gs,
  )) {
    const value = /<v>(.*?)<\/v>/s.exec(inside)?.[1]
    if (value === undefined) continue
    if (attributes.includes('t="s"')) cells[column] = texts[Number(value)] ?? ''
    else if (attributes.includes('t="')) cells[column] = unescapeXml(value)
    // The file holds 17 digits of a double (7.6053499999999996); the same double is written 7.60535.
    else cells[column] = String(Number(value))
  }
  return cells
}

const richText = (item: string): string =>
  [...item.matchAll(/<t[^>]*>(.*?)<\/t>/gs)].map(([, text = '']) => unescapeXml(text)).join('')

const unescapeXml = (text: string): string =>
  text
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&')
