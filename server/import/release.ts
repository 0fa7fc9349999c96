import { basename } from 'node:path'
import type { Mapping } from '#data/mappings/define.ts'
import { question } from '#server/import/problem.ts'
import type { SourceTable } from '#server/import/read/table.ts'
import type { ImportRequest } from '#server/import/request.ts'

const monthNames = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/** The release that a file's name states, in the mapping's own way. */
export function releaseInName(pattern: string | undefined, name: string): string | null {
  const groups = pattern === undefined ? undefined : new RegExp(pattern).exec(name)?.groups
  if (groups?.year === undefined) return null
  const word = groups.month ?? '01'
  const month = /^\d+$/.test(word) ? Number(word) : monthNames.indexOf(word.slice(0, 3).toLowerCase()) + 1
  if (month < 1 || month > 12) return null
  return `${groups.year}-${String(month).padStart(2, '0')}-${(groups.day ?? '01').padStart(2, '0')}`
}

/** The date of the data: fixed, asked for, or in a file's name. @throws ImportProblem, a question where it must be known */
export function releaseOf(mapping: Mapping, request: ImportRequest, tables: readonly SourceTable[]): string | null {
  const names = [basename(request.path), ...tables.map(({ file }) => file)]
  const named = names.map((name) => releaseInName(mapping.release?.pattern, name)).find((date) => date !== null)
  const release = request.release ?? named ?? mapping.source.date ?? null
  if (release === null && mapping.release?.isRequired === true) {
    throw question(
      `${mapping.title.en}: of which release is it? Figures of different releases are not comparable: --release YYYY-MM`,
    )
  }
  return release
}
