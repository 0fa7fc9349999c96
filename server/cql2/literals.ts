import type { Box, Instant } from '#server/cql2/ast.ts'
import { Cql2Error, excerpt, type Place } from '#server/cql2/error.ts'
import { instantKind } from '#server/cql2/instant.ts'

/** The two corners out of 4 numbers, or of 6 with heights; `undefined` for any other count. */
export function cornersOf(numbers: readonly number[]): Box['corners'] | undefined {
  const [a, b, c, d, e] = numbers as [number, number, number, number, number]
  if (numbers.length === 4) return [a, b, c, d]
  return numbers.length === 6 ? [a, b, d, e] : undefined
}

/** A checked instant. @throws Cql2Error when the text is no such instant */
export function instantOf(text: string, place: Place, kind = instantKind(text)): Instant {
  if (kind === undefined || instantKind(text) !== kind) {
    const example = kind === 'timestamp' ? '2025-12-31T23:59:59Z' : '2025-12-31'
    throw new Cql2Error(`${excerpt(text)} is not a ${kind ?? 'date or timestamp'} like ${example}`, place)
  }
  return { kind, value: text, place }
}
