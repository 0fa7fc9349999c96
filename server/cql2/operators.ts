/** Comparison operators; the same in CQL2 and SQL. */
export const comparisonOperators = ['=', '<>', '<', '>', '<=', '>='] as const
export type ComparisonOperator = (typeof comparisonOperators)[number]

export const arithmeticOperators = ['+', '-', '*', '/', '%', 'div', '^'] as const
export type ArithmeticOperator = (typeof arithmeticOperators)[number]

/** Spatial relation of CQL2 -> function of DuckDB (GEOS, DE-9IM). */
export const spatialRelations = {
  s_intersects: 'st_intersects',
  s_equals: 'st_equals',
  s_disjoint: 'st_disjoint',
  s_touches: 'st_touches',
  s_within: 'st_within',
  s_overlaps: 'st_overlaps',
  s_crosses: 'st_crosses',
  s_contains: 'st_contains',
} as const
export type SpatialRelation = keyof typeof spatialRelations

/** An end of the first or second operand of a temporal relation. */
export type EndName = 'start1' | 'end1' | 'start2' | 'end2'
type Condition = readonly [EndName, ComparisonOperator, EndName]
interface Definition {
  /** All of them hold, of closed intervals [start, end]. */
  readonly all: readonly Condition[]
  /** Defined between two intervals only; an instant is a client error (OGC 21-065r2, 7.8). */
  readonly isForIntervals: boolean
}

const both = (...all: Condition[]): Definition => ({ all, isForIntervals: true })
const any = (...all: Condition[]): Definition => ({ all, isForIntervals: false })

/** Temporal relations by the Time Ontology in OWL; `t_disjoint` is what `t_intersects` is not. */
export const temporalRelations = {
  t_after: any(['start1', '>', 'end2']),
  t_before: any(['end1', '<', 'start2']),
  t_equals: any(['start1', '=', 'start2'], ['end1', '=', 'end2']),
  t_intersects: any(['start1', '<=', 'end2'], ['end1', '>=', 'start2']),
  t_disjoint: any(['start1', '<=', 'end2'], ['end1', '>=', 'start2']),
  t_contains: both(['start1', '<', 'start2'], ['end1', '>', 'end2']),
  t_during: both(['start1', '>', 'start2'], ['end1', '<', 'end2']),
  t_finishedby: both(['start1', '<', 'start2'], ['end1', '=', 'end2']),
  t_finishes: both(['start1', '>', 'start2'], ['end1', '=', 'end2']),
  t_meets: both(['end1', '=', 'start2']),
  t_metby: both(['start1', '=', 'end2']),
  t_overlappedby: both(['start1', '>', 'start2'], ['start1', '<', 'end2'], ['end1', '>', 'end2']),
  t_overlaps: both(['start1', '<', 'start2'], ['end1', '>', 'start2'], ['end1', '<', 'end2']),
  t_startedby: both(['start1', '=', 'start2'], ['end1', '>', 'end2']),
  t_starts: both(['start1', '=', 'start2'], ['end1', '<', 'end2']),
} as const satisfies Readonly<Record<string, Definition>>
export type TemporalRelation = keyof typeof temporalRelations

export const arrayRelations = ['a_equals', 'a_contains', 'a_containedby', 'a_overlaps'] as const
export type ArrayRelation = (typeof arrayRelations)[number]

/** Names of a fixed table, looked up without regard to case; `undefined` for every other text. */
export function named<Name extends string>(names: readonly Name[], text: string): Name | undefined {
  const lower = text.toLowerCase()
  return names.find((name) => name === lower)
}

export const spatialNames = Object.keys(spatialRelations) as SpatialRelation[]
export const temporalNames = Object.keys(temporalRelations) as TemporalRelation[]
/** Every function that a filter may call; no other name is ever evaluated. */
export const functionNames: readonly string[] = [
  'casei',
  'accenti',
  ...spatialNames,
  's_dwithin',
  ...temporalNames,
  ...arrayRelations,
]
