import { queryOptions } from '@tanstack/react-query'
import type { CodeOf } from '#data/vocabularies.ts'
import { askRows, longLived } from '#web/api/ask.ts'
import type { Issue } from '#web/api/committee-queries.ts'
import type { Row } from '#web/api/features.ts'

/** A heading, clause or group of clauses of the Guidelines. */
export interface Clause extends Row {
  readonly clause_id: string
  readonly clause: string | null
  readonly kind: CodeOf<'clause_kind'>
  /** Codes joined by semicolons. */
  readonly issues: string | null
  readonly version: CodeOf<'guideline_version'>
  readonly heading_en: string
  readonly heading_zh: string
  readonly text_en: string | null
  readonly text_zh: string | null
  readonly map_shows_en: string | null
  readonly map_shows_zh: string | null
  readonly map_hides_en: string | null
  readonly map_hides_zh: string | null
  readonly verified: CodeOf<'verified'>
  readonly source: string
}

export interface Incident extends Row {
  readonly incident_id: string
  readonly title_en: string
  readonly title_zh: string | null
  readonly event_date: string
  readonly incident_type: CodeOf<'incident_type'>
  readonly issue: Issue | null
  readonly severity: CodeOf<'severity'>
  readonly link_basis: CodeOf<'link_basis'>
  readonly mine_id: string | null
  readonly iso3: string
  readonly region_id: CodeOf<'region'>
  readonly verification: CodeOf<'verification'>
  readonly n_sources: number | null
  readonly source: string
  readonly fatalities: number | null
}

export const clausesQuery = () =>
  queryOptions({
    queryKey: ['rows', 'guideline_clauses'],
    queryFn: async ({ signal }) =>
      (await askRows({ collection: 'guideline_clauses', query: {} }, signal)) as unknown as readonly Clause[],
    ...longLived,
  })

/** Every incident report that may be shown, newest first. */
export const incidentReportsQuery = () =>
  queryOptions({
    queryKey: ['rows', 'incident_reports', 'newest'],
    queryFn: async ({ signal }) => {
      const rows = (await askRows({ collection: 'incident_reports', query: {} }, signal)) as unknown as Incident[]
      return rows.sort((a, b) => (a.event_date < b.event_date ? 1 : -1)) as readonly Incident[]
    },
    ...longLived,
  })

/** What an issue's clauses are: those that name it, headings first. */
export const clausesOf = (clauses: readonly Clause[], issue: Issue): readonly Clause[] =>
  clauses
    .filter(({ issues }) => issues?.split(';').includes(issue))
    .sort((a, b) => (a.clause_id < b.clause_id ? -1 : 1))
