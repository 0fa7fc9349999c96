import type { Arithmetic, NumberLiteral, Scalar } from '#server/cql2/ast.ts'
import type { Scope } from '#server/cql2/compile-scope.ts'
import { Cql2Error, excerpt } from '#server/cql2/error.ts'
import { instantKind } from '#server/cql2/instant.ts'
import { wordsFor } from '#server/cql2/operand.ts'
import type { ArithmeticOperator } from '#server/cql2/operators.ts'

export type ScalarType = 'string' | 'number' | 'boolean' | 'date' | 'timestamp'

const described = (node: Scalar): string => (node.kind === 'property' ? excerpt(node.name) : wordsFor(node))
const withArticle = (type: string): string => `a ${type}`

/**
 * The type of a value, and a check of the parts it is made of.
 * @throws Cql2Error when it is not a single value, or an operator gets what it can't take
 */
export function typeOf(node: Scalar, scope: Scope): ScalarType {
  switch (node.kind) {
    case 'property': {
      const { type } = scope.queryable(node)
      if (type === 'geometry')
        throw new Cql2Error(`${excerpt(node.name)} is a geometry; use a spatial function`, node.place)
      if (type !== 'list') return type
      const hint = `A_CONTAINS(${node.name}, ('...'))`
      throw new Cql2Error(`${excerpt(node.name)} is a list; use an array function, as in ${hint}`, node.place)
    }
    case 'casei':
    case 'accenti':
      expectType(node.operand, 'string', node.kind.toUpperCase(), scope)
      return 'string'
    case 'arithmetic':
      for (const side of [node.left, node.right]) expectType(side, 'number', excerpt(node.operator), scope)
      return 'number'
    default:
      return node.kind
  }
}

function expectType(node: Scalar, expected: ScalarType, operator: string, scope: Scope): void {
  const type = typeOf(node, scope)
  if (type === expected) return
  throw new Cql2Error(
    `${operator} takes ${withArticle(expected)}, and ${described(node)} is ${withArticle(type)}`,
    node.place,
  )
}

const isTemporal = (type: ScalarType): boolean => type === 'date' || type === 'timestamp'

/** A string that is an instant counts as one beside dates, as the standard's tests for IN have it. */
function typeBeside(node: Scalar, own: ScalarType, hasTemporal: boolean): ScalarType {
  if (!hasTemporal || node.kind !== 'string') return own
  return instantKind(node.value) ?? own
}

/** The one type that all of them are compared in: a date beside a timestamp is its midnight in UTC. */
function sharedType(nodes: readonly Scalar[], scope: Scope): ScalarType {
  const own = nodes.map((node) => typeOf(node, scope))
  const hasTemporal = own.some(isTemporal)
  const types = nodes.map((node, index) => typeBeside(node, own[index] as ScalarType, hasTemporal))
  const anchor = Math.max(
    0,
    nodes.findIndex(({ kind }) => kind === 'property'),
  )
  const expected = types[anchor] as ScalarType
  for (const [index, type] of types.entries()) {
    if (type === expected || (isTemporal(type) && isTemporal(expected))) continue
    const [node, other] = [nodes[index] as Scalar, nodes[anchor] as Scalar]
    const fault = `${described(other)} is ${withArticle(expected)} and can't be compared with ${withArticle(type)}`
    throw new Cql2Error(fault, node.place)
  }
  return types.includes('timestamp') ? 'timestamp' : expected
}

/**
 * Values that are compared with each other, as SQL of one type.
 * @throws Cql2Error at the first whose type differs
 */
export function compileAlike(nodes: readonly Scalar[], scope: Scope): { sql: string[]; type: ScalarType } {
  const type = sharedType(nodes, scope)
  return { sql: nodes.map((node) => compileAs(node, type, scope)), type }
}

function compileAs(node: Scalar, type: ScalarType, scope: Scope): string {
  if (node.kind === 'string' && isTemporal(type)) return bindInstant(node.value, type as 'date' | 'timestamp', scope)
  const sql = compileScalar(node, scope)
  return type === 'timestamp' && typeOf(node, scope) === 'date' ? `cast(${sql} as timestamp)` : sql
}

/** An instant as a parameter; DuckDB keeps microseconds and no zone, and every instant here is in UTC. */
export function bindInstant(text: string, type: 'date' | 'timestamp', scope: Scope): string {
  if (type === 'date') return scope.bind(text, 'date')
  if (instantKind(text) === 'date') return `cast(${scope.bind(text, 'date')} as timestamp)`
  return scope.bind(text.toUpperCase().replace(/(\.\d{1,6})\d*Z$|Z$/, '$1'), 'timestamp')
}

const strokeFrom = 'ØøŁłĐđĦħŦŧ'
const strokeTo = 'OoLlDdHhTt'

/**
 * Case folding: up and down again, so that letters with two small forms meet (σ and ς). Of the letters that fold to
 * several, ß becomes ss; the dotless ı of Turkish meets i.
 */
const caseFolded = (sql: string): string => `replace(lower(upper(${sql})), 'ß', 'ss')`
/** Letters without their marks; strokes count as marks, as in the standard's tests (København = Kobenhavn). */
const withoutAccents = (sql: string): string => `translate(strip_accents(${sql}), '${strokeFrom}', '${strokeTo}')`

/**
 * A value as SQL. Call `typeOf` first: this trusts the types.
 */
export function compileScalar(node: Scalar, scope: Scope): string {
  switch (node.kind) {
    case 'property':
      return scope.queryable(node).sql
    case 'string':
      return scope.bind(node.value, 'varchar')
    case 'boolean':
      return scope.bind(node.value, 'boolean')
    case 'number':
      return bindNumber(node, scope)
    case 'date':
    case 'timestamp':
      return bindInstant(node.value, node.kind, scope)
    case 'casei':
      return caseFolded(compileScalar(node.operand, scope))
    case 'accenti':
      return withoutAccents(compileScalar(node.operand, scope))
    case 'arithmetic':
      return compileArithmetic(node, scope)
  }
}

function bindNumber({ value }: NumberLiteral, scope: Scope): string {
  return scope.bind(value, Number.isSafeInteger(value) && !Object.is(value, -0) ? 'bigint' : 'double')
}

type Write = (left: string, right: string) => string
/** All in doubles, so that nothing overflows; a division by zero is NULL. */
const arithmeticSql: Readonly<Record<ArithmeticOperator, Write>> = {
  '+': (left, right) => `(${left} + ${right})`,
  '-': (left, right) => `(${left} - ${right})`,
  '*': (left, right) => `(${left} * ${right})`,
  '/': (left, right) => `(${left} / nullif(${right}, 0))`,
  '%': (left, right) => `(${left} % nullif(${right}, 0))`,
  div: (left, right) => `trunc(${left} / nullif(${right}, 0))`,
  '^': (left, right) => `pow(${left}, ${right})`,
}

function compileNumber(node: Scalar, scope: Scope): string {
  if (node.kind === 'number') return scope.bind(node.value, 'double')
  return node.kind === 'arithmetic' ? compileArithmetic(node, scope) : `cast(${compileScalar(node, scope)} as double)`
}

function compileArithmetic({ operator, left, right }: Arithmetic, scope: Scope): string {
  return arithmeticSql[operator](compileNumber(left, scope), compileNumber(right, scope))
}
