import { queryOptions } from '@tanstack/react-query'
import type { InferResponseType } from 'hono/client'
import { incidentFilter, mineFilter, parameters } from '#data/parameters.ts'
import { askRows, calm } from '#web/api/ask.ts'
import { api, bodyOf } from '#web/api/client.ts'
import type { Feature } from '#web/api/features.ts'
import { type Filter, pickFilter } from '#web/state/view.ts'

export type MineReport = InferResponseType<(typeof api.mines)[':mineId']['report']['$get'], 200>
export type Ring = MineReport['rings'][number]

/** People of listed places in a ring: no number where no place is listed, or none of known size. */
export const peopleIn = ({ communities, population, population_unknown }: Ring): number | null =>
  (communities ?? 0) > (population_unknown ?? 0) ? population : null

/** What lies around one mine. */
export function mineReportQuery(mineId: string, filter: Filter) {
  const query = pickFilter(filter, ['radius_km', ...incidentFilter])
  return queryOptions<MineReport>({
    queryKey: ['mine-report', mineId, query],
    queryFn: ({ signal }) =>
      bodyOf(api.mines[':mineId'].report.$get({ param: { mineId }, query }, { init: { signal } })),
    ...calm,
    placeholderData: (previous: MineReport | undefined) => (previous?.mine.mine_id === mineId ? previous : undefined),
  })
}

/** The same report as features to draw: the mine, its rings, and all that lies near it with what the report says of it. */
export function mineShapesQuery(mineId: string, filter: Filter) {
  const query = pickFilter(filter, ['radius_km', ...incidentFilter])
  return queryOptions({
    queryKey: ['mine-shapes', mineId, query],
    queryFn: async ({ signal }) =>
      (await bodyOf(
        api.mines[':mineId'].report.$get(
          { param: { mineId }, query: { ...query, f: 'geojson' } },
          { init: { signal } },
        ),
      )) as unknown as { readonly snapshot: string; readonly features: readonly Feature[] },
    ...calm,
  })
}

/** Where a report can be had as a file. */
export const mineReportUrl = (mineId: string, filter: Filter, f: 'json' | 'csv' | 'geojson'): string =>
  `/api/mines/${encodeURIComponent(mineId)}/report?${new URLSearchParams({ ...pickFilter(filter, ['radius_km', ...incidentFilter]), f })}`

/** The filter that leaves the pairs of one mine: a box of a few metres round it, in its own dataset, out to the ring. */
export function pairsFilter({ mine, radius_km }: MineReport): Record<string, string> {
  const [longitude, latitude] = [Number(mine.longitude), Number(mine.latitude)]
  const sides = [longitude - 1e-5, latitude - 1e-5, longitude + 1e-5, latitude + 1e-5]
  const mine_dataset = mine.mine_dataset === 'mines' ? 'mines' : 'pilot_mines'
  return { bbox: sides.map((side) => side.toFixed(6)).join(','), mine_dataset, radius_km: String(radius_km) }
}

export const pairsQuery = (collection: string, query: Readonly<Record<string, string>>) =>
  queryOptions({
    queryKey: ['rows', collection, query],
    queryFn: ({ signal }) => askRows({ collection, query }, signal),
    ...calm,
  })

const nearOverlays = {
  host_communities: 'communities_near_mines',
  protected_areas: 'areas_near_mines',
  incident_reports: 'incidents_near_mines',
} as const

/** The mine nearest to a feature, of those that the filter leaves, out to the widest ring; null where there is none. */
export function nearestMineQuery(dataset: keyof typeof nearOverlays, ids: string, filter: Filter) {
  const query = { ...pickFilter(filter, mineFilter), radius_km: String(parameters.radius_km.max), ids }
  return queryOptions({
    queryKey: ['rows', nearOverlays[dataset], query],
    queryFn: async ({ signal }) => (await askRows({ collection: nearOverlays[dataset], query }, signal))[0] ?? null,
    ...calm,
  })
}
