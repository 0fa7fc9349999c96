import type { Text } from '#data/define.ts'
import type { Field } from '#data/field.ts'
import type { Query, Value } from '#server/engine/engine.ts'

export type Language = 'en' | 'zh'

/** What is to be exported: rows of a collection, the rows behind a number or of a result, and all that is said about them. */
export interface ExportJob {
  /** Name of the files, without ending. */
  readonly id: string
  readonly title: Text
  readonly description: Text
  readonly fields: Readonly<Record<string, Field>>
  /** The field that tells rows apart, where one field does. */
  readonly key?: string
  /** `measured`, `attribute` or `proxy`, of each field. */
  readonly classOf: (field: string) => string
  readonly geometry: 'point' | 'polygon' | 'line' | 'none'
  /** The rows in their order: the fields as declared and, unless there is none, `geometry`. A person can run it again. */
  readonly query: Query
  /** How many rows there are: one row, `n`. */
  readonly count: Query
  /** The filter, as parameters and in words. */
  readonly parameters: Readonly<Record<string, Value>>
  readonly words: Text
  /** Inputs whose sources are named. */
  readonly inputs: readonly string[]
  /** Says that fields were kept back, because a licence asks for it. */
  readonly withheld?: Text
  /** How to get the rows again, where they are not a statement over the snapshot. */
  readonly repeat?: string
}

/** How rows are written. */
export interface FileOptions {
  /** Headers of CSV and of spreadsheets as labels of this language; without it the fields' own names. */
  readonly language?: Language | undefined
  /** CSV with a mark at the beginning by which spreadsheets know UTF-8. */
  readonly hasByteOrderMark?: boolean
  /** Of GeoParquet. */
  readonly version?: '2.0' | '1.1'
}

/** Pieces of one file, made as they are taken. */
export type Pieces = AsyncIterable<string | Uint8Array>

/** One file of an export. */
export interface ExportFile {
  readonly name: string
  readonly pieces: Pieces
  /** In bytes, where the file is finished before it is sent. */
  readonly size?: number
  /** Packed already: an archive stores it as it is. */
  readonly isPacked?: boolean
}

/** Rows written so far; counted by whoever writes them. */
export interface Tally {
  rows: number
}
