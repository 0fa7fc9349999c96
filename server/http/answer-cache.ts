import { type Bytes, type Encoding, pack } from '#server/http/encodings.ts'

/** A finished answer, ready to send again. */
export interface Answer {
  readonly type: string
  readonly etag: string
  readonly body: Bytes
  /** Further headers of the answer itself, e.g. `content-crs`. */
  readonly headers: Readonly<Record<string, string>>
  /** Whether packing it pays. */
  readonly isPackable: boolean
}

interface Kept extends Answer {
  readonly packed: Map<Encoding, Promise<Bytes>>
  bytes: number
}

/**
 * Finished answers by snapshot, address and representation; the least recently used leave first. Every answer is a function of
 * the snapshot and its statements' parameters, so an entry is never wrong, only no longer wanted.
 */
export class AnswerCache {
  readonly #answers = new Map<string, Kept>()
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
    const bytes = answer.body.byteLength
    if (bytes > this.#limit / 4) return
    this.#answers.set(key, { ...answer, packed: new Map(), bytes })
    this.#grow(bytes)
  }

  /** The body packed; kept with the answer, if that is kept, so that it is packed once. */
  packed(key: string, { body, etag }: Answer, encoding: Encoding): Promise<Bytes> {
    const kept = this.#answers.get(key)
    if (kept === undefined || kept.etag !== etag) return pack(body, encoding)
    const known = kept.packed.get(encoding)
    if (known) return known
    const packing = pack(body, encoding)
    kept.packed.set(encoding, packing)
    void packing.then(({ byteLength }) => {
      if (this.#answers.get(key) !== kept) return
      kept.bytes += byteLength
      this.#grow(byteLength)
    })
    return packing
  }

  #grow(bytes: number): void {
    this.#bytes += bytes
    for (const oldest of this.#answers.keys()) {
      if (this.#bytes <= this.#limit) return
      this.#drop(oldest)
    }
  }

  #drop(key: string): void {
    const answer = this.#answers.get(key)
    if (answer === undefined) return
    this.#bytes -= answer.bytes
    this.#answers.delete(key)
  }
}
