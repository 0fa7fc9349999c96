import type { Pieces } from '#server/export/job.ts'

const encoder = new TextEncoder()
const mostWaitMs = 60_000

/** Pieces that have begun: the first one is being made already. */
export interface Begun {
  /** Settles with the first piece; throws what its making throws. */
  readonly first: Promise<unknown>
  readonly pieces: Pieces
}

/** Start making the first piece now, so that its failure can still be told as a problem. */
export function begin(pieces: Pieces): Begun {
  const iterator = pieces[Symbol.asyncIterator]()
  const first = iterator.next()
  first.catch(() => {})
  async function* rest(): Pieces {
    try {
      for (let next = await first; !next.done; next = await iterator.next()) yield next.value
    } finally {
      await iterator.return?.()
    }
  }
  return { first, pieces: rest() }
}

/** Wait for work, but not for ever. @throws what the work throws in that time */
export async function atMost(work: Promise<unknown>, milliseconds: number): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>()
  const timer = setTimeout(resolve, milliseconds)
  await Promise.race([work, promise]).finally(() => clearTimeout(timer))
}

/**
 * Pieces as the body of an answer, made as the client takes them. An error ends the transfer as one: the connection is cut off, never
 * ended as if the file were whole. A client that leaves, or takes nothing for a minute, ends the making.
 * @param onEnd `stop` once it is to end early, `dispose` once nothing is being made any more
 */
export function bodyOf(
  pieces: Pieces,
  { stop, dispose }: { stop(): void; dispose(): Promise<void> },
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
  const waitFor = (controller: ReadableStreamDefaultController<Uint8Array>): void => {
    waiting = setTimeout(() => {
      controller.error(new Error('the client takes nothing'))
      void end()
    }, waitMs)
  }
  return new ReadableStream<Uint8Array>(
    {
      start: waitFor,
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
          controller.error(error)
          await end()
        }
      },
      cancel: end,
    },
    { highWaterMark: 0 },
  )
}
