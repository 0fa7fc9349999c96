import { Problem } from '#server/problem.ts'

/** Why a query was interrupted, if we did it. */
export type Interruption = 'cancelled' | 'engine_slow' | 'shutting_down'

const fatal = /^(FATAL|INTERNAL) Error|has been invalidated/
const outOfMemory = /^Out of Memory Error/

/** After such an error every later query of the instance fails too (engineering.md 5.3). */
export const isFatal = (error: unknown): boolean => error instanceof Error && fatal.test(error.message)

/**
 * What a person is told about a failed query. DuckDB's text goes into `cause` only, since it names files and folders.
 */
export function problemOf(error: unknown, interruption: Interruption | undefined): Problem {
  if (error instanceof Problem) return error
  if (interruption === 'engine_slow') return new Problem('engine_slow', { detail: 'Ask for less at once.' })
  if (interruption !== undefined) return new Problem(interruption, { cause: error })
  if (error instanceof Error && outOfMemory.test(error.message)) {
    return new Problem('engine_busy', { retryAfterSeconds: 5, detail: 'Not enough memory.', cause: error })
  }
  return new Problem('engine_failed', { cause: error })
}
