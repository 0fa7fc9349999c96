import { createWriteStream } from 'node:fs'
import { mkdir, mkdtemp, readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api'
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
}

/** Rows that are not in the snapshot, such as a process' result: one JSON object a line. They are read as the relation `given`. */
export interface GivenRows {
  readonly fields: Fields
  readonly lines: Iterable<string>
}

/** A second engine that lives for one export. It sees the snapshot read-only and may write into one empty folder. */
export interface Writer extends AsyncDisposable {
  readonly folder: string
  /** Rows in chunks, in order. */
  stream(query: Query): AsyncIterable<Row[]>
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

class DuckdbWriter implements Writer {
  readonly folder: string
  readonly #instance: DuckDBInstance
  readonly #connection: DuckDBConnection
  readonly #signal: AbortSignal
  #repeat: NodeJS.Timeout | undefined

  constructor(folder: string, instance: DuckDBInstance, connection: DuckDBConnection, signal: AbortSignal) {
    this.folder = folder
    this.#instance = instance
    this.#connection = connection
    this.#signal = signal
    signal.addEventListener('abort', this.#interrupt)
    if (signal.aborted) this.#interrupt()
  }

  async *stream(query: Query): AsyncGenerator<Row[]> {
    const { values, types } = bindings(query.parameters)
    const result = await this.#tried(() => this.#connection.stream(query.sql, values, types))
    const names = result.columnNames()
    for (;;) {
      const chunk = await this.#tried(() => result.fetchChunk())
      if (chunk === null || chunk.rowCount === 0) return
      yield rowsOf(chunk, names)
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
      this.#signal.throwIfAborted()
      return await work()
    } catch (error) {
      if (this.#signal.reason instanceof Problem) throw this.#signal.reason
      throw problemOf(error, this.#signal.aborted ? 'cancelled' : undefined)
    }
  }

  /** Again and again: an interrupt that arrives between preparing and running is lost. */
  readonly #interrupt = (): void => {
    const interrupt = (): void => this.#connection.interrupt()
    interrupt()
    this.#repeat ??= setInterval(interrupt, interruptEveryMs)
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#signal.removeEventListener('abort', this.#interrupt)
    clearInterval(this.#repeat)
    this.#connection.interrupt()
    this.#connection.closeSync()
    this.#instance.closeSync()
    await rm(this.folder, { recursive: true, force: true })
  }
}

/** Everything that needs the outside world comes before the lock. */
function statementsOf({ database, memoryLimit }: WriterSettings, folder: string, given: GivenRows | undefined) {
  return [
    `attach ${text(database)} as atlas (read_only)`,
    'use atlas',
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
