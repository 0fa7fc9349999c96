import type { Interval, Open, Predicate, Temporal } from '#server/cql2/ast.ts'
import { bindInstant } from '#server/cql2/compile-scalar.ts'
import type { Scope } from '#server/cql2/compile-scope.ts'
import { Cql2Error, excerpt } from '#server/cql2/error.ts'
import { millisecondsOf } from '#server/cql2/instant.ts'
import { type EndName, temporalRelations } from '#server/cql2/operators.ts'

type TemporalPredicate = Extract<Predicate, { kind: 'temporal' }>
type End = Interval['start']
type Granularity = 'date' | 'timestamp'
/** Both ends of an operand; of an instant they are the same. */
interface Range {
  readonly start: End
  readonly end: End
}

/** Every column with a time holds days; a timestamp comes from a literal only. */
function granularityOf(end: End, scope: Scope): Granularity {
  if (end.kind !== 'property') return end.kind === 'timestamp' ? 'timestamp' : 'date'
  const { type } = scope.queryable(end)
  if (type !== 'date') throw new Cql2Error(`${excerpt(end.name)} is a ${type}, not a date`, end.place)
  return 'date'
}

function checkInterval({ start, end, place }: Interval): void {
  const isLiteral = (bound: End) => bound.kind === 'date' || bound.kind === 'timestamp'
  if (!isLiteral(start) || !isLiteral(end)) return
  if (start.kind !== end.kind)
    throw new Cql2Error('an interval has two dates or two timestamps, not one of each', place)
  if ('value' in start && 'value' in end && millisecondsOf(start.value) > millisecondsOf(end.value)) {
    throw new Cql2Error('the interval ends before it starts', place)
  }
}

function rangeOf(operand: Temporal): Range {
  if (operand.kind !== 'interval') return { start: operand, end: operand }
  checkInterval(operand)
  return operand
}

function compileBound(bound: Exclude<End, Open>, granularity: Granularity, scope: Scope): string {
  if (bound.kind !== 'property') return bindInstant(bound.value, granularity, scope)
  const { sql } = scope.queryable(bound)
  return granularity === 'date' ? sql : `cast(${sql} as timestamp)`
}

/** Ends by name, each compiled when a relation first asks for it: a value that no condition names must not be bound. */
function lazyEnds(bounds: Readonly<Record<EndName, End>>, granularity: Granularity, scope: Scope) {
  const compiled = new Map<End, string>()
  return (name: EndName): string => {
    const bound = bounds[name]
    if (bound.kind === 'open') return `cast('${name.startsWith('start') ? '-' : ''}infinity' as ${granularity})`
    const sql = compiled.get(bound) ?? compileBound(bound, granularity, scope)
    compiled.set(bound, sql)
    return sql
  }
}

function refuseInstant(operand: Temporal, relation: string): void {
  if (operand.kind === 'interval') return
  const name = operand.kind === 'property' ? excerpt(operand.name) : 'this'
  const hint = 'use T_INTERSECTS, or make it an interval of two dates'
  throw new Cql2Error(
    `${relation.toUpperCase()} compares two intervals, and ${name} is an instant; ${hint}`,
    operand.place,
  )
}

/**
 * A relation in time as comparisons of the ends, by the Time Ontology in OWL; intervals are closed, `..` is infinite.
 * A day beside a timestamp is its midnight in UTC.
 * @throws Cql2Error for an instant where the standard asks for intervals, or a property that is no date
 */
export function compileTemporal({ relation, left, right }: TemporalPredicate, scope: Scope): string {
  const { all, isForIntervals } = temporalRelations[relation]
  if (isForIntervals) for (const operand of [left, right]) refuseInstant(operand, relation)
  const [first, second] = [rangeOf(left), rangeOf(right)]
  const bounds = { start1: first.start, end1: first.end, start2: second.start, end2: second.end }
  const granularities = Object.values(bounds).map((bound) => granularityOf(bound, scope))
  const end = lazyEnds(bounds, granularities.includes('timestamp') ? 'timestamp' : 'date', scope)
  const sql = `(${all.map(([a, operator, b]) => `${end(a)} ${operator} ${end(b)}`).join(' and ')})`
  return relation === 't_disjoint' ? `(not ${sql})` : sql
}
