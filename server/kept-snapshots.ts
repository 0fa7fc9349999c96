import { readdirSync } from 'node:fs'
import type { Engine } from '#server/engine/engine.ts'
import type { Lease } from '#server/engine/engine-source.ts'
import { Problem } from '#server/problem.ts'
import { preparedDirOf, type Snapshot, snapshotOf } from '#server/snapshot.ts'

/** Prepared versions of the data that are still there beside the current one. */
export interface KeptSnapshots {
  /** All that can be asked, the newest first. */
  list(): readonly Snapshot[]
  /** An engine on one of them, read-only like every engine. @throws {Problem} `unknown_snapshot` */
  lend(id: string): Promise<Lease>
}

/** None at all: where only the current version is known. */
export const noneKept: KeptSnapshots = {
  list: () => [],
  lend: () => Promise.reject(new Problem('unknown_snapshot')),
}

interface Opened {
  readonly engine: Promise<Engine>
  lent: number
  closing: NodeJS.Timeout | undefined
}

const idleMs = 60_000
/** Each one open holds memory of its own. */
const openAtMost = 2

/**
 * Opens what prepare has kept when it is first asked for, and closes it a minute after the last question. Two are open at most:
 * a comparison needs one, and whoever asks for a third waits for nothing but is told to come back.
 */
export class SnapshotShelf implements KeptSnapshots {
  readonly #dataDir: string
  readonly #open: (snapshot: Snapshot) => Promise<Engine>
  readonly #opened = new Map<string, Opened>()

  constructor(dataDir: string, open: (snapshot: Snapshot) => Promise<Engine>) {
    this.#dataDir = dataDir
    this.#open = open
  }

  list(): readonly Snapshot[] {
    const found = readdirSync(preparedDirOf(this.#dataDir), { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .flatMap(({ name }) => snapshotOf(this.#dataDir, name) ?? [])
    return found.sort((a, b) => b.manifest.prepared_at.localeCompare(a.manifest.prepared_at))
  }

  async lend(id: string): Promise<Lease> {
    const opened = this.#opened.get(id) ?? this.#take(id)
    clearTimeout(opened.closing)
    opened.lent += 1
    const release = () => this.#release(id, opened)
    try {
      return { engine: await opened.engine, [Symbol.dispose]: release }
    } catch (error) {
      this.#opened.delete(id)
      throw new Problem('unreadable_snapshot', { cause: error })
    }
  }

  /** Close all of them, whatever still runs. */
  async close(): Promise<void> {
    const all = [...this.#opened.values()]
    this.#opened.clear()
    for (const { closing } of all) clearTimeout(closing)
    await Promise.all(all.map(async ({ engine }) => (await engine.catch(() => undefined))?.close(0)))
  }

  #take(id: string): Opened {
    const snapshot = snapshotOf(this.#dataDir, id)
    if (snapshot === null) throw new Problem('unknown_snapshot')
    if (this.#opened.size >= openAtMost && !this.#closeIdle())
      throw new Problem('engine_busy', { retryAfterSeconds: 5 })
    const opened: Opened = { engine: this.#open(snapshot), lent: 0, closing: undefined }
    this.#opened.set(id, opened)
    return opened
  }

  /** Make room by closing one that nobody uses. */
  #closeIdle(): boolean {
    const [idle] = [...this.#opened].filter(([, { lent }]) => lent === 0)
    if (idle === undefined) return false
    this.#close(...idle)
    return true
  }

  #release(id: string, opened: Opened): void {
    opened.lent -= 1
    if (opened.lent > 0) return
    opened.closing = setTimeout(() => this.#close(id, opened), idleMs)
    opened.closing.unref()
  }

  #close(id: string, opened: Opened): void {
    clearTimeout(opened.closing)
    if (this.#opened.get(id) === opened) this.#opened.delete(id)
    void opened.engine.then((engine) => engine.close(0))
  }
}
