import { appendFileSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { isOver, type Job } from '#server/processes/jobs/job.ts'

export interface StoreLimits {
  readonly mostJobs: number
  /** Of all results together. */
  readonly mostBytes: number
  readonly keptMs: number
}

export const usualLimits: StoreLimits = { mostJobs: 200, mostBytes: 512_000_000, keptMs: 24 * 3_600_000 }

const list = 'jobs.jsonl'
const idPattern = /^[0-9a-f-]{36}$/

/** Jobs that a process before this one left behind; one that was not over has failed with it. */
function readJobs(folder: string): Job[] {
  const jobs = new Map<string, Job>()
  let text = ''
  try {
    text = readFileSync(join(folder, list), 'utf8')
  } catch {
    return []
  }
  for (const line of text.split('\n')) {
    try {
      const job = JSON.parse(line) as Job & { readonly isRemoved?: true }
      if (job.isRemoved) jobs.delete(job.id)
      else if (idPattern.test(job.id)) jobs.set(job.id, job)
    } catch {
      // A line that was not finished when the process ended.
    }
  }
  const now = new Date().toISOString()
  return [...jobs.values()].map((job) =>
    isOver(job)
      ? job
      : {
          ...job,
          status: 'failed',
          updated: now,
          finished: now,
          message: 'The server ended before the job did.',
          problem: { code: 'shutting_down', detail: 'The server ended before the job did. Send it again.' },
        },
  )
}

/**
 * Jobs and their results: in memory, and below a folder where there is one, so that the list survives a restart. Bounded: finished jobs
 * leave after a day, and the oldest of them earlier when there are too many or their results are too large.
 */
export class JobStore {
  readonly #jobs: Map<string, Job>
  readonly #results = new Map<string, string>()
  readonly #folder: string | undefined
  readonly #limits: StoreLimits

  /** @param folder made if it is not there; without one nothing outlives the process */
  constructor(folder?: string, limits: StoreLimits = usualLimits) {
    this.#folder = folder
    this.#limits = limits
    if (folder !== undefined) mkdirSync(folder, { recursive: true })
    this.#jobs = new Map((folder === undefined ? [] : readJobs(folder)).map((job) => [job.id, job]))
    this.sweep()
    this.#rewrite()
  }

  /** Newest first. */
  list(): Job[] {
    this.sweep()
    return [...this.#jobs.values()].sort((a, b) => b.created.localeCompare(a.created))
  }

  get(id: string): Job | undefined {
    this.sweep()
    return this.#jobs.get(id)
  }

  /** Keep a job as it is now. @param isWritten false for progress, which nobody needs after a restart */
  put(job: Job, isWritten = true): void {
    this.#jobs.set(job.id, job)
    if (isWritten) this.#append(job)
    this.sweep()
  }

  remove(id: string): void {
    this.#jobs.delete(id)
    this.#results.delete(id)
    if (this.#folder === undefined) return
    this.#append({ id, isRemoved: true })
    void rm(this.#pathOf(id), { force: true })
  }

  async writeResult(id: string, text: string): Promise<void> {
    if (this.#folder === undefined) {
      this.#results.set(id, text)
      return
    }
    await writeFile(`${this.#pathOf(id)}.part`, text)
    await rename(`${this.#pathOf(id)}.part`, this.#pathOf(id))
  }

  async readResult(id: string): Promise<string | undefined> {
    if (this.#folder === undefined) return this.#results.get(id)
    return readFile(this.#pathOf(id), 'utf8').catch(() => undefined)
  }

  /** Forget what is too old or too much. */
  sweep(now = Date.now()): void {
    const over = [...this.#jobs.values()].filter(isOver).sort((a, b) => a.created.localeCompare(b.created))
    let count = this.#jobs.size
    let bytes = over.reduce((sum, job) => sum + job.bytes, 0)
    for (const job of over) {
      const isOld = now - Date.parse(job.finished ?? job.created) > this.#limits.keptMs
      if (!isOld && count <= this.#limits.mostJobs && bytes <= this.#limits.mostBytes) continue
      this.remove(job.id)
      count -= 1
      bytes -= job.bytes
    }
  }

  #pathOf(id: string): string {
    return join(this.#folder ?? '', `${id}.json`)
  }

  #append(line: Job | { id: string; isRemoved: true }): void {
    if (this.#folder !== undefined) appendFileSync(join(this.#folder, list), `${JSON.stringify(line)}\n`)
  }

  /** One line a job, and no result without a job. */
  #rewrite(): void {
    const folder = this.#folder
    if (folder === undefined) return
    const lines = [...this.#jobs.values()].map((job) => `${JSON.stringify(job)}\n`)
    writeFileSync(join(folder, `${list}.part`), lines.join(''))
    renameSync(join(folder, `${list}.part`), join(folder, list))
    for (const name of readdirSync(folder)) {
      const id = /^(.{36})\.json(\.part)?$/.exec(name)?.[1]
      if (id !== undefined && (!this.#jobs.has(id) || name.endsWith('.part')))
        rmSync(join(folder, name), { force: true })
    }
  }
}
