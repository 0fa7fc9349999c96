import type { DuckDBDataChunk, DuckDBResult } from '@duckdb/node-api'
import { type Interruption, problemOf } from '#server/engine/duckdb-failure.ts'
import { bindings, rowsOf } from '#server/engine/duckdb-values.ts'
import type { Query, Row } from '#server/engine/engine.ts'
import type { PooledConnection } from '#server/engine/pool.ts'
import { Problem } from '#server/problem.ts'

const interruptEveryMs = 50

/**
 * Interrupts a connection's query when the signal aborts or the time is up. It keeps interrupting until disposed of:
 * an interrupt that arrives between preparing and running is lost.
 */
class Watch implements Disposable {
  interruption: Interruption | undefined
  readonly #pooled: PooledConnection
  readonly #signal: AbortSignal | undefined
  readonly #deadline: NodeJS.Timeout
  #repeat: NodeJS.Timeout | undefined

  constructor(pooled: PooledConnection, signal: AbortSignal | undefined, timeoutMs: number) {
    this.#pooled = pooled
    this.#signal = signal
    this.#deadline = setTimeout(() => this.#interrupt('engine_slow'), timeoutMs)
    signal?.addEventListener('abort', this.#onAbort)
    if (signal?.aborted) this.#onAbort()
  }

  /** Throws when the query must not go on. */
  check(): void {
    if (this.interruption !== undefined) throw new Problem(this.interruption)
  }

  readonly #onAbort = (): void => this.#interrupt('cancelled')

  #interrupt(reason: Interruption): void {
    if (this.interruption !== undefined) return
    this.interruption = reason
    const interrupt = (): void => this.#pooled.connection.interrupt()
    interrupt()
    this.#repeat = setInterval(interrupt, interruptEveryMs)
  }

  [Symbol.dispose](): void {
    clearTimeout(this.#deadline)
    clearInterval(this.#repeat)
    this.#signal?.removeEventListener('abort', this.#onAbort)
  }
}

async function* chunks(result: DuckDBResult, watch: Watch): AsyncGenerator<Row[]> {
  const names = result.columnNames()
  for (;;) {
    watch.check()
    const chunk = await result.fetchChunk()
    if (chunk === null || chunk.rowCount === 0) return
    yield rowsOf(chunk, names)
  }
}

interface Run {
  readonly query: Query
  readonly signal: AbortSignal | undefined
  readonly timeoutMs: number
}

/** How the rows of a chunk become what is asked for. */
export type ReadChunk<T> = (chunk: DuckDBDataChunk, names: readonly string[]) => T[]

/** All rows of a query. @throws {Problem} */
export const runRows = (pooled: PooledConnection, run: Run): Promise<Row[]> => runAll(pooled, run, rowsOf)

/** All rows of a query, each as what `read` makes of it. @throws {Problem} */
export async function runAll<T>(
  pooled: PooledConnection,
  { query, signal, timeoutMs }: Run,
  read: ReadChunk<T>,
): Promise<T[]> {
  using watch = new Watch(pooled, signal, timeoutMs)
  try {
    watch.check()
    const statement = await pooled.prepared(query.sql)
    const { values, types } = bindings(query.parameters)
    statement.bind(values, types)
    watch.check()
    const result = await statement.run()
    const names = result.columnNames()
    return (await result.fetchAllChunks()).flatMap((chunk) => read(chunk, names))
  } catch (error) {
    pooled.forget(query.sql)
    throw problemOf(error, watch.interruption)
  }
}

/** The rows of a query chunk by chunk; the deadline holds for the whole. @throws {Problem} */
export async function* runStream(pooled: PooledConnection, { query, signal, timeoutMs }: Run): AsyncGenerator<Row[]> {
  using watch = new Watch(pooled, signal, timeoutMs)
  try {
    watch.check()
    const { values, types } = bindings(query.parameters)
    yield* chunks(await pooled.connection.stream(query.sql, values, types), watch)
  } catch (error) {
    throw problemOf(error, watch.interruption)
  } finally {
    pooled.connection.interrupt()
  }
}
