/** A finished answer, ready to send again. */
export interface Answer {
  readonly type: string
  readonly etag: string
  readonly body: Uint8Array<ArrayBuffer>
  /** The same, gzipped, where that pays. */
  readonly gzip?: Uint8Array<ArrayBuffer>
}

const sizeOf = ({ body, gzip }: Answer): number => body.byteLength + (gzip?.byteLength ?? 0)

/**
 * Finished answers by snapshot, path and parameters; the least recently used leave first. Every answer is a function of
 * the snapshot and its statements' parameters, so an entry is never wrong, only no longer wanted.
 */
export class AnswerCache {
  readonly #answers = new Map<string, Answer>()
  readonly #limit: number
  #bytes = 0
  hits = 0
  misses = 0

  /** @param limitBytes of all bodies together; one answer may take a quarter of it */
  constructor(limitBytes: number) {
    this.#limit = limitBytes
  }

  get bytes(): number {
    return this.#bytes
  }

  get(key: string): Answer | undefined {
    const answer = this.#answers.get(key)
    if (answer === undefined) {
      this.misses += 1
      return undefined
    }
    this.hits += 1
    this.#answers.delete(key)
    this.#answers.set(key, answer)
    return answer
  }

  set(key: string, answer: Answer): void {
    this.#drop(key)
    if (sizeOf(answer) > this.#limit / 4) return
    this.#answers.set(key, answer)
    this.#bytes += sizeOf(answer)
    for (const oldest of this.#answers.keys()) {
      if (this.#bytes <= this.#limit) return
      this.#drop(oldest)
    }
  }

  #drop(key: string): void {
    const answer = this.#answers.get(key)
    if (answer === undefined) return
    this.#bytes -= sizeOf(answer)
    this.#answers.delete(key)
  }
}
