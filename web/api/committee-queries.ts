import { queryOptions } from '@tanstack/react-query'
import type { InferResponseType } from 'hono/client'
import type { IndicatorId } from '#data/catalog.ts'
import { totalLines } from '#data/overlays/total-lines.ts'
import { whereNext } from '#data/overlays/where-next.ts'
import type { CodeOf } from '#data/vocabularies.ts'
import { calm } from '#web/api/ask.ts'
import { api, bodyOf } from '#web/api/client.ts'
import type { Row } from '#web/api/features.ts'
import type { SourceNote } from '#web/api/queries.ts'
import { type Filter, pickFilter } from '#web/state/view.ts'

export type PlaceId = 'ALL' | CodeOf<'region'>
export type Issue = CodeOf<'guideline_issue'>
export type Stage = CodeOf<'pilot_stage'>
export type IndicatorValues = InferResponseType<(typeof api)['indicator-values']['$get'], 200>

/** Pilots that work on one issue in one region. */
export interface CoverageCell {
  readonly cell_id: string
  readonly place_id: PlaceId
  readonly issue: Issue
  readonly planned: number
  readonly active: number
  readonly completed: number
  readonly withdrawn: number
  readonly target: number | null
  readonly is_target_illustrative: boolean
}

export interface StageCell {
  readonly cell_id: string
  readonly place_id: PlaceId
  readonly stage: Stage
  readonly pilots: number
}

export interface TimelineStep {
  readonly place_id: PlaceId
  readonly day: string
  readonly active: number
  readonly completed: number
  readonly withdrawn: number
}

export interface Pilot extends Row {
  readonly pilot_id: string
  readonly stage: Stage
  /** Codes joined by semicolons. */
  readonly issues: string
  readonly mine_id: string
  readonly region_id: CodeOf<'region'>
}

export interface NextCountry extends Row {
  readonly iso3: string
  readonly name_en: string
  readonly name_zh: string | null
  readonly region_id: CodeOf<'region'>
  readonly place_in_list: number
  readonly mines: number
}

export interface TotalLine {
  readonly line_id: string
  readonly measure: CodeOf<'total_measure'>
  readonly counting: CodeOf<'counting_rule'>
  readonly level: 'region' | 'country'
  readonly all_total: number
  readonly sum_of_parts: number
  readonly counted_again: number
  readonly is_equal: boolean
}

export interface Coverage {
  readonly snapshot: string
  readonly as_of: string
  readonly parameters: Readonly<Record<string, string | number | boolean | null>>
  readonly cells: readonly CoverageCell[]
  readonly stages: readonly StageCell[]
  readonly timeline: readonly TimelineStep[]
  readonly pilots: readonly Pilot[]
  readonly next: readonly NextCountry[]
  readonly totals: readonly TotalLine[]
  readonly sources: readonly SourceNote[]
}

/** Where the pilots are, and the countries and totals that the filter leaves. */
export function coverageQuery(filter: Filter) {
  const query = { ...pickFilter(filter, whereNext.parameters), ...pickFilter(filter, totalLines.parameters) }
  return queryOptions({
    queryKey: ['coverage', query],
    queryFn: async ({ signal }) =>
      (await bodyOf(api.coverage.$get({ query }, { init: { signal } }))) as unknown as Coverage,
    ...calm,
  })
}

/** The values of all indicators, or of those named, for the places of a level. */
export function indicatorValuesQuery(filter: Filter, indicators: readonly IndicatorId[] = []) {
  const query = { ...filter, ...(indicators.length > 0 && { indicators: indicators.join(',') }) }
  return queryOptions({
    queryKey: ['indicator-values', query],
    queryFn: ({ signal }) => bodyOf(api['indicator-values'].$get({ query }, { init: { signal } })),
    ...calm,
  })
}
