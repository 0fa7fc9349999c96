/** One measured number. `bar`: the most it may be. */
export interface Row {
  readonly what: string
  readonly value: number
  readonly unit: 'ms' | 's' | 'GB' | 'KB' | 'rows' | 'req/s' | 'MB/s' | 'x'
  readonly bar?: number
}

function verdict({ value, bar }: Row): string {
  if (bar === undefined) return ''
  return value <= bar ? `within ${bar}` : `ABOVE ${bar}`
}

/** Print rows as a Markdown table, so that it can be pasted as it is. */
export function printTable(rows: readonly Row[]): void {
  console.log('| what | value | bar |\n|---|---:|---|')
  for (const row of rows)
    console.log(`| ${row.what} | ${Number(row.value.toPrecision(3))} ${row.unit} | ${verdict(row)} |`)
}

/** The value below which the share `p` of the numbers lies. */
export function quantile(numbers: readonly number[], p: number): number {
  const sorted = [...numbers].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(p * sorted.length))] ?? Number.NaN
}
