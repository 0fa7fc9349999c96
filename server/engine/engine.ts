import type { SqlType } from '#data/field.ts'
import type { GivenRows, Writer } from '#server/export/writer.ts'

export type Value = string | number | boolean | null
export type Row = Readonly<Record<string, Value>>

/** A row that carries a body ready to send: its column `bytes` (a blob), and the other columns. */
export interface Piece {
  readonly bytes: Uint8Array
  readonly facts: Row
}

export interface BoundParameter {
  readonly type: SqlType
  readonly value: Value
}

/** One statement with every parameter it names; absent ones are null. Printed, it can be run again by hand. */
export interface Query {
  readonly sql: string
  readonly parameters: Readonly<Record<string, BoundParameter>>
}

export interface RunOptions {
  /** Aborting it interrupts the query; the connection is usable afterwards. */
  readonly signal?: AbortSignal | undefined
  /** Heavy queries run at most two at once; when eight more wait, the next is refused. */
  readonly isHeavy?: boolean
}

export interface DatasetFacts {
  readonly read: number
  readonly accepted: number
  readonly quarantined: number
  readonly mended: number
  readonly flagged: number
  readonly rows: number
  readonly bbox: readonly [number, number, number, number] | null
  readonly file: string
  readonly sha256: string
  readonly source: {
    readonly publisher: { readonly en: string; readonly zh: string }
    readonly licence: string
    readonly licence_url: string
    readonly attribution: string
    readonly url: string
    readonly date: string
  }
  readonly is_illustrative: boolean
  /** Accepted records that became part of another one's row (several outlines of one mine). */
  readonly merged?: number
  /** Mappings of the imports that wrote the files. */
  readonly imports?: readonly string[]
  /** `derived_only`: the licence of an imported file lets nobody pass its rows on, only what is computed from them. */
  readonly redistribution?: 'derived_only'
  /** Set by the engine where it keeps the rows back: answers carry what is computed from them, and say so. */
  readonly is_withheld?: boolean
}

/** `manifest.json` of a snapshot, as prepare writes it. */
export interface Manifest {
  readonly snapshot: string
  readonly prepared_at: string
  readonly code_version: string
  readonly as_of: string
  /** Of mines other than pilots only the nearest pairs are there (docs/decisions/0080); absent: every pair is. */
  readonly pairs?: 'nearest'
  /** Hash of `atlas.duckdb`; absent in snapshots made before it was written down. */
  readonly database_sha256?: string
  readonly datasets: Readonly<Record<string, DatasetFacts>>
  readonly tables: Readonly<
    Record<string, { readonly rows: number; readonly bbox: readonly number[] | null; readonly sha256: string }>
  >
}

/** A connection for one piece of work: its temporary tables and macros are there from statement to statement, and for nobody else. */
export interface Session {
  /** All rows of one statement. @throws {Problem} as `Engine.rows` */
  rows(query: Query): Promise<Row[]>
}

export interface SessionOptions {
  /** Aborting it interrupts the statement that runs; no other follows. */
  readonly signal?: AbortSignal | undefined
  /** For the whole piece of work; after it the statement is interrupted and `engine_slow` thrown. */
  readonly timeoutMs: number
}

export interface WriterOptions {
  /** Aborting it interrupts the writing. */
  readonly signal: AbortSignal
  /** Whether rows hold outlines: the engine works on 2,048 rows at once, which then take more memory. */
  readonly hasOutlines?: boolean
  /** Rows that are not in the snapshot, to be written in its place. */
  readonly given?: GivenRows | undefined
}

/**
 * Answers questions about one snapshot. Dates come back as ISO text, whole numbers as `number`, geometry only through
 * a function that makes text of it.
 * @example await engine.rows({ sql: 'select count(*) as n from mines', parameters: {} })
 */
export interface Engine {
  readonly manifest: Manifest
  /** All rows. @throws {Problem} `engine_busy`, `engine_slow`, `cancelled` or `engine_failed` */
  rows(query: Query, options?: RunOptions): Promise<Row[]>
  /** As `rows`, of a statement with a column `bytes`: a body of many megabytes as a text would be decoded and encoded for nothing. */
  pieces(query: Query, options?: RunOptions): Promise<Piece[]>
  /** Rows in chunks, in order; leaving the loop early interrupts the query. */
  stream(query: Query, options?: RunOptions): AsyncIterable<Row[]>
  /**
   * A second engine for one export, which may write files; it takes a turn among the heavy queries until it is disposed of.
   * @throws {Problem} `engine_busy`, `cancelled` or `engine_failed`; its own methods `engine_slow` too
   */
  writer(options: WriterOptions): Promise<Writer>
  /** Work of several statements on a connection of its own, closed afterwards. It waits for no turn: the caller bounds how many run. */
  session<T>(work: (session: Session) => Promise<T>, options: SessionOptions): Promise<T>
  /** The engine's plan as text. */
  explain(query: Query): Promise<string>
  /** False after an error from which only a new process recovers. */
  readonly isHealthy: boolean
  /** Waits for running queries, at most `graceMs`, then interrupts them. */
  close(graceMs?: number): Promise<void>
}
