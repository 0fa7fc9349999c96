import type { RawRecord } from '#server/prepare/read/record.ts'

/** What a person may say about a file where it does not say so itself, or says it wrongly. */
export interface ReadOptions {
  readonly encoding?: string | undefined
  readonly delimiter?: string | undefined
  readonly sheet?: string | undefined
  readonly layer?: string | undefined
  readonly crs?: string | undefined
}

/** A table or layer of a user's file, opened but not yet read. */
export interface SourceTable {
  /** The user's file; for a member of an archive `archive.zip/member.shp`. */
  readonly file: string
  /** Where it can be read. */
  readonly path: string
  readonly format: string
  readonly columns: readonly string[]
  readonly hasGeometry: boolean
  /** Authority code, WKT or PROJ text of the geometry's system; null where the file does not say. */
  readonly crs: string | null
  /** What was detected, for the report: `encoding windows-1252`. */
  readonly notes: readonly string[]
  /** True where the columns were named by us, because the file has no header. */
  readonly isHeaderless?: boolean
  /** @param wanted columns whose values are needed; all where it is left out */
  records(wanted?: ReadonlySet<string>): AsyncIterable<readonly RawRecord[]>
}

export const batchSize = 1_000
const longestRaw = 65_536

/** The raw text of a record as it is kept: whole, but for cells of megabytes. */
export function rawTextOf(text: string): string {
  if (text.length <= longestRaw) return text
  return `${text.slice(0, longestRaw)}… (${text.length.toLocaleString('en')} characters)`
}

/** Names for all columns: blanks round a name go, an empty name becomes its number, a second one of the same name gets a number too. */
export function columnNames(header: readonly (string | null | undefined)[]): string[] {
  const seen = new Set<string>()
  return header.map((cell, index) => {
    const name = (cell ?? '').replaceAll('\u0000', '').trim() || `column ${index + 1}`
    const free = seen.has(name) ? `${name} (${index + 1})` : name
    seen.add(free)
    return free
  })
}
