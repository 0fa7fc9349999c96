import { queryOptions } from '@tanstack/react-query'
import type { CodeOf } from '#data/vocabularies.ts'
import { longLived } from '#web/api/ask.ts'
import { api, bodyOf } from '#web/api/client.ts'
import type { Row } from '#web/api/features.ts'
import type { SourceNote } from '#web/api/queries.ts'

/** One indicator of the Result Matrix in one period, region and part. */
export interface MatrixRow extends Row {
  readonly period_id: string
  readonly result_id: string
  readonly result_type: CodeOf<'result_type'>
  readonly indicator_id: string
  readonly name_en: string
  readonly name_zh: string
  readonly unit: CodeOf<'result_unit'>
  readonly region_id: CodeOf<'region'> | null
  readonly dimension: string | null
  readonly period_end: string
  readonly baseline: number | null
  readonly milestone: number | null
  readonly target: number | null
  readonly actual: number | null
  readonly ratio: number | null
  readonly trend: CodeOf<'trend'> | null
  readonly rag: CodeOf<'rag'>
  readonly letter: string | null
  readonly grey_reason: CodeOf<'grey_reason'> | null
  readonly override_rag: CodeOf<'rag'> | null
  readonly override_letter: string | null
  readonly override_reason_en: string | null
  readonly override_reason_zh: string | null
  readonly is_computed: boolean
  readonly is_milestone_illustrative: boolean
  readonly is_target_illustrative: boolean
  readonly is_actual_illustrative: boolean
  readonly source_date: string | null
}

export interface OutputScore extends Row {
  readonly score_id: string
  readonly result_id: string
  readonly period_end: string
  readonly weight_pct: number
  readonly indicators: number
  readonly indicators_with_data: number
  readonly ratio: number | null
  readonly score: CodeOf<'output_score'> | null
  readonly weight_with_data_pct: number
  readonly points: number | null
}

export interface Result extends Row {
  readonly result_id: string
  readonly type: CodeOf<'result_type'>
  readonly title_en: string
  readonly title_zh: string
  readonly weight_pct: number | null
  readonly risk_rating: CodeOf<'risk_rating'> | null
  readonly assumption_en: string | null
  readonly assumption_zh: string | null
}

export interface ResultMatrix {
  readonly snapshot: string
  readonly as_of: string
  readonly results: readonly Result[]
  readonly indicators: readonly Row[]
  readonly rows: readonly MatrixRow[]
  readonly scores: readonly OutputScore[]
  readonly thresholds: readonly { readonly rag: CodeOf<'rag'>; readonly min_ratio: number | null }[]
  readonly bands: readonly { readonly score: CodeOf<'output_score'>; readonly min_ratio: number | null }[]
  readonly sources: readonly SourceNote[]
}

/** The whole Result Matrix; no filter narrows it. */
export const resultMatrixQuery = () =>
  queryOptions({
    queryKey: ['result-matrix'],
    queryFn: async ({ signal }) =>
      (await bodyOf(api['result-matrix'].$get({}, { init: { signal } }))) as unknown as ResultMatrix,
    ...longLived,
  })

/** The statement behind the rows of a collection, with the filter that they were asked with. */
export const collectionSqlQuery = (collectionId: string, query: Readonly<Record<string, string>>) =>
  queryOptions({
    queryKey: ['collection-sql', collectionId, query],
    queryFn: ({ signal }) =>
      bodyOf(api.collections[':collectionId'].sql.$get({ param: { collectionId }, query }, { init: { signal } })),
    ...longLived,
  })
