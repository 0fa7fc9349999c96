import { type Cql2, limits, measured, type Operand, type Predicate, type Scalar } from '#server/cql2/ast.ts'
import { Cql2Error, excerpt } from '#server/cql2/error.ts'
import { asPredicate, asScalar } from '#server/cql2/operand.ts'
import { type ArithmeticOperator, comparisonOperators, functionNames } from '#server/cql2/operators.ts'
import { readCall } from '#server/cql2/text-calls.ts'
import { Cursor } from '#server/cql2/text-cursor.ts'
import { readNumber } from '#server/cql2/text-literals.ts'
import { tokensOf } from '#server/cql2/text-tokens.ts'

const keywords = new Set(['AND', 'OR', 'NOT', 'LIKE', 'BETWEEN', 'IN', 'IS', 'NULL', 'DIV'])

/** Operands joined by AND or by OR, as one flat node: a long chain is not a deep tree. */
function readJoined(cursor: Cursor, word: 'AND' | 'OR', read: (cursor: Cursor) => Operand): Operand {
  const first = read(cursor)
  if (!cursor.is(word)) return first
  const operands: Predicate[] = [asPredicate(first)]
  while (cursor.skip(word)) operands.push(asPredicate(read(cursor)))
  return { kind: word === 'AND' ? 'and' : 'or', operands, place: first.place }
}

/** Any expression; what may stand where is for the caller to ask for (`asPredicate`, `asScalar` ...). */
function readExpression(cursor: Cursor): Operand {
  return readJoined(cursor, 'OR', (inner) => readJoined(inner, 'AND', readFactor))
}

function readFactor(cursor: Cursor): Operand {
  const place = cursor.place()
  if (!cursor.skip('NOT')) return readPredicate(cursor)
  const operand = cursor.nested(() => asPredicate(readPredicate(cursor)))
  return { kind: 'not', operand, place }
}

function readPredicate(cursor: Cursor): Operand {
  const left = readSum(cursor)
  const { place } = left
  const operator = comparisonOperators.find((symbol) => cursor.is(symbol))
  if (operator !== undefined) {
    cursor.take()
    return { kind: 'comparison', operator, left: asScalar(left), right: asScalar(readSum(cursor)), place }
  }
  if (cursor.skip('IS')) {
    const isNegated = cursor.skip('NOT')
    cursor.expect('NULL')
    return negatedIf(isNegated, { kind: 'isNull', operand: left, place })
  }
  const isNegated = cursor.is('NOT') && ['LIKE', 'BETWEEN', 'IN'].some((word) => cursor.is(word, 1))
  if (isNegated) cursor.take()
  const predicate = readAdvanced(cursor, left)
  return predicate === undefined ? left : negatedIf(isNegated, predicate)
}

function negatedIf(isNegated: boolean, operand: Predicate): Predicate {
  return isNegated ? { kind: 'not', operand, place: operand.place } : operand
}

function readAdvanced(cursor: Cursor, left: Operand): Predicate | undefined {
  const { place } = left
  if (cursor.skip('LIKE')) {
    return { kind: 'like', value: asScalar(left), pattern: asScalar(readSum(cursor)), place }
  }
  if (cursor.skip('BETWEEN')) {
    const low = asScalar(readSum(cursor))
    cursor.expect('AND')
    return { kind: 'between', value: asScalar(left), low, high: asScalar(readSum(cursor)), place }
  }
  if (!cursor.skip('IN')) return undefined
  return { kind: 'in', value: asScalar(left), list: cursor.list(() => asScalar(readSum(cursor))), place }
}

function arithmetic(operator: ArithmeticOperator, left: Operand, right: Operand): Scalar {
  return { kind: 'arithmetic', operator, left: asScalar(left), right: asScalar(right), place: left.place }
}

function readChain(
  cursor: Cursor,
  operators: readonly ArithmeticOperator[],
  read: (cursor: Cursor) => Operand,
): Operand {
  let left = read(cursor)
  for (;;) {
    const operator = operators.find((symbol) => cursor.is(symbol.toUpperCase()))
    if (operator === undefined) return left
    cursor.take()
    left = arithmetic(operator, left, read(cursor))
  }
}

function readSum(cursor: Cursor): Operand {
  return readChain(cursor, ['+', '-'], (sum) => readChain(sum, ['*', '/', '%', 'div'], readPower))
}

function readPower(cursor: Cursor): Operand {
  const base = readSigned(cursor)
  return cursor.skip('^') ? arithmetic('^', base, readSigned(cursor)) : base
}

function readSigned(cursor: Cursor): Operand {
  const isSigned = cursor.is('-') || cursor.is('+')
  if (cursor.peek(isSigned ? 1 : 0).kind === 'number') return readNumber(cursor)
  if (!cursor.is('-')) return readPrimary(cursor)
  const { place } = readMinus(cursor)
  return arithmetic('*', { kind: 'number', value: -1, place }, readPrimary(cursor))
}

function readMinus(cursor: Cursor) {
  const place = cursor.place()
  cursor.expect('-')
  const { kind } = cursor.peek()
  if (kind !== 'word' && kind !== 'quoted') throw cursor.unexpected('a minus sign goes before a number or a property')
  return { place }
}

function readPrimary(cursor: Cursor): Operand {
  const { kind, value, text, position } = cursor.peek()
  const place = { position }
  if (cursor.skip('(')) {
    const inner = cursor.nested(() => readExpression(cursor))
    cursor.expect(')')
    return inner
  }
  if (kind === 'string' || kind === 'quoted') {
    cursor.take()
    return kind === 'string' ? { kind, value, place } : { kind: 'property', name: value, place }
  }
  if (kind !== 'word' || keywords.has(value)) throw cursor.unexpected()
  const call = readCall(cursor, readSum)
  if (call !== undefined) return call
  cursor.take()
  if (value === 'TRUE' || value === 'FALSE') return { kind: 'boolean', value: value === 'TRUE', place }
  if (cursor.is('(')) {
    throw new Cql2Error(`unknown function ${excerpt(text)} (known are ${functionNames.join(', ')})`, place)
  }
  return { kind: 'property', name: text, place }
}

/**
 * Read a filter in the text encoding of CQL2 (OGC 21-065r2, grammar of annex B). Which properties exist and which
 * types fit is for `compileCql2` to say.
 * @param text at most 4 KB; its geometries at most 10,000 positions, its tree at most 200 nodes and 16 deep
 * @throws Cql2Error with the offset of the character it stumbled over
 * @example parseCql2Text("fatalities >= 3 AND event_date > DATE('2020-01-01') AND S_INTERSECTS(geometry, BBOX(95,5,110,25))")
 */
export function parseCql2Text(text: string): Cql2 {
  if (Buffer.byteLength(text) > limits.textBytes) {
    throw new Cql2Error(`the filter is longer than ${limits.textBytes} bytes`, { position: 0 })
  }
  const cursor = new Cursor(tokensOf(text))
  const expression = readExpression(cursor)
  if (cursor.peek().kind !== 'end') throw cursor.unexpected()
  return measured(asPredicate(expression))
}
