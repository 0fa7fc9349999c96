import { randomUUID } from 'node:crypto'
import PQueue from 'p-queue'
import type { EngineSource } from '#server/engine/engine-source.ts'
import { badParameter, Problem } from '#server/problem.ts'
import { isOver, type Job } from '#server/processes/jobs/job.ts'
import { JobStore } from '#server/processes/jobs/job-store.ts'
import type { Task } from '#server/processes/process.ts'

export interface JobLimits {
  readonly running: number
  /** How many may wait before one is turned away. */
  readonly waiting: number
  /** For an answer that a client waits for. */
  readonly syncTimeoutMs: number
  readonly asyncTimeoutMs: number
  readonly mostResultBytes: number
}

const usualLimits: JobLimits = {
  running: 2,
  waiting: 8,
  syncTimeoutMs: 30_000,
  asyncTimeoutMs: 600_000,
  mostResultBytes: 64_000_000,
}

interface Options {
  readonly engines: EngineSource
  readonly store?: JobStore
  readonly limits?: Partial<JobLimits>
  /** Told what went wrong in a job; a person sees only the problem. */
  readonly onFailure?: (error: unknown, job: string) => void
}

interface Run {
  readonly task: Task
  readonly signal: AbortSignal
  readonly timeoutMs: number
  readonly onStart?: (snapshot: string) => void
  readonly onProgress?: (percent: number) => void
}

/** Runs processes, two at a time and eight more waiting, while somebody waits for the answer or as jobs that are asked about later. */
export class Jobs {
  readonly #engines: EngineSource
  readonly #store: JobStore
  readonly #limits: JobLimits
  readonly #onFailure: Options['onFailure']
  readonly #queue: PQueue
  readonly #aborts = new Map<string, AbortController>()
  readonly #closing = new AbortController()

  constructor({ engines, store = new JobStore(), limits, onFailure }: Options) {
    this.#onFailure = onFailure
    this.#engines = engines
    this.#store = store
    this.#limits = { ...usualLimits, ...limits }
    this.#queue = new PQueue({ concurrency: this.#limits.running })
  }

  /** Tasks that the engine works on at this moment. */
  get running(): number {
    return this.#queue.pending
  }

  /** The result, as JSON text. @throws {Problem} `engine_busy`, `engine_slow`, `cancelled` or what the task throws */
  async run(task: Task, signal: AbortSignal): Promise<string> {
    this.#refuseIfFull()
    const either = AbortSignal.any([signal, this.#closing.signal])
    try {
      return await this.#queue.add(() => this.#work({ task, signal: either, timeoutMs: this.#limits.syncTimeoutMs }))
    } catch (error) {
      if (!(error instanceof Problem) || error.code !== 'engine_slow') throw error
      throw new Problem('engine_slow', {
        detail: 'Send it again with the header "Prefer: respond-async", or narrow it.',
      })
    }
  }

  /** A new job; it has been accepted, and runs when its turn comes. @throws {Problem} `engine_busy` */
  start(processId: string, task: Task, response: Job['response']): Job {
    this.#refuseIfFull()
    const now = new Date().toISOString()
    const id = randomUUID()
    const job: Job = { id, processId, status: 'accepted', progress: 0, created: now, updated: now, response, bytes: 0 }
    this.#store.put(job)
    const abort = new AbortController()
    this.#aborts.set(id, abort)
    void this.#queue.add(() => this.#runJob(id, task, AbortSignal.any([abort.signal, this.#closing.signal])))
    return job
  }

  list(): Job[] {
    return this.#store.list()
  }

  /** @throws {Problem} `unknown_job` */
  get(id: string): Job {
    const job = this.#store.get(id)
    if (job === undefined) throw new Problem('unknown_job')
    return job
  }

  /** The result of a successful job as JSON text. @throws {Problem} `result_not_ready`, `unknown_job`, or why the job failed */
  async result(id: string): Promise<{ job: Job; text: string }> {
    const job = this.get(id)
    if (job.problem)
      throw new Problem(job.problem.code, {
        detail: job.problem.detail,
        ...(job.problem.errors && { errors: job.problem.errors }),
      })
    if (job.status === 'dismissed')
      throw new Problem('result_not_ready', { detail: 'The job was dismissed: there will be none.' })
    if (job.status !== 'successful') throw new Problem('result_not_ready', { retryAfterSeconds: 1 })
    const text = await this.#store.readResult(id)
    if (text === undefined) throw new Problem('unknown_job')
    return { job, text }
  }

  /** Stop a job that is not over; forget one that is. @throws {Problem} `unknown_job` */
  dismiss(id: string): Job {
    const job = this.get(id)
    if (isOver(job)) {
      this.#store.remove(id)
      return { ...job, status: 'dismissed' }
    }
    const dismissed = this.#change(id, {
      status: 'dismissed',
      finished: new Date().toISOString(),
      message: 'Dismissed.',
    })
    this.#aborts.get(id)?.abort()
    return dismissed ?? job
  }

  /** Stop everything: for the end of the process. */
  async close(): Promise<void> {
    this.#closing.abort()
    await this.#queue.onIdle()
  }

  #refuseIfFull(): void {
    if (this.#queue.size >= this.#limits.waiting) {
      throw new Problem('engine_busy', {
        retryAfterSeconds: 10,
        detail: 'Too many overlays are waiting. Try again in a few seconds.',
      })
    }
  }

  async #work({ task, signal, timeoutMs, onStart, onProgress = () => {} }: Run): Promise<string> {
    if (signal.aborted) throw new Problem('cancelled')
    using lease = this.#engines.lend()
    onStart?.(lease.engine.manifest.snapshot)
    return await task({ engine: lease.engine, signal, timeoutMs, onProgress })
  }

  async #runJob(id: string, task: Task, signal: AbortSignal): Promise<void> {
    try {
      const text = await this.#work({
        task,
        signal,
        timeoutMs: this.#limits.asyncTimeoutMs,
        onStart: (snapshot) => this.#change(id, { status: 'running', started: new Date().toISOString(), snapshot }),
        onProgress: (percent) => this.#change(id, { progress: Math.min(Math.round(percent), 99) }, false),
      })
      await this.#finish(id, text)
    } catch (error) {
      this.#fail(id, error)
    } finally {
      this.#aborts.delete(id)
    }
  }

  async #finish(id: string, text: string): Promise<void> {
    const bytes = Buffer.byteLength(text)
    if (bytes > this.#limits.mostResultBytes)
      throw badParameter('inputs', 'the result would be too large: narrow a side by a filter')
    if (this.#store.get(id)?.status !== 'running') return
    await this.#store.writeResult(id, text)
    this.#change(id, { status: 'successful', progress: 100, finished: new Date().toISOString(), bytes })
  }

  #fail(id: string, error: unknown): void {
    const cause = error instanceof Problem ? error.details.cause : error
    if (cause !== undefined && this.#store.get(id)?.status === 'running') this.#onFailure?.(cause, id)
    const { code, details, message } = error instanceof Problem ? error : new Problem('internal')
    const problem = { code, detail: details.detail ?? message, ...(details.errors && { errors: details.errors }) }
    this.#change(id, { status: 'failed', finished: new Date().toISOString(), message: problem.detail, problem })
  }

  /** A job that is over stays as it is: what comes late is not told. */
  #change(id: string, change: Partial<Job>, isWritten = true): Job | undefined {
    const job = this.#store.get(id)
    if (job === undefined || isOver(job)) return undefined
    const changed = { ...job, ...change, updated: new Date().toISOString() }
    this.#store.put(changed, isWritten)
    return changed
  }
}
