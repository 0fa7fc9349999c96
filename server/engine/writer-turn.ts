import type { Query } from '#server/engine/engine.ts'
import type { Writer } from '#server/export/writer.ts'
import { Problem } from '#server/problem.ts'

/** A signal that aborts with the other one or, with `engine_slow` as its reason, when the time is up. */
export function withDeadline(signal: AbortSignal, milliseconds: number): { signal: AbortSignal; stop(): void } {
  const deadline = new AbortController()
  const timer = setTimeout(
    () => deadline.abort(new Problem('engine_slow', { detail: 'Ask for less at once.' })),
    milliseconds,
  )
  return { signal: AbortSignal.any([signal, deadline.signal]), stop: () => clearTimeout(timer) }
}

/** The same writer, which lets `check` refuse a statement, and tells when it is over; it may be disposed of more than once. */
export function ending(writer: Writer, check: (query: Query) => void, onEnd: () => void): Writer {
  let over: Promise<void> | undefined
  const checked = (query: Query): Query => {
    check(query)
    return query
  }
  return {
    folder: writer.folder,
    signal: writer.signal,
    stream: (query) => writer.stream(checked(query)),
    texts: (query, before) => writer.texts(checked(query), before),
    copy: async (query, name, options) => writer.copy(checked(query), name, options),
    [Symbol.asyncDispose]: () => {
      over ??= Promise.resolve(writer[Symbol.asyncDispose]()).finally(onEnd)
      return over
    },
  }
}
