const fullDate = /^(\d{4})-(\d{2})-\d{2}$/
const dateTime = /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2}):(\d{2})(\.\d+)?Z$/i

/** A day that a month does not have would be read as one of the next. */
function isCalendarDay(text: string): boolean {
  const [, year, month] = fullDate.exec(text) ?? []
  return year !== undefined && new Date(`${text}T00:00:00Z`).getUTCMonth() + 1 === Number(month)
}

function isTimeOfDay(text: string): boolean {
  const [, day, hour, minute, second] = dateTime.exec(text) ?? []
  return day !== undefined && isCalendarDay(day) && Number(hour) < 24 && Number(minute) < 60 && Number(second) < 60
}

/** Which instant of RFC 3339 a text is: a day, a time in UTC, or neither. Days that no calendar has are neither. */
export function instantKind(text: string): 'date' | 'timestamp' | undefined {
  if (isCalendarDay(text)) return 'date'
  return isTimeOfDay(text) ? 'timestamp' : undefined
}

/** Milliseconds since 1970, to compare two literal instants. */
export const millisecondsOf = (text: string): number => Date.parse(text.length === 10 ? `${text}T00:00:00Z` : text)
