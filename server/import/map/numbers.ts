/** How a file writes the fraction of a number; null where no value of it tells. */
export type DecimalMark = '.' | ',' | null

export interface ReadNumber {
  readonly value: number
  /** What was not plain about it: a named repair. */
  readonly repair: 'decimal_comma' | 'thousands_separator' | null
}

const plain = /^[+-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?$/i
/** Groups of three, with one kind of mark: 1.234 or 1,234,567. */
const grouped = (mark: string): RegExp => new RegExp(`^[+-]?\\d{1,3}(\\${mark}\\d{3})+$`)
const [commaGroups, pointGroups] = [grouped(','), grouped('.')]
const commaFraction = /^[+-]?\d*,\d+$/
const bothCommaLast = /^[+-]?\d{1,3}(\.\d{3})+,\d+$/
const bothPointLast = /^[+-]?\d{1,3}(,\d{3})+\.\d+$/

/** A number's text without what people put round it: blanks between groups, a typographic minus. */
export const tidyNumber = (text: string): string =>
  text
    .trim()
    .replace(/^[\u2212\u2010-\u2013\uFE63\uFF0D]/, '-')
    .replace(/(?<=\d)[\u00a0\u202f\u2009 ](?=\d{3}(\D|$))/g, '')

/** 0,5 or 26,839722 can only be a fraction; 1,234 may be either. */
const isSurelyCommaFraction = (text: string): boolean =>
  bothCommaLast.test(text) || (commaFraction.test(text) && (!commaGroups.test(text) || /^[+-]?0/.test(text)))
const isSurelyPointFraction = (text: string): boolean =>
  bothPointLast.test(text) || (plain.test(text) && text.includes('.') && !pointGroups.test(text))

/** The decimal mark of a file, from values of its number columns. */
export function decimalMarkOf(values: Iterable<string>): DecimalMark {
  let [commas, points] = [0, 0]
  for (const value of values) {
    const text = tidyNumber(value)
    if (isSurelyCommaFraction(text)) commas += 1
    else if (isSurelyPointFraction(text)) points += 1
  }
  if (commas === 0 && points === 0) return null
  return commas > points ? ',' : '.'
}

/**
 * Read one number as the file writes them. What could be two numbers is none.
 * @returns the number, or the reason why not
 */
export function readNumber(raw: string | number, mark: DecimalMark): ReadNumber | { readonly reason: string } {
  if (typeof raw === 'number') return { value: raw, repair: null }
  const text = tidyNumber(raw)
  const shown = JSON.stringify(raw.slice(0, 80))
  const comma = (): ReadNumber => ({
    value: Number(text.replaceAll('.', '').replace(',', '.')),
    repair: 'decimal_comma',
  })
  const thousands = (separator: string): ReadNumber => ({
    value: Number(text.replaceAll(separator, '')),
    repair: 'thousands_separator',
  })
  if (mark === ',') {
    if (bothCommaLast.test(text) || commaFraction.test(text)) return comma()
    if (pointGroups.test(text)) return { reason: `${shown} may be a fraction or a number of thousands` }
  }
  if (plain.test(text)) return { value: Number(text), repair: null }
  if (bothPointLast.test(text)) return thousands(',')
  if (isSurelyCommaFraction(text)) return comma()
  if (commaGroups.test(text) && mark === '.') return thousands(',')
  if (commaGroups.test(text))
    return { reason: `${shown} may be a fraction or a number of thousands; --decimal says which` }
  return { reason: `${shown} is not a number` }
}
