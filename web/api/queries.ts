import { queryOptions } from '@tanstack/react-query'
import type { InferResponseType } from 'hono/client'
import type { IndicatorId } from '#data/catalog.ts'
import { indicators } from '#data/catalog.ts'
import type { Indicator } from '#data/define.ts'
import { areasNearMines } from '#data/overlays/areas-near-mines.ts'
import { communitiesNearMines } from '#data/overlays/communities-near-mines.ts'
import { incidentsNearMines } from '#data/overlays/incidents-near-mines.ts'
import { mineExposure } from '#data/overlays/mine-exposure.ts'
import { type CodeOf, vocabularies } from '#data/vocabularies.ts'
import { askFeatures, askRows, calm, type FeatureQuestion, longLived } from '#web/api/ask.ts'
import { api, bodyOf } from '#web/api/client.ts'
import type { Feature, Row } from '#web/api/features.ts'
import { type DrawnDataset, type Filter, pickFilter } from '#web/state/view.ts'

export type MineDataset = CodeOf<'mine_dataset'>
export type Facets = InferResponseType<typeof api.facets.$get, 200>
export type IndicatorAnswer = InferResponseType<(typeof api.indicators)[':indicatorId']['$get'], 200>
export type PlaceValue = IndicatorAnswer['places'][number]
export type IndicatorRows = InferResponseType<(typeof api.indicators)[':indicatorId']['rows']['$get'], 200>
export type SourceNote = IndicatorAnswer['sources'][number]
export type Found = InferResponseType<typeof api.search.$get, 200>['results'][number]

const featuresQuery = (question: FeatureQuestion) =>
  queryOptions({
    queryKey: ['features', question],
    queryFn: ({ signal }) => askFeatures(question, signal),
    ...calm,
  })

/** The mines of one dataset that the filter leaves, each with what lies within the ring. */
export function minesQuery(mine_dataset: MineDataset, filter: Filter) {
  const query = { ...pickFilter(filter, mineExposure.parameters), mine_dataset }
  return featuresQuery({ collection: 'mine_exposure', query })
}

/** Host communities within the ring of a mine that the filter leaves. */
export const communitiesQuery = (filter: Filter) =>
  featuresQuery({
    collection: 'communities_near_mines',
    query: pickFilter(filter, communitiesNearMines.parameters),
  })

/** Incident reports within the ring of a mine that the filter leaves, and those linked to one. */
export const incidentsQuery = (filter: Filter) =>
  featuresQuery({
    collection: 'incidents_near_mines',
    query: pickFilter(filter, incidentsNearMines.parameters),
  })

/**
 * Every protected area of the regions. Those that stand for a circle come as rows: their circle is drawn by the page, which
 * is fifty times less to send. Which of them lie in the ring is `areasInRingQuery`.
 */
export function circleAreasQuery(filter: Filter) {
  const query = { ...pickFilter(filter, ['region']), is_approx: 'true' }
  return queryOptions({
    queryKey: ['rows', 'protected_areas', query],
    queryFn: ({ signal }) => askRows({ collection: 'protected_areas', query }, signal),
    ...calm,
  })
}

export const outlinedAreasQuery = (filter: Filter) =>
  featuresQuery({
    collection: 'protected_areas',
    query: { ...pickFilter(filter, ['region']), is_approx: 'false' },
  })

export function areasInRingQuery(filter: Filter) {
  const query = pickFilter(filter, areasNearMines.parameters)
  return queryOptions({
    queryKey: ['rows', 'areas_near_mines', query],
    queryFn: async ({ signal }) => {
      const rows = await askRows({ collection: 'areas_near_mines', query }, signal)
      return rows.map((row) => String(row.site_id))
    },
    ...calm,
  })
}

/** All near features around one place, for counting in the page while the ring is dragged. */
export const aroundQuery = (dataset: DrawnDataset, bbox: readonly [number, number, number, number] | null) =>
  queryOptions({
    queryKey: ['around', dataset, bbox],
    queryFn: ({ signal }) =>
      askFeatures(
        { collection: dataset, query: { bbox: (bbox ?? []).map((side) => side.toFixed(5)).join(',') } },
        signal,
      ),
    enabled: bbox !== null,
    staleTime: 300_000,
  })

export const facetsQuery = (filter: Filter) =>
  queryOptions({
    queryKey: ['facets', filter],
    queryFn: ({ signal }) => bodyOf(api.facets.$get({ query: filter }, { init: { signal } })),
    ...calm,
  })

/** Name, unit, definition and parameters of every indicator are in `data/`; this asks for the values of one. */
export function indicatorQuery(indicatorId: IndicatorId, filter: Filter) {
  const query = pickFilter(filter, indicators[indicatorId].parameters)
  return queryOptions({
    queryKey: ['indicator', indicatorId, query],
    queryFn: ({ signal }) =>
      bodyOf(api.indicators[':indicatorId'].$get({ param: { indicatorId }, query }, { init: { signal } })),
    ...calm,
  })
}

/** Where the rows behind a number are asked for, and of which of the indicator's classes; null = of all. */
export interface RowsOf {
  readonly id: IndicatorId
  readonly place: string
  readonly classId?: string | null
}

/** The class, where the indicator has it: a leftover of another number says nothing. */
function classFilter({ id, classId }: RowsOf): { class?: string } {
  const { classes }: Indicator = indicators[id]
  const isKnown = classId != null && classes !== undefined && Object.hasOwn(vocabularies[classes].terms, classId)
  return isKnown ? { class: classId } : {}
}

/** The parameters of a question about the rows behind a number at one place. */
export const rowsFilter = (of: RowsOf, filter: Filter): Record<string, string> => ({
  ...pickFilter(filter, indicators[of.id].parameters),
  place: of.place,
  ...classFilter(of),
})

export function indicatorRowsQuery(of: RowsOf, filter: Filter) {
  const query = rowsFilter(of, filter)
  return queryOptions({
    queryKey: ['indicator-rows', of.id, query],
    queryFn: ({ signal }) =>
      bodyOf(api.indicators[':indicatorId'].rows.$get({ param: { indicatorId: of.id }, query }, { init: { signal } })),
    ...calm,
  })
}

export function indicatorSqlQuery(of: RowsOf, filter: Filter) {
  const query = rowsFilter(of, filter)
  return queryOptions({
    queryKey: ['indicator-sql', of.id, query],
    queryFn: ({ signal }) =>
      bodyOf(api.indicators[':indicatorId'].sql.$get({ param: { indicatorId: of.id }, query }, { init: { signal } })),
    ...calm,
  })
}

export const featureQuery = (collectionId: DrawnDataset, featureId: string) =>
  queryOptions({
    queryKey: ['feature', collectionId, featureId],
    queryFn: async ({ signal }): Promise<Feature> =>
      (await bodyOf(
        api.collections[':collectionId'].items[':featureId'].$get(
          { param: { collectionId, featureId } },
          { init: { signal } },
        ),
      )) as Feature,
    ...longLived,
  })

export interface CountryName {
  readonly iso3: string
  readonly region_id: string
  readonly name_en: string
  readonly name_zh: string | null
}

export const countriesQuery = () =>
  queryOptions({
    queryKey: ['rows', 'region_countries'],
    queryFn: async ({ signal }) =>
      (await askRows({ collection: 'region_countries', query: {} }, signal)) as unknown as readonly CountryName[],
    ...longLived,
  })

export interface YearCount {
  readonly year: number
  readonly n: number
}

/** Incident reports a year in the chosen regions: every year between the first and the last, also those without any. */
export function incidentYearsQuery(filter: Filter) {
  const query = pickFilter(filter, ['region'])
  return queryOptions({
    queryKey: ['rows', 'incident_reports', query],
    queryFn: ({ signal }) => askRows({ collection: 'incident_reports', query }, signal),
    select: countYears,
    ...calm,
  })
}

function countYears(rows: readonly Row[]): readonly YearCount[] {
  const years = rows.map((row) => Number(String(row.event_date).slice(0, 4)))
  const [first, last] = [Math.min(...years), Math.max(...years)]
  if (years.length === 0) return []
  return Array.from({ length: last - first + 1 }, (_, index) => ({
    year: first + index,
    n: years.filter((year) => year === first + index).length,
  }))
}

export const searchQuery = (q: string) =>
  queryOptions({
    queryKey: ['search', q],
    queryFn: ({ signal }) => bodyOf(api.search.$get({ query: { q } }, { init: { signal } })),
    enabled: q.length > 1,
    ...calm,
  })

export const qualityQuery = () =>
  queryOptions({
    queryKey: ['quality'],
    queryFn: ({ signal }) => bodyOf(api.quality.$get({}, { init: { signal } })),
    ...longLived,
  })

export type DatasetQuality = Awaited<
  ReturnType<NonNullable<ReturnType<typeof qualityQuery>['queryFn']>>
>['datasets'][number]

/** The first rows of a dataset that prepare refused. */
export const quarantineQuery = (dataset: string, limit: number) =>
  queryOptions({
    queryKey: ['quality', 'quarantine', dataset, limit],
    queryFn: ({ signal }) =>
      bodyOf(api.quality.quarantine.$get({ query: { dataset, limit: String(limit) } }, { init: { signal } })),
    ...longLived,
  })

/** Asked now and then, only to see whether the server has newer data. */
export const landingQuery = () =>
  queryOptions({
    queryKey: ['landing'],
    queryFn: ({ signal }) => bodyOf(api.$get({ query: {} }, { init: { signal } })),
    refetchInterval: 60_000,
  })
