import { queryOptions } from '@tanstack/react-query'
import type { InferResponseType } from 'hono/client'
import type { DatasetId, IndicatorId } from '#data/catalog.ts'
import { calm } from '#web/api/ask.ts'
import { api, bodyOf, keptBodyOf } from '#web/api/client.ts'
import type { Row } from '#web/api/features.ts'
import { rowsFilter } from '#web/api/queries.ts'
import type { Filter } from '#web/state/view.ts'

export type Values = InferResponseType<(typeof api)['indicator-values']['$get'], 200>
export type Kept = InferResponseType<typeof api.snapshots.$get, 200>['snapshots'][number]
export type Changes = InferResponseType<(typeof api.snapshots)[':snapshotId']['changes']['$get'], 200>

/** One side of a comparison: a filter, asked of one version of the data; null: of the current one. */
export interface Side {
  readonly filter: Filter
  readonly snapshot: string | null
}

/** Any question with GET takes the name of a kept snapshot, beside the parameters that its route declares. */
const asked = ({ filter, snapshot }: Side): Filter =>
  ({ ...filter, ...(snapshot !== null && { snapshot }) }) as unknown as Filter

/** Every indicator, for all that a side's filter leaves together. */
export const sideValuesQuery = (side: Side) =>
  queryOptions({
    queryKey: ['side-values', side],
    queryFn: ({ signal }) => keptBodyOf(api['indicator-values'].$get({ query: asked(side) }, { init: { signal } })),
    ...calm,
  })

/** The rows behind one number of a side. */
export const sideRowsQuery = (indicatorId: IndicatorId, side: Side) =>
  queryOptions({
    queryKey: ['side-rows', indicatorId, side],
    queryFn: async ({ signal }): Promise<readonly Row[]> => {
      const query = asked({
        ...side,
        filter: rowsFilter({ id: indicatorId, place: 'ALL' }, side.filter) as unknown as Filter,
      })
      const answer = await keptBodyOf(
        api.indicators[':indicatorId'].rows.$get({ param: { indicatorId }, query }, { init: { signal } }),
      )
      return answer.rows
    },
    ...calm,
  })

export const snapshotsQuery = () =>
  queryOptions({
    queryKey: ['snapshots'],
    queryFn: ({ signal }) => bodyOf(api.snapshots.$get({}, { init: { signal } })),
    staleTime: 60_000,
  })

/** What became of the rows of one dataset since a kept snapshot. */
export const changesQuery = (snapshotId: string, dataset: DatasetId) =>
  queryOptions({
    queryKey: ['changes', snapshotId, dataset],
    queryFn: ({ signal }) =>
      bodyOf(
        api.snapshots[':snapshotId'].changes.$get(
          { param: { snapshotId }, query: { dataset, limit: '1000' } },
          { init: { signal } },
        ),
      ),
    ...calm,
  })
