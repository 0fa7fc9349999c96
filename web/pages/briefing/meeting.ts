import type { Incident } from '#web/api/issue-queries.ts'

/** The day a year before another one; the last of February stands in for the 29th. */
export function yearBefore(day: string): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  const last = new Date(Date.UTC(year - 1, month, 0)).getUTCDate()
  return [year - 1, String(month).padStart(2, '0'), String(Math.min(date, last)).padStart(2, '0')].join('-')
}

/** Reports of a period, of the chosen regions or all. */
export const reportsSince = (incidents: readonly Incident[], since: string, regions: readonly string[]) =>
  incidents.filter(
    ({ event_date, region_id }) => event_date >= since && (regions.length === 0 || regions.includes(region_id)),
  )
