import type { Collection, NumberLiteral, Operand, Predicate, Scalar, Spatial, Temporal } from '#server/cql2/ast.ts'
import { Cql2Error, excerpt, type Place } from '#server/cql2/error.ts'
import { asCollection, asPredicate, asScalar, asSpatial, asTemporal, wordsFor } from '#server/cql2/operand.ts'
import {
  arithmeticOperators,
  arrayRelations,
  comparisonOperators,
  functionNames,
  named,
  spatialNames,
  temporalNames,
} from '#server/cql2/operators.ts'

type Operands = readonly Operand[]

/** The operands, when there are as many as the operator takes. */
function exactly<const N extends readonly string[]>(names: N, op: string, operands: Operands, pointer: string) {
  if (operands.length === names.length) return operands as { readonly [K in keyof N]: Operand }
  throw new Cql2Error(`"${op}" takes ${names.length} arguments, not ${operands.length}`, { pointer: `${pointer}/args` })
}

function listOf(operand: Operand): readonly Scalar[] {
  if (operand.kind === 'array') return operand.items
  throw new Cql2Error(`expected a list, not ${wordsFor(operand)}`, operand.place)
}

function numberOf(operand: Operand): NumberLiteral {
  if (operand.kind === 'number') return operand
  throw new Cql2Error(`expected a number, not ${wordsFor(operand)}`, operand.place)
}

function buildLogical(op: string, operands: Operands, pointer: string): Predicate | undefined {
  const place: Place = { pointer }
  if (op === 'and' || op === 'or') {
    if (operands.length < 2) throw new Cql2Error(`"${op}" takes at least 2 arguments`, { pointer: `${pointer}/args` })
    return { kind: op, operands: operands.map(asPredicate), place }
  }
  if (op !== 'not') return undefined
  const [operand] = exactly(['operand'], op, operands, pointer)
  return { kind: op, operand: asPredicate(operand), place }
}

function buildComparison(op: string, operands: Operands, pointer: string): Operand | undefined {
  const place: Place = { pointer }
  const sides = () => {
    const [left, right] = exactly(['left', 'right'], op, operands, pointer)
    return { left: asScalar(left), right: asScalar(right), place }
  }
  const comparison = named(comparisonOperators, op)
  if (comparison !== undefined) return { kind: 'comparison', operator: comparison, ...sides() }
  const arithmetic = named(arithmeticOperators, op)
  return arithmetic === undefined ? undefined : { kind: 'arithmetic', operator: arithmetic, ...sides() }
}

function buildAdvanced(op: string, operands: Operands, pointer: string): Operand | undefined {
  const place: Place = { pointer }
  switch (op) {
    case 'like': {
      const [value, pattern] = exactly(['value', 'pattern'], op, operands, pointer)
      return { kind: 'like', value: asScalar(value), pattern: asScalar(pattern), place }
    }
    case 'between': {
      const [value, low, high] = exactly(['value', 'low', 'high'], op, operands, pointer)
      return { kind: 'between', value: asScalar(value), low: asScalar(low), high: asScalar(high), place }
    }
    case 'in': {
      const [value, list] = exactly(['value', 'list'], op, operands, pointer)
      return { kind: 'in', value: asScalar(value), list: listOf(list), place }
    }
    case 'isnull': {
      const [operand] = exactly(['operand'], op, operands, pointer)
      return { kind: 'isNull', operand, place }
    }
    case 'casei':
    case 'accenti': {
      const [operand] = exactly(['operand'], op, operands, pointer)
      return { kind: op, operand: asScalar(operand), place }
    }
    default:
      return undefined
  }
}

function buildRelation(op: string, operands: Operands, pointer: string): Operand | undefined {
  const place: Place = { pointer }
  if (op === 's_dwithin') {
    const [left, right, distance] = exactly(['left', 'right', 'distance'], op, operands, pointer)
    return { kind: 'dwithin', left: asSpatial(left), right: asSpatial(right), distance: numberOf(distance), place }
  }
  const pair = () => exactly(['left', 'right'], op, operands, pointer)
  const spatial = named(spatialNames, op)
  if (spatial !== undefined) {
    const [left, right] = pair().map(asSpatial) as [Spatial, Spatial]
    return { kind: 'spatial', relation: spatial, left, right, place }
  }
  const temporal = named(temporalNames, op)
  if (temporal !== undefined) {
    const [left, right] = pair().map(asTemporal) as [Temporal, Temporal]
    return { kind: 'temporal', relation: temporal, left, right, place }
  }
  const arrays = named(arrayRelations, op)
  if (arrays === undefined) return undefined
  const [left, right] = pair().map(asCollection) as [Collection, Collection]
  return { kind: 'arrays', relation: arrays, left, right, place }
}

/**
 * One operation of the JSON encoding; its name without regard to case.
 * @throws Cql2Error for an unknown name, a wrong number of arguments or an argument of the wrong sort
 */
export function buildOperation(op: string, operands: Operands, pointer: string): Operand {
  const name = op.toLowerCase()
  const built =
    buildLogical(name, operands, pointer) ??
    buildComparison(name, operands, pointer) ??
    buildAdvanced(name, operands, pointer) ??
    buildRelation(name, operands, pointer)
  if (built !== undefined) return built
  throw new Cql2Error(`unknown operator ${excerpt(op)} (functions are ${functionNames.join(', ')})`, {
    pointer: `${pointer}/op`,
  })
}
