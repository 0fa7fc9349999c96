import type { IndicatorId } from '#data/catalog.ts'

/** One line of an answer: place, class, then value, low, high, numerator, denominator, n, n_approximate, n_coarse. */
export type Line = readonly [
  place: string,
  classId: string | null,
  value: number | null,
  low: number | null,
  high: number | null,
  numerator: number | null,
  denominator: number | null,
  n: number,
  n_approximate: number,
  n_coarse: number,
]

export interface Expected {
  readonly indicator: IndicatorId
  /** In words. */
  readonly question: string
  readonly parameters: Readonly<Record<string, string>>
  /** Lines that must be in the answer, exactly. */
  readonly lines: readonly Line[]
}
