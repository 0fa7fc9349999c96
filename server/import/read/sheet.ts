import type { Readable } from 'node:stream'
import { SaxesParser } from 'saxes'
import { failed } from '#server/import/problem.ts'

export interface SheetRow {
  /** Row number as a person sees it in the spreadsheet. */
  readonly number: number
  /** Texts from column A on; empty cells are null. */
  readonly cells: readonly (string | null)[]
}

interface Settings {
  readonly texts: readonly string[]
  readonly dateStyles: ReadonlySet<number>
  readonly is1904: boolean
}

/** A sheet has 16,384 columns and no more. */
const mostColumns = 16_384
const dayMs = 86_400_000

/** 0 for A, 25 for Z, 26 for AA. */
function columnIndex(reference: string): number {
  let index = 0
  for (const letter of reference.replace(/\d+$/, '')) index = index * 26 + letter.charCodeAt(0) - 64
  return index - 1
}

/** Days since the turn of the century, as Excel counts them (it believes in 29 February 1900), to an ISO date. */
function dateOf(days: number, is1904: boolean): string {
  const epoch = is1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, 30)
  const time = new Date(epoch + Math.round(days * dayMs))
  return Number.isNaN(time.getTime()) ? String(days) : time.toISOString().slice(0, 10)
}

class SheetListener {
  readonly rows: SheetRow[] = []
  private cells: (string | null)[] = []
  private number = 0
  private column = -1
  private kind = ''
  private style = 0
  private text = ''
  private isInValue = false
  private readonly settings: Settings

  constructor(settings: Settings) {
    this.settings = settings
  }

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    if (name === 'row') {
      this.number = Number(attributes.r ?? this.number + 1)
      this.cells = []
      this.column = -1
    } else if (name === 'c') {
      this.column = attributes.r === undefined ? this.column + 1 : columnIndex(attributes.r)
      this.kind = attributes.t ?? 'n'
      this.style = Number(attributes.s ?? -1)
      this.text = ''
    } else if (name === 'v' || name === 't') this.isInValue = true
  }

  write(text: string): void {
    if (this.isInValue) this.text += text
  }

  close(name: string): void {
    if (name === 'v' || name === 't') this.isInValue = false
    else if (name === 'row') this.rows.push({ number: this.number, cells: this.cells })
    else if (name === 'c' && this.column >= 0 && this.column < mostColumns) {
      while (this.cells.length < this.column) this.cells.push(null)
      this.cells[this.column] = this.value()
    }
  }

  private value(): string | null {
    if (this.kind === 's') return this.settings.texts[Number(this.text)] ?? null
    if (this.kind === 'b') return this.text === '1' ? 'true' : 'false'
    if (this.kind !== 'n') return this.text === '' ? null : this.text
    if (this.text === '') return null
    const number = Number(this.text)
    if (this.settings.dateStyles.has(this.style)) return dateOf(number, this.settings.is1904)
    // The file holds 17 digits of a double (7.6053499999999996); the same double is written 7.60535.
    return Number.isNaN(number) ? this.text : String(number)
  }
}

/**
 * The rows of one sheet as they are, in file order, a chunk at a time.
 * @throws ImportProblem where the sheet is no XML
 */
export async function* sheetRows(
  file: string,
  stream: Readable,
  settings: Settings,
): AsyncGenerator<readonly SheetRow[]> {
  const listener = new SheetListener(settings)
  const parser = new SaxesParser()
  let problem: Error | null = null
  parser.on('error', (error) => {
    problem ??= error
  })
  parser.on('opentag', ({ name, attributes }) => listener.open(localOf(name), attributes as Record<string, string>))
  parser.on('text', (text) => listener.write(text))
  parser.on('closetag', ({ name }) => listener.close(localOf(name)))
  const decoder = new TextDecoder('utf-8')
  for await (const chunk of stream) {
    parser.write(decoder.decode(chunk as Buffer, { stream: true }))
    if (problem !== null) throw failed(`${file}: a sheet can't be read: ${(problem as Error).message.split('\n')[0]}`)
    if (listener.rows.length > 0) yield listener.rows.splice(0)
  }
  if (listener.rows.length > 0) yield listener.rows.splice(0)
}

const localOf = (name: string): string => name.slice(name.indexOf(':') + 1)
