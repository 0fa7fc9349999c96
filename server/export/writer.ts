import { createWriteStream } from 'node:fs'
import { mkdir, mkdtemp, readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { DuckDBBlobVector, type DuckDBConnection, type DuckDBDataChunk, DuckDBInstance } from '@duckdb/node-api'
import type { Fields } from '#data/field.ts'
import { problemOf } from '#server/engine/duckdb-failure.ts'
import { bindings, rowsOf } from '#server/engine/duckdb-values.ts'
import type { Query, Row } from '#server/engine/engine.ts'
import { printed } from '#server/export/printed.ts'
import { Problem } from '#server/problem.ts'
import { loadSpatial } from '#server/spatial.ts'

export interface WriterSettings {
  /** `atlas.duckdb` of the snapshot. */
  readonly database: string
  readonly spatial: string
  /** Below it each export has a folder of its own while it runs. */
  readonly folder: string
  /** DuckDB notation; what does not fit is put on disk, into the export's own folder. */
  readonly memoryLimit: string
  /** Statements that put views before the tables. */
  readonly views?: readonly string[]
}

/** Rows that are not in the snapshot, such as a process' result: one JSON object a line. They are read as the relation `given`. */
export interface GivenRows {
  readonly fields: Fields
  readonly lines: Iterable<string>
}

export interface TextPiece {
  readonly rows: number
  readonly bytes: Uint8Array
}

/** A second engine that lives for one export. It sees the snapshot read-only and may write into one empty folder. */
export interface Writer extends AsyncDisposable {
  readonly folder: string
  /** Aborts when it is interrupted: its client has left, or its time is up. */
  readonly signal: AbortSignal
  /** Rows in chunks, in order. */
  stream(query: Query): AsyncIterable<Row[]>
  /**
   * The texts of a statement's column `line` as bytes, each after `before`, chunk by chunk and in order.
   * @returns pieces with the number of rows in each
   */
  texts(query: Query, before: string): AsyncIterable<TextPiece>
  /** Write rows into a file of the folder. @param options as in `copy ... to`; @returns how many rows */
  copy(query: Query, name: string, options: string): Promise<number>
}

const forgottenAfterMs = 3_600_000
const interruptEveryMs = 50
const text = (value: string): string => `'${value.replaceAll("'", "''")}'`

/** Remove what exports of ended processes have left behind. */
export async function sweepExports(folder: string): Promise<void> {
  for (const name of await readdir(folder).catch(() => [])) {
    const path = join(folder, name)
    const { mtimeMs } = await stat(path)
    if (Date.now() - mtimeMs > forgottenAfterMs) await rm(path, { recursive: true, force: true })
  }
}

const givenName = 'given.ndjson'
const linesAtOnce = 500

function* chunked(lines: Iterable<string>): Generator<string> {
  let chunk: string[] = []
  for (const line of lines) {
    if (chunk.push(line) < linesAtOnce) continue
    yield `${chunk.join('\n')}\n`
    chunk = []
  }
  if (chunk.length > 0) yield `${chunk.join('\n')}\n`
}

function givenView(path: string, fields: Fields): string {
  const columns = Object.entries(fields).map(([name, { type }]) => `${text(name)}: ${text(type)}`)
  return `create temp view given as select * from read_json(${text(path)}, format = 'newline_delimited', columns = {${columns.join(', ')}})`
}

/**
 * The texts of a chunk as bytes. They never become strings: to V8 those of a million rows are a hundred megabytes of nursery, and a
 * joined text is a large object that stays until the next full collection.
 */
function bytesOf(chunk: DuckDBDataChunk, before: Uint8Array): Uint8Array {
  const column = chunk.getColumnVector(0)
  if (!(column instanceof DuckDBBlobVector)) throw new Error('texts are asked for as bytes')
  const parts = Array.from({ length: chunk.rowCount }, (_, row) => column.getItemBytes(row) ?? new Uint8Array())
  const bytes = new Uint8Array(parts.reduce((sum, { length }) => sum + before.length + length, 0))
  let at = 0
  for (const part of parts) {
    bytes.set(before, at)
    bytes.set(part, at + before.length)
    at += before.length + part.length
  }
  return bytes
}

class DuckdbWriter implements Writer {
  readonly folder: string
  readonly #instance: DuckDBInstance
  readonly #connection: DuckDBConnection
  readonly signal: AbortSignal
  #repeat: NodeJS.Timeout | undefined

  constructor(folder: string, instance: DuckDBInstance, connection: DuckDBConnection, signal: AbortSignal) {
    this.folder = folder
    this.#instance = instance
    this.#connection = connection
    this.signal = signal
    signal.addEventListener('abort', this.#interrupt)
    if (signal.aborted) this.#interrupt()
  }

  async *stream(query: Query): AsyncGenerator<Row[]> {
    for await (const { chunk, names } of this.#chunks(query)) yield rowsOf(chunk, names)
  }

  async *texts(query: Query, before: string): AsyncGenerator<TextPiece> {
    const start = new TextEncoder().encode(before)
    const sql = `select encode(t.line) as line\nfrom (\n${query.sql}\n) as t`
    for await (const { chunk } of this.#chunks({ ...query, sql })) {
      yield { rows: chunk.rowCount, bytes: bytesOf(chunk, start) }
    }
  }

  async *#chunks(query: Query): AsyncGenerator<{ chunk: DuckDBDataChunk; names: string[] }> {
    const { values, types } = bindings(query.parameters)
    const result = await this.#tried(() => this.#connection.stream(query.sql, values, types))
    const names = result.columnNames()
    for (;;) {
      const chunk = await this.#tried(() => result.fetchChunk())
      if (chunk === null || chunk.rowCount === 0) return
      yield { chunk, names }
    }
  }

  async copy(query: Query, name: string, options: string): Promise<number> {
    const path = join(this.folder, name)
    const sql = `copy (\n${printed(query)}\n) to ${text(path)} (${options})`
    const result = await this.#tried(() => this.#connection.runAndReadAll(sql))
    return Number(result.getRows()[0]?.[0] ?? 0)
  }

  /** @throws {Problem} the reason of the signal, where it has aborted */
  async #tried<T>(work: () => Promise<T>): Promise<T> {
    try {
      this.signal.throwIfAborted()
      return await work()
    } catch (error) {
      if (this.signal.reason instanceof Problem) throw this.signal.reason
      throw problemOf(error, this.signal.aborted ? 'cancelled' : undefined)
    }
  }

  /** Again and again: an interrupt that arrives between preparing and running is lost. */
  readonly #interrupt = (): void => {
    const interrupt = (): void => this.#connection.interrupt()
    interrupt()
    this.#repeat ??= setInterval(interrupt, interruptEveryMs)
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.signal.removeEventListener('abort', this.#interrupt)
    clearInterval(this.#repeat)
    this.#connection.interrupt()
    this.#connection.closeSync()
    this.#instance.closeSync()
    await rm(this.folder, { recursive: true, force: true })
  }
}

/** Everything that needs the outside world comes before the lock. */
function statementsOf(
  { database, memoryLimit, views = [] }: WriterSettings,
  folder: string,
  given: GivenRows | undefined,
) {
  return [
    `attach ${text(database)} as atlas (read_only)`,
    'use atlas',
    ...views,
    ...(given ? [givenView(join(folder, givenName), given.fields)] : []),
    `set memory_limit = ${text(memoryLimit)}`,
    `set temp_directory = ${text(join(folder, 'spilt'))}`,
    `set allowed_directories = [${text(folder)}]`,
    'set enable_external_access = false',
    'set lock_configuration = true',
  ]
}

/**
 * Open a writer; disposing of it removes all that it has written.
 * @param signal aborting it interrupts whatever the writer does
 */
export async function openWriter(settings: WriterSettings, signal: AbortSignal, given?: GivenRows): Promise<Writer> {
  await mkdir(settings.folder, { recursive: true })
  const folder = await mkdtemp(join(settings.folder, 'export-'))
  try {
    if (given)
      await pipeline(Readable.from(chunked(given.lines)), createWriteStream(join(folder, givenName)), { signal })
    const instance = await DuckDBInstance.create(':memory:', {
      autoinstall_known_extensions: 'false',
      autoload_known_extensions: 'false',
      threads: '1',
    })
    const connection = await instance.connect()
    await loadSpatial(connection, settings.spatial)
    for (const statement of statementsOf(settings, folder, given)) await connection.run(statement)
    return new DuckdbWriter(folder, instance, connection, signal)
  } catch (error) {
    await rm(folder, { recursive: true, force: true })
    throw error
  }
}
