import type { Query } from '#server/engine/engine.ts'
import type { Writer } from '#server/export/writer.ts'

/** A writer that is being opened: whoever uses it waits for that. */
export interface LazyWriter extends Writer {
  /** Settles with the first rows; throws what opening, or the first statement, throws. */
  readonly begun: Promise<void>
}

/** Open a writer while other things are sent already. */
export function lazily(opening: Promise<Writer>): LazyWriter {
  const { promise: begun, resolve, reject } = Promise.withResolvers<void>()
  begun.catch(() => {})
  const over = new AbortController()
  let opened: Writer | undefined
  opening.then((writer) => {
    opened = writer
    writer.signal.addEventListener('abort', () => over.abort(writer.signal.reason))
  }, reject)

  async function* noting<T>(rows: (writer: Writer) => AsyncIterable<T>): AsyncGenerator<T> {
    try {
      for await (const piece of rows(await opening)) {
        resolve()
        yield piece
      }
      resolve()
    } catch (error) {
      reject(error)
      throw error
    }
  }

  return {
    begun,
    signal: over.signal,
    get folder() {
      if (opened === undefined) throw new Error('the writer is not open yet')
      return opened.folder
    },
    stream: (query) => noting((writer) => writer.stream(query)),
    texts: (query, before) => noting((writer) => writer.texts(query, before)),
    async copy(query: Query, name: string, options: string) {
      try {
        return await (await opening).copy(query, name, options)
      } catch (error) {
        reject(error)
        throw error
      } finally {
        resolve()
      }
    },
    async [Symbol.asyncDispose]() {
      const writer = await opening.catch(() => undefined)
      await writer?.[Symbol.asyncDispose]()
    },
  }
}
