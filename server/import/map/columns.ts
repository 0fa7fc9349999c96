/** Columns are the same where only case, blanks and punctuation differ; `$` marks what is no column of the file. */
export const plainName = (name: string): string =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}$]/gu, '')

/** Finds a file's own spelling of a column. */
export class ColumnFinder {
  private readonly byName = new Map<string, string>()

  constructor(columns: Iterable<string>) {
    for (const column of columns) {
      const name = plainName(column)
      if (!this.byName.has(name)) this.byName.set(name, column)
    }
  }

  find(name: string): string | undefined {
    return this.byName.get(plainName(name))
  }

  /** The file's spellings of those names that it has, in their order. */
  all(names: readonly string[]): string[] {
    return names.flatMap((name) => this.find(name) ?? [])
  }

  has(name: string): boolean {
    return this.byName.has(plainName(name))
  }
}
