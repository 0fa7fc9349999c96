import type { Unit } from '#data/field.ts'
import { type Language, languageTags } from '#web/text/text.ts'

export interface Formatted {
  readonly number: string
  /** The unit as written after the number, with its space; empty where the words around it say it. */
  readonly unit: string
}

const unitTexts: Readonly<Record<Unit, Readonly<Record<Language, string>>>> = {
  km: { en: ' km', zh: ' km' },
  m: { en: ' m', zh: ' m' },
  ha: { en: ' ha', zh: ' 公顷' },
  km2: { en: ' km²', zh: ' km²' },
  percent: { en: ' %', zh: ' %' },
  people: { en: ' people', zh: ' 人' },
  people_per_year: { en: ' people a year', zh: ' 人/年' },
  count: { en: '', zh: '' },
  year: { en: '', zh: '' },
  of_8: { en: ' of 8', zh: ' / 8' },
  per_mine_year: { en: ' per mine and year', zh: ' 起/矿·年' },
  per_100k_year: { en: ' per 100,000 people and year', zh: ' 起/10万人·年' },
}

const formats = new Map<string, Intl.NumberFormat>()
function formatWith(language: Language, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = language + JSON.stringify(options)
  const known = formats.get(key)
  if (known !== undefined) return known
  const made = new Intl.NumberFormat(languageTags[language], options)
  formats.set(key, made)
  return made
}

/** A whole number with its thousands marked; for counts, which are never rounded. */
export const formatCount = (value: number, language: Language): string =>
  formatWith(language, { maximumFractionDigits: 0 }).format(value)

/** At most three significant digits: `1.9 million`, `190万`, `61,200`, `12.4`; whole numbers below 10,000 stay whole. */
export function formatRounded(value: number, language: Language): string {
  const size = Math.abs(value)
  if (size >= (language === 'zh' ? 100_000 : 1_000_000)) {
    const compact = { notation: 'compact', compactDisplay: 'long', maximumSignificantDigits: 3 } as const
    return formatWith(language, compact).format(value)
  }
  if (Number.isInteger(value) && size < 10_000) return formatCount(value, language)
  return formatWith(language, { maximumSignificantDigits: 3 }).format(value)
}

/** The number as it is known, for tooltips and tables: up to `digits` decimals. */
export const formatExact = (value: number, language: Language, digits = 2): string =>
  formatWith(language, { maximumFractionDigits: digits }).format(value)

/** The unit as written after a number. */
export const unitText = (unit: Unit | undefined, language: Language): string =>
  unit === undefined ? '' : unitTexts[unit][language]

/** A value for the screen, number and unit apart because they are set in different sizes. Years carry no thousands mark. */
export function formatValue(value: number, unit: Unit | undefined, language: Language): Formatted {
  const number = unit === 'year' ? String(value) : formatRounded(value, language)
  return { number, unit: unitText(unit, language) }
}

/** `23 (19–31)`; without a spread only the value. */
export function formatRange(value: number, low: number | null, high: number | null, language: Language): string {
  const middle = formatRounded(value, language)
  if (low === null || high === null) return middle
  const [from, to] = [formatRounded(low, language), formatRounded(high, language)]
  return from === middle && to === middle ? middle : `${middle} (${from}–${to})`
}

/** Metres as kilometres: `8.1 km`, `640 m` below one kilometre. */
export function formatDistance(metres: number, language: Language): string {
  const isShort = metres > 0 && metres < 1000
  const { number, unit } = isShort
    ? formatValue(Math.round(metres), 'm', language)
    : formatValue(metres / 1000, 'km', language)
  return number + unit
}

/** An ISO day spelled out: `2 February 2024`, `2024年2月2日`. */
export function formatDay(day: string, language: Language): string {
  const date = new Date(`${day.slice(0, 10)}T00:00:00Z`)
  if (Number.isNaN(date.getTime())) return day
  const options = { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' } as const
  return new Intl.DateTimeFormat(languageTags[language], options).format(date)
}

/** A moment as hours and minutes. */
export const formatTime = (moment: number, language: Language): string =>
  new Intl.DateTimeFormat(languageTags[language], { hour: '2-digit', minute: '2-digit' }).format(moment)

/** A list in words: `copper, cobalt`, `铜、钴`. */
export const formatList = (parts: readonly string[], language: Language): string =>
  parts.join(language === 'zh' ? '、' : ', ')
