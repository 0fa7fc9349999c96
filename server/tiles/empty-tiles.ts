const most = 20_000

/** Which tiles of the current snapshot hold nothing: most do, and asking again costs as much as asking once. */
export class EmptyTiles {
  readonly #keys = new Set<string>()
  #snapshot = ''

  /** @param key of the request: path and parameters */
  has(snapshot: string, key: string): boolean {
    return snapshot === this.#snapshot && this.#keys.has(key)
  }

  add(snapshot: string, key: string): void {
    if (snapshot !== this.#snapshot) this.#keys.clear()
    this.#snapshot = snapshot
    const [oldest] = this.#keys
    if (this.#keys.size >= most && oldest !== undefined) this.#keys.delete(oldest)
    this.#keys.add(key)
  }
}
