import type { Pieces } from '#server/export/job.ts'

const encoder = new TextEncoder()
const mostWaitMs = 60_000

/** The same pieces; the first ones are being made already, though nobody has asked for them. */
export function begin(pieces: Pieces, ahead: number): Pieces {
  const iterator = pieces[Symbol.asyncIterator]()
  const made = Array.from({ length: ahead }, () => iterator.next())
  for (const one of made) one.catch(() => {})
  async function* all(): Pieces {
    try {
      for (;;) {
        const { done, value } = await (made.shift() ?? iterator.next())
        if (done) return
        yield value
      }
    } finally {
      await iterator.return?.()
    }
  }
  return all()
}

/** Wait for work, but not for ever. @throws what the work throws in that time */
export async function atMost(work: Promise<unknown>, milliseconds: number): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>()
  const timer = setTimeout(resolve, milliseconds)
  await Promise.race([work, promise]).finally(() => clearTimeout(timer))
}

/** What to do when a body ends. */
export interface Ending {
  /** It is to end early. */
  stop(): void
  /** Nothing is being made any more. */
  dispose(): Promise<void>
  /** Aborts when the making can't go on, also while the client takes nothing. */
  readonly signal: AbortSignal
}

/**
 * Pieces as the body of an answer, made as the client takes them. An error ends the transfer as one: the connection is cut off, never
 * ended as if the file were whole. A client that leaves, or takes nothing for a minute, ends the making.
 */
export function bodyOf(
  pieces: Pieces,
  { stop, dispose, signal }: Ending,
  waitMs = mostWaitMs,
): ReadableStream<Uint8Array> {
  const iterator = pieces[Symbol.asyncIterator]()
  let waiting: NodeJS.Timeout | undefined
  const end = async (): Promise<void> => {
    clearTimeout(waiting)
    stop()
    await iterator.return?.()?.catch(() => {})
    await dispose()
  }
  const fail = (controller: ReadableStreamDefaultController<Uint8Array>, reason: unknown): void => {
    controller.error(reason)
    void end()
  }
  const waitFor = (controller: ReadableStreamDefaultController<Uint8Array>): void => {
    waiting = setTimeout(() => fail(controller, new Error('the client takes nothing')), waitMs)
  }
  return new ReadableStream<Uint8Array>(
    {
      start(controller) {
        signal.addEventListener('abort', () => fail(controller, signal.reason), { once: true })
        waitFor(controller)
      },
      async pull(controller) {
        clearTimeout(waiting)
        try {
          const { done, value } = await iterator.next()
          if (!done) {
            controller.enqueue(typeof value === 'string' ? encoder.encode(value) : value)
            return waitFor(controller)
          }
          await dispose()
          controller.close()
        } catch (error) {
          fail(controller, error)
        }
      },
      cancel: end,
    },
    { highWaterMark: 0 },
  )
}
