import type { Period } from '#server/engine/selection.ts'
import type { Outcome } from '#server/routes/outcome.ts'

const instant = /^(\d{4})-(\d{2})-(\d{2})(?:[Tt ](\d{2}):(\d{2}):(\d{2})(?:\.\d{1,9})?(?:[Zz]|[+-]\d{2}:\d{2}))?$/
const duration =
  /^P(?!$)(?:(\d{1,4})Y)?(?:(\d{1,4})M)?(?:(\d{1,4})W)?(?:(\d{1,5})D)?(?:T(?:\d{1,5}H)?(?:\d{1,5}M)?(?:\d{1,5}S)?)?$/
const reason =
  'must be a date or date-time of RFC 3339, or two of them joined by / with .. or nothing for an open end, such as 2024-01-01/..'

/** The day (UTC) of an instant, or undefined where no calendar or clock has it. */
function dayOf(text: string): string | undefined {
  const parts = instant.exec(text)?.slice(1)
  if (parts === undefined) return undefined
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = parts.map((part) => Number(part ?? 0))
  const midnight = new Date(0)
  midnight.setUTCFullYear(year, month - 1, day)
  if (midnight.getUTCMonth() !== month - 1 || day === 0 || hour > 23 || minute > 59 || second > 60) return undefined
  const date = text.slice(0, 10)
  if (parts[3] === undefined) return inCalendar(midnight)
  return inCalendar(
    new Date(
      `${date}T${text
        .slice(11)
        .replace(/:60(?=[.Zz+-])/, ':59')
        .toUpperCase()}`,
    ),
  )
}

/** A day of the years 1 to 9999, which ISO dates and the engine write alike. */
function inCalendar(time: Date): string | undefined {
  if (Number.isNaN(time.getTime())) return undefined
  const day = time.toISOString().slice(0, 10)
  return /^\d{4}-\d{2}-\d{2}$/.test(day) && !day.startsWith('0000') ? day : undefined
}

/** A day so much later or earlier; hours and less do not change the day, because features know days only. */
function shifted(day: string, text: string, direction: 1 | -1): string | undefined {
  const parts = duration.exec(text)?.slice(1)
  if (parts === undefined) return undefined
  const [years = 0, months = 0, weeks = 0, days = 0] = parts.map((part) => direction * Number(part ?? 0))
  const date = new Date(`${day}T00:00:00Z`)
  date.setUTCFullYear(date.getUTCFullYear() + years, date.getUTCMonth() + months, date.getUTCDate() + 7 * weeks + days)
  return inCalendar(date)
}

const isOpen = (text: string): boolean => text === '' || text === '..'

/** One end of an interval: null where it is open, undefined where it cannot be read. */
function endOf(text: string, other: string, direction: 1 | -1): string | null | undefined {
  if (isOpen(text)) return null
  if (!text.startsWith('P')) return dayOf(text)
  const from = dayOf(other)
  return from === undefined ? undefined : shifted(from, text, direction)
}

/**
 * `datetime` as the days that features are compared with: an instant, a closed or half-bounded interval, or a day and a
 * duration. Features of this atlas know days, so an instant stands for its day in UTC.
 */
export function readDatetime(text: string): Outcome<Period> {
  const [start = '', end, third] = text.trim().split('/')
  if (third !== undefined || start.length > 40 || (end?.length ?? 0) > 40) return { reason }
  if (end === undefined) {
    const day = dayOf(start)
    return day === undefined ? { reason } : { value: { from: day, to: day } }
  }
  if (isOpen(start) && isOpen(end)) return { reason: 'has no end: an interval needs at least one' }
  const [from, to] = [endOf(start, end, -1), endOf(end, start, 1)]
  if (from === undefined || to === undefined) return { reason }
  return from !== null && to !== null && from > to ? { reason: 'ends before it starts' } : { value: { from, to } }
}
