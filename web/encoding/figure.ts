import type { Unit } from '#data/field.ts'
import { formatRounded, unitText } from '#web/encoding/format.ts'
import type { Language } from '#web/text/text.ts'

export interface Amounts {
  readonly value: number | null
  readonly low: number | null
  readonly high: number | null
  readonly numerator: number | null
  readonly denominator: number | null
  readonly n: number
  /** A share or rate of fewer than five things. */
  readonly is_small?: boolean
}

export interface Figure {
  /** The number as shown; two counts where there are too few for a share or rate. */
  readonly text: string
  readonly unit: string
  /** `20–36` where coarse places leave a range, else null. */
  readonly range: string | null
}

/** The value of a place for the screen and for print; null = no data. */
export function figureOf(amounts: Amounts, unit: Unit, language: Language): Figure | null {
  const { value, low, high, numerator, denominator, is_small = false } = amounts
  if (value === null) return null
  const round = (number: number) => formatRounded(number, language)
  if (is_small && denominator !== null) {
    return { text: `${round(numerator ?? 0)} / ${round(denominator)}`, unit: '', range: null }
  }
  const isSpread = low !== null && high !== null && round(low) !== round(high)
  return {
    text: round(value),
    unit: unit === 'percent' ? unitText(unit, language) : '',
    range: isSpread ? `${round(low)}–${round(high)}` : null,
  }
}
