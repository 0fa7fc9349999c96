import { LRUCache } from 'lru-cache'
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
  readonly packed: ReadonlyMap<Encoding, Promise<Bytes>>
}

/**
 * Finished answers by snapshot, address and representation; the least recently used leave first. Every answer is a function of
 * the snapshot and its statements' parameters, so an entry is never wrong, only no longer wanted.
 */
export class AnswerCache {
  readonly #answers: LRUCache<string, Kept>
  hits = 0
  misses = 0

  /** @param limitBytes of all bodies together; one answer may take a quarter of it */
  constructor(limitBytes: number) {
    this.#answers = new LRUCache({ maxSize: limitBytes, maxEntrySize: Math.ceil(limitBytes / 4) })
  }

  get bytes(): number {
    return this.#answers.calculatedSize
  }

  get(key: string): Answer | undefined {
    const answer = this.#answers.get(key)
    if (answer) this.hits += 1
    else this.misses += 1
    return answer
  }

  set(key: string, answer: Answer): void {
    this.#answers.set(key, { ...answer, packed: new Map() }, { size: answer.body.byteLength || 1 })
  }

  /** The body packed; kept with the answer, if that is kept, so that it is packed once. */
  packed(key: string, { body, etag }: Answer, encoding: Encoding): Promise<Bytes> {
    const kept = this.#answers.peek(key)
    if (kept === undefined || kept.etag !== etag) return pack(body, encoding)
    const known = kept.packed.get(encoding)
    if (known) return known
    const packing = pack(body, encoding)
    const packed = new Map([...kept.packed, [encoding, packing]])
    // What a body packs to is not known yet; it is less than the body.
    this.#answers.set(key, { ...kept, packed }, { size: body.byteLength * (1 + packed.size) })
    return packing
  }
}
