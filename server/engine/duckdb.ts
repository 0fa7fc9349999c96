import { setTimeout as pause } from 'node:timers/promises'
import { DuckDBInstance } from '@duckdb/node-api'
import { LRUCache } from 'lru-cache'
import PQueue from 'p-queue'
import { notingWithheld, withholding } from '#server/engine/closed-data.ts'
import { isFatal, problemOf } from '#server/engine/duckdb-failure.ts'
import { type DuckdbLimits, lock } from '#server/engine/duckdb-limits.ts'
import { type ReadChunk, runAll, runRows, runStream } from '#server/engine/duckdb-run.ts'
import { piecesOf, rowsOf } from '#server/engine/duckdb-values.ts'
import type {
  Engine,
  Manifest,
  Piece,
  Query,
  Row,
  RunOptions,
  Session,
  SessionOptions,
  WriterOptions,
} from '#server/engine/engine.ts'
import { refuseUnknown } from '#server/engine/pairs-known.ts'
import { ConnectionPool, connectWith, PooledConnection } from '#server/engine/pool.ts'
import { publicManifest } from '#server/engine/public-manifest.ts'
import { ending, withDeadline } from '#server/engine/writer-turn.ts'
import { openWriter, sweepExports, type Writer } from '#server/export/writer.ts'
import { Problem } from '#server/problem.ts'
import { loadSpatial } from '#server/spatial.ts'

interface Options {
  /** `atlas.duckdb` of a snapshot. */
  readonly file: string
  readonly manifest: Manifest
  /** Path of the spatial extension. */
  readonly spatial: string
  readonly limits: DuckdbLimits
  /** Where files that are being exported may stand for a moment. */
  readonly exportFolder: string
  /** Whether rows of closed datasets are kept back (`closed-data.ts`). */
  readonly isWithholding?: boolean
  /** Told once when the instance can't be used any more. */
  readonly onFatal?: (error: unknown) => void
}

/** Small answers that are kept, by statement and values, sized in rows: of one snapshot they never change. Their statements weigh 10 kB each. */
const keptRows = { max: 1_000, maxSize: 50_000, maxEntrySize: 1_000 }
const defaultExportTimeoutMs = 600_000
/** Little, so that a million rows fit beside everything else; sorting puts the rest on disk. */
const exportMemory = { plain: '96MB', outlines: '384MB' }

/** Area of one square degree at 42 degrees north in km2, right only if longitude is read first (domain reference 3.3). */
const axisProbe = `select st_area_spheroid(st_geomfromtext('POLYGON((0 42,1 42,1 43,0 43,0 42))')) / 1e6 as km2`

/** DuckDB on one snapshot: read-only, no folder allowed, configuration locked. */
class DuckdbEngine implements Engine {
  readonly manifest: Manifest
  readonly #instance: DuckDBInstance
  readonly #pool: ConnectionPool
  readonly #options: Options
  readonly #heavy: PQueue
  readonly #views: readonly string[]
  readonly #sessions = new Set<PooledConnection>()
  readonly #recent = new LRUCache<string, readonly Row[]>(keptRows)
  #isHealthy = true
  #isClosing = false

  constructor(instance: DuckDBInstance, pool: ConnectionPool, options: Options, views: readonly string[]) {
    this.#views = views
    this.manifest = options.manifest
    this.#instance = instance
    this.#pool = pool
    this.#options = options
    this.#heavy = new PQueue({ concurrency: options.limits.heavyQueries })
  }

  get isHealthy(): boolean {
    return this.#isHealthy
  }

  /** A page asks much again, with one value changed that most of its statements do not name. */
  async rows(query: Query, options: RunOptions = {}): Promise<Row[]> {
    const key = `${query.sql}\n${JSON.stringify(query.parameters)}`
    const known = this.#recent.get(key)
    if (known) return [...known]
    const rows = await this.#all(query, options, rowsOf)
    this.#recent.set(key, rows, { size: rows.length + 1 })
    return [...rows]
  }

  pieces(query: Query, options: RunOptions = {}): Promise<Piece[]> {
    return this.#all(query, options, piecesOf)
  }

  async *stream(query: Query, { signal, isHeavy = false }: RunOptions = {}): AsyncGenerator<Row[]> {
    refuseUnknown(this.manifest, query)
    const turn = isHeavy ? await this.#turn() : undefined
    const pooled = await this.#pool.borrow()
    try {
      yield* runStream(pooled, { query, signal, timeoutMs: this.#options.limits.queryTimeoutMs })
    } catch (error) {
      throw this.#noted(error)
    } finally {
      this.#pool.giveBack(pooled)
      turn?.()
    }
  }

  async writer({ signal, given, hasOutlines = false }: WriterOptions): Promise<Writer> {
    const { file, spatial, exportFolder, limits } = this.#options
    const turn = await this.#turn()
    const { signal: either, stop } = withDeadline(signal, limits.exportTimeoutMs ?? defaultExportTimeoutMs)
    try {
      either.throwIfAborted()
      const memoryLimit = exportMemory[hasOutlines ? 'outlines' : 'plain']
      const settings = { database: file, spatial, folder: exportFolder, memoryLimit, views: this.#views }
      const writer = await openWriter(settings, either, given)
      return ending(
        writer,
        (asked) => refuseUnknown(this.manifest, asked),
        () => {
          stop()
          turn()
        },
      )
    } catch (error) {
      stop()
      turn()
      throw problemOf(error, either.aborted ? 'cancelled' : undefined)
    }
  }

  async session<T>(work: (session: Session) => Promise<T>, { signal, timeoutMs }: SessionOptions): Promise<T> {
    if (this.#isClosing) throw new Problem('shutting_down', { retryAfterSeconds: 1 })
    const own = new PooledConnection(await connectWith(this.#instance, this.#views))
    const deadline = performance.now() + timeoutMs
    const rows = async (query: Query) => {
      refuseUnknown(this.manifest, query)
      return runRows(own, { query, signal, timeoutMs: Math.max(deadline - performance.now(), 0) })
    }
    this.#sessions.add(own)
    try {
      return await work({ rows })
    } catch (error) {
      throw this.#noted(error)
    } finally {
      this.#sessions.delete(own)
      own.close()
    }
  }

  async explain(query: Query): Promise<string> {
    const rows = await this.rows({ ...query, sql: `explain ${query.sql}` })
    return rows.map((row) => row.explain_value).join('\n')
  }

  async close(graceMs = 10_000): Promise<void> {
    this.#isClosing = true
    const deadline = Date.now() + graceMs
    while (this.#busy > 0 && Date.now() < deadline) await pause(20)
    while (this.#busy > 0) {
      this.#pool.interruptAll()
      for (const { connection } of this.#sessions) connection.interrupt()
      await pause(20)
    }
    this.#pool.close()
    this.#instance.closeSync()
  }

  get #busy(): number {
    return this.#pool.busy + this.#sessions.size
  }

  async #all<T>(query: Query, { signal, isHeavy = false }: RunOptions, read: ReadChunk<T>): Promise<T[]> {
    refuseUnknown(this.manifest, query)
    const timeoutMs = this.#options.limits.queryTimeoutMs
    const run = () => this.#onConnection(query.sql, (pooled) => runAll(pooled, { query, signal, timeoutMs }, read))
    if (!isHeavy) return run()
    this.#refuseIfFull()
    return this.#heavy.add(run)
  }

  async #onConnection<T>(sql: string, use: (pooled: PooledConnection) => Promise<T>): Promise<T> {
    if (this.#isClosing) throw new Problem('shutting_down', { retryAfterSeconds: 1 })
    const pooled = await this.#pool.borrow(sql)
    try {
      return await use(pooled)
    } catch (error) {
      throw this.#noted(error)
    } finally {
      this.#pool.giveBack(pooled)
    }
  }

  #refuseIfFull(): void {
    if (this.#heavy.size >= this.#options.limits.queueLength) {
      throw new Problem('engine_busy', { retryAfterSeconds: 5, detail: 'Try again in a few seconds.' })
    }
  }

  /** Waits for a place among the heavy queries; the function returned frees it. */
  async #turn(): Promise<() => void> {
    this.#refuseIfFull()
    const taken = Promise.withResolvers<() => void>()
    void this.#heavy.add(() => {
      const done = Promise.withResolvers<void>()
      taken.resolve(done.resolve)
      return done.promise
    })
    return taken.promise
  }

  #noted(error: unknown): unknown {
    const cause = error instanceof Problem ? error.details.cause : error
    if (isFatal(cause) && this.#isHealthy) {
      this.#isHealthy = false
      this.#options.onFatal?.(cause)
    }
    return error
  }
}

/**
 * Open a snapshot's database for questions only.
 * @throws when the file is not a database, spatial does not match, or longitude would not be read first
 */
export async function openDuckdb(options: Options): Promise<Engine> {
  await sweepExports(options.exportFolder)
  const instance = await DuckDBInstance.create(options.file, { access_mode: 'READ_ONLY' })
  const connection = await instance.connect()
  await loadSpatial(connection, options.spatial)
  for (const statement of lock(options.limits)) await connection.run(statement)
  connection.closeSync()
  const views = options.isWithholding === true ? withholding(options.manifest, 'atlas.main') : []
  const pool = await ConnectionPool.open(instance, options.limits.connections, views)
  await checkAxes(pool)
  const manifest = await publicManifest(options.manifest, (query) => askOnce(pool, query))
  return new DuckdbEngine(
    instance,
    pool,
    { ...options, manifest: options.isWithholding ? notingWithheld(manifest) : manifest },
    views,
  )
}

async function askOnce(pool: ConnectionPool, query: Query): Promise<Row[]> {
  const pooled = await pool.borrow()
  const asked = runRows(pooled, { query, signal: undefined, timeoutMs: 10_000 })
  return asked.finally(() => pool.giveBack(pooled))
}

async function checkAxes(pool: ConnectionPool): Promise<void> {
  const [row] = await askOnce(pool, { sql: axisProbe, parameters: {} })
  if (Math.abs(Number(row?.km2) - 9_130.8) > 1) throw new Error('the engine reads latitude first: areas would be wrong')
}
