/** Which of two numbers is the day in 03/04/2024; null where no value of the column tells. */
export type DateOrder = 'dmy' | 'mdy' | null

const months: Readonly<Record<string, number>> = Object.fromEntries(
  [
    'jan january janvier enero janeiro januar',
    'feb february février fevrier febrero fevereiro',
    'mar march mars marzo março marco',
    'apr april avril abril',
    'may mai mayo maio',
    'jun june juin junio junho',
    'jul july juillet julio julho',
    'aug august août aout agosto',
    'sep sept september septembre septiembre setembro',
    'oct october octobre octubre outubro',
    'nov november novembre noviembre novembro',
    'dec december décembre decembre diciembre dezembro',
  ].flatMap((names, index) => names.split(' ').map((name) => [name, index + 1] as const)),
)

const numeric = /^(\d{1,2})[./-](\d{1,2})[./-](\d{4})(?:[ T]\d.*)?$/
const isoLike = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[ T].*)?$/
const compact = /^(\d{4})(\d{2})(\d{2})$/
const dayFirst = /^(\d{1,2})[- ]?(?:de )?([\p{L}.]+)[-, ]*(?:de )?(\d{4})$/u
const monthFirst = /^([\p{L}.]+)[- ]+(\d{1,2})(?:st|nd|rd|th)?,?[- ]+(\d{4})$/u
const chinese = /^(\d{4})年(\d{1,2})月(\d{1,2})日$/

/** The order that the values of a column prove: one with a day beyond 12 is enough, if none proves the contrary. */
export function dateOrderOf(values: Iterable<string>): DateOrder {
  let [dayIsFirst, dayIsSecond] = [false, false]
  for (const value of values) {
    const found = numeric.exec(value.trim())
    if (found === null) continue
    if (Number(found[1]) > 12) dayIsFirst = true
    if (Number(found[2]) > 12) dayIsSecond = true
  }
  if (dayIsFirst === dayIsSecond) return null
  return dayIsFirst ? 'dmy' : 'mdy'
}

function isoOf(year: number, month: number, day: number): string | null {
  const time = new Date(Date.UTC(year, month - 1, day))
  const isReal = time.getUTCFullYear() === year && time.getUTCMonth() === month - 1 && time.getUTCDate() === day
  return isReal ? time.toISOString().slice(0, 10) : null
}

const monthOf = (name: string): number => months[name.toLowerCase().replace('.', '')] ?? 0

/** Year, month and day of a text in one of the styles that name them without doubt. */
function partsOf(text: string): readonly [number, number, number] | null {
  for (const pattern of [isoLike, compact, chinese]) {
    const found = pattern.exec(text)
    if (found !== null) return [Number(found[1]), Number(found[2]), Number(found[3])]
  }
  const named = dayFirst.exec(text)
  if (named !== null) return [Number(named[3]), monthOf(named[2] ?? ''), Number(named[1])]
  const american = monthFirst.exec(text)
  return american === null ? null : [Number(american[3]), monthOf(american[1] ?? ''), Number(american[2])]
}

/**
 * Read a date: ISO, 2024/2/7, 20240207, 7 February 2024, February 7, 2024, 2024年2月7日, and 7/2/2024 where the file tells the order.
 * @returns an ISO date, or the reason why not
 */
export function readDate(raw: string, order: DateOrder): { readonly value: string } | { readonly reason: string } {
  const text = raw.trim()
  const shown = JSON.stringify(text.slice(0, 80))
  const ambiguous = numeric.exec(text)
  let parts = partsOf(text)
  if (parts === null && ambiguous !== null) {
    const [first, second, year] = [Number(ambiguous[1]), Number(ambiguous[2]), Number(ambiguous[3])]
    if (order === null && first !== second && first <= 12 && second <= 12) {
      return { reason: `${shown}: the day or the month first? --dates dmy or mdy says which` }
    }
    parts = order === 'mdy' || (order === null && second > 12) ? [year, first, second] : [year, second, first]
  }
  const value = parts === null ? null : isoOf(...parts)
  return value === null ? { reason: `${shown} is not a date` } : { value }
}
