import type { Engine } from '#server/engine/engine.ts'

/** An engine lent to one request; it stays open until released. */
export interface Lease extends Disposable {
  readonly engine: Engine
}

/** Where requests get their engine from. */
export interface EngineSource {
  readonly current: Engine
  lend(): Lease
}

interface Held {
  readonly engine: Engine
  lent: number
  isRetired: boolean
}

/** The current engine; when a newer one takes its place, the old one is closed after its last request. */
export class EngineHolder implements EngineSource {
  #held: Held

  constructor(engine: Engine) {
    this.#held = { engine, lent: 0, isRetired: false }
  }

  get current(): Engine {
    return this.#held.engine
  }

  lend(): Lease {
    const held = this.#held
    held.lent += 1
    let isReleased = false
    return {
      engine: held.engine,
      [Symbol.dispose]: () => {
        if (isReleased) return
        isReleased = true
        held.lent -= 1
        if (held.isRetired && held.lent === 0) void held.engine.close()
      },
    }
  }

  /** Requests from now on get `engine`; earlier ones finish on what they have. */
  switchTo(engine: Engine): void {
    const old = this.#held
    this.#held = { engine, lent: 0, isRetired: false }
    old.isRetired = true
    if (old.lent === 0) void old.engine.close()
  }
}
