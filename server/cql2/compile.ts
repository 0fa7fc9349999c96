import { type Cql2, measured, type Operand, type Predicate, type Scalar } from '#server/cql2/ast.ts'
import { compileArrays } from '#server/cql2/compile-array.ts'
import { compileDistance } from '#server/cql2/compile-distance.ts'
import { compileAlike, compileScalar, typeOf } from '#server/cql2/compile-scalar.ts'
import { Scope } from '#server/cql2/compile-scope.ts'
import { compileGeometry, compileSpatial } from '#server/cql2/compile-spatial.ts'
import { compileTemporal } from '#server/cql2/compile-temporal.ts'
import type { FilterCrs } from '#server/cql2/crs.ts'
import { Cql2Error } from '#server/cql2/error.ts'
import { wordsFor } from '#server/cql2/operand.ts'
import type { Queryables } from '#server/cql2/queryables.ts'
import type { BoundParameter } from '#server/engine/engine.ts'

export interface CompileOptions {
  /** Of the geometries in the filter; longitude and latitude unless stated. */
  readonly filterCrs?: FilterCrs
  /** Names of the parameters: `f` gives $f1, $f2 ... Two filters of one statement need two prefixes. */
  readonly prefix?: string
}

/** A condition for `where`, and the values it names. */
export interface CompiledFilter {
  readonly sql: string
  readonly parameters: Readonly<Record<string, BoundParameter>>
}

type Of<Kind extends Predicate['kind']> = Extract<Predicate, { kind: Kind }>

/**
 * `%` and `_` are wild and `\` escapes, as in SQL; a backslash before any other character, or at the end, is made one
 * that DuckDB takes.
 */
function likePattern(text: string): string {
  return text.replaceAll(/\\([%_\\])|\\(.)|\\$/gsu, (all, wild?: string, plain?: string) => {
    if (wild !== undefined) return all
    return plain ?? '\\\\'
  })
}

function asPattern(node: Scalar): Scalar {
  if (node.kind === 'string') return { ...node, value: likePattern(node.value) }
  if (node.kind === 'casei' || node.kind === 'accenti') return { ...node, operand: asPattern(node.operand) }
  throw new Cql2Error(`LIKE takes a pattern in quotes, not ${wordsFor(node)}`, node.place)
}

function compileLike({ value, pattern }: Of<'like'>, scope: Scope): string {
  const type = typeOf(value, scope)
  if (type !== 'string') throw new Cql2Error(`LIKE compares strings, and this is a ${type}`, value.place)
  return `(${compileScalar(value, scope)} like ${compileScalar(asPattern(pattern), scope)} escape '\\')`
}

function compileBetween({ value, low, high }: Of<'between'>, scope: Scope): string {
  const { sql, type } = compileAlike([value, low, high], scope)
  if (type === 'string' || type === 'boolean') {
    throw new Cql2Error(`BETWEEN compares numbers or dates, and this is a ${type}`, value.place)
  }
  return `(${sql[0]} between ${sql[1]} and ${sql[2]})`
}

function compileIn({ value, list }: Of<'in'>, scope: Scope): string {
  if (list.length === 0) return `(${compileAlike([value], scope).sql[0]} is null and false)`
  const [first, ...others] = compileAlike([value, ...list], scope).sql
  return `(${first} in (${others.join(', ')}))`
}

function isNullSql(operand: Operand, scope: Scope): string {
  switch (operand.kind) {
    case 'property':
      return `(${scope.queryable(operand).sql} is null)`
    case 'geometry':
    case 'bbox':
      return `(${compileGeometry(operand, scope)} is null)`
    case 'interval': {
      const sql = compileTemporal(
        { kind: 'temporal', relation: 't_equals', left: operand, right: operand, place: operand.place },
        scope,
      )
      return `(${sql} is null)`
    }
    case 'array':
      throw new Cql2Error('a list is never NULL', operand.place)
    case 'string':
    case 'number':
    case 'date':
    case 'timestamp':
    case 'casei':
    case 'accenti':
    case 'arithmetic':
      return `(${compileAlike([operand], scope).sql[0]} is null)`
    default:
      return `(${compilePredicate(operand, scope)} is null)`
  }
}

function compilePredicate(node: Predicate, scope: Scope): string {
  switch (node.kind) {
    case 'boolean':
      return scope.bind(node.value, 'boolean')
    case 'and':
    case 'or':
      return `(${node.operands.map((operand) => compilePredicate(operand, scope)).join(` ${node.kind} `)})`
    case 'not':
      return `(not ${compilePredicate(node.operand, scope)})`
    case 'comparison': {
      const [left, right] = compileAlike([node.left, node.right], scope).sql
      return `(${left} ${node.operator} ${right})`
    }
    case 'like':
      return compileLike(node, scope)
    case 'between':
      return compileBetween(node, scope)
    case 'in':
      return compileIn(node, scope)
    case 'isNull':
      return isNullSql(node.operand, scope)
    case 'spatial':
      return compileSpatial(node, scope)
    case 'dwithin':
      return compileDistance(node, scope)
    case 'temporal':
      return compileTemporal(node, scope)
    case 'arrays':
      return compileArrays(node, scope)
  }
}

/**
 * A filter as SQL for DuckDB with spatial loaded and `geometry_always_xy` on. Names come from `queryables` only,
 * functions from fixed tables, values are bound as $f1, $f2 ... and cast; nothing that the filter's author wrote is
 * part of the text.
 * @throws Cql2Error for an unknown property, types that do not fit, or positions that are not on Earth
 * @example compileCql2(parseCql2Text('fatalities > 2'), queryablesFor(incidentReports)) // { sql: '("fatalities" > cast($f1 as bigint))', ... }
 */
export function compileCql2(
  filter: Cql2,
  queryables: Queryables,
  { filterCrs = 'CRS84', prefix = 'f' }: CompileOptions = {},
): CompiledFilter {
  const scope = new Scope(queryables, filterCrs, prefix)
  const sql = compilePredicate(measured(filter), scope)
  return { sql, parameters: scope.parameters }
}
