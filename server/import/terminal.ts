const width = 24

/** A line on stderr that changes while records are read; plain lines where stderr is no terminal. */
export class ReadProgress {
  private readonly isTerminal = process.stderr.isTTY === true
  private readonly isQuiet: boolean
  private shownAt = 0
  private current = ''

  constructor(isQuiet: boolean) {
    this.isQuiet = isQuiet
  }

  private line(file: string, records: number, isDone: boolean): string {
    const filled = isDone ? width : Math.floor((Date.now() / 200) % (width + 1))
    const bar = `${'█'.repeat(filled)}${'░'.repeat(width - filled)}`
    return `${bar} read ${file.slice(-40).padEnd(28)} ${records.toLocaleString('en').padStart(10)} records`
  }

  tell(file: string, records: number): void {
    if (this.isQuiet || !this.isTerminal) return
    if (file === this.current && Date.now() - this.shownAt < 100) return
    if (file !== this.current && this.current !== '') process.stderr.write('\n')
    this.current = file
    this.shownAt = Date.now()
    process.stderr.write(`\r\u001b[2K${this.line(file, records, false)}`)
  }

  done(files: readonly { readonly file: string; readonly records: number }[]): void {
    if (this.isQuiet) return
    const start = this.isTerminal ? '\r\u001b[2K' : ''
    process.stderr.write(`${start}${files.map(({ file, records }) => this.line(file, records, true)).join('\n')}\n`)
  }
}

/** Columns of text side by side, as wide as their widest cell. */
export function textTable(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const all = [header, ...rows]
  const widths = header.map((_, index) => Math.max(...all.map((row) => (row[index] ?? '').length)))
  const line = (row: readonly string[]) =>
    row
      .map((cell, index) => cell.padEnd(widths[index] ?? 0))
      .join('  ')
      .trimEnd()
  return [line(header), widths.map((size) => '-'.repeat(size)).join('  '), ...rows.map(line)].join('\n')
}

export const say = (text: string): void => {
  process.stdout.write(`${text}\n`)
}
