import type { PlaceId, TimelineStep } from '#web/api/committee-queries.ts'

export interface TimelinePoint {
  readonly place: PlaceId
  readonly day: Date
  readonly kind: 'completed' | 'active'
  readonly pilots: number
}

const dayOf = (text: string): Date => new Date(`${text}T00:00:00Z`)

/** Steps as points of two stacked areas for each place, carried on to the day of the snapshot: nothing changed since. */
export function pointsOf(timeline: readonly TimelineStep[], asOf: string): readonly TimelinePoint[] {
  const byPlace = Map.groupBy(timeline, ({ place_id }) => place_id)
  return [...byPlace].flatMap(([place, steps]) => {
    const sorted = [...steps].sort((a, b) => (a.day < b.day ? -1 : 1))
    const last = sorted.at(-1)
    const ended = last === undefined || last.day >= asOf ? [] : [{ ...last, day: asOf }]
    return [...sorted, ...ended].flatMap(({ day, active, completed }) => [
      { place, day: dayOf(day), kind: 'completed' as const, pilots: completed },
      { place, day: dayOf(day), kind: 'active' as const, pilots: active },
    ])
  })
}

/** What stood at the end of each year, for the table behind the chart. */
export function yearEnds(timeline: readonly TimelineStep[], asOf: string): readonly TimelineStep[] {
  const years = [...new Set(timeline.map(({ day }) => day.slice(0, 4)))].sort()
  const byPlace = Map.groupBy(timeline, ({ place_id }) => place_id)
  return [...byPlace].flatMap(([place_id, steps]) =>
    years.flatMap((year) => {
      const end = `${year}-12-31` < asOf ? `${year}-12-31` : asOf
      const step = [...steps].sort((a, b) => (a.day < b.day ? -1 : 1)).findLast(({ day }) => day <= end)
      return [
        step === undefined ? { place_id, day: end, active: 0, completed: 0, withdrawn: 0 } : { ...step, day: end },
      ]
    }),
  )
}
