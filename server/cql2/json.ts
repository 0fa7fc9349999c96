import { type Cql2, limits, measured, type Operand } from '#server/cql2/ast.ts'
import { Cql2Error } from '#server/cql2/error.ts'
import { Budget, isObject, itemsOf, member } from '#server/cql2/json-budget.ts'
import { readInstantObject, readInterval, readSpatialLiteral } from '#server/cql2/json-literals.ts'
import { buildOperation } from '#server/cql2/json-operations.ts'
import { asPredicate, asScalar } from '#server/cql2/operand.ts'

function readOperand(value: unknown, pointer: string, budget: Budget): Operand {
  const place = { pointer }
  if (typeof value === 'string') {
    if (value.length > limits.textBytes) throw new Cql2Error('a string is too long', place)
    return { kind: 'string', value, place }
  }
  if (typeof value === 'boolean') return { kind: 'boolean', value, place }
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new Cql2Error('a number must be finite', place)
    return { kind: 'number', value, place }
  }
  if (Array.isArray(value)) throw new Cql2Error('a list can stand only after IN and in array functions', place)
  if (!isObject(value)) throw new Cql2Error('expected a CQL2 expression', place)
  return readObject(value, pointer, budget)
}

function readObject(value: Readonly<Record<string, unknown>>, pointer: string, budget: Budget): Operand {
  const place = { pointer }
  if (member(value, 'op') !== undefined) return readOperation(value, pointer, budget)
  const name = member(value, 'property')
  if (typeof name === 'string') return { kind: 'property', name, place: { pointer: `${pointer}/property` } }
  if (member(value, 'date') !== undefined || member(value, 'timestamp') !== undefined) {
    return readInstantObject(value, pointer)
  }
  if (member(value, 'interval') !== undefined) return readInterval(value, pointer)
  if (member(value, 'type') !== undefined || member(value, 'bbox') !== undefined) {
    return readSpatialLiteral(value, pointer, budget)
  }
  throw new Cql2Error(
    'expected an object with "op", "property", "date", "timestamp", "interval", "bbox" or "type"',
    place,
  )
}

function readOperation(value: Readonly<Record<string, unknown>>, pointer: string, budget: Budget): Operand {
  const op = member(value, 'op')
  if (typeof op !== 'string') throw new Cql2Error('"op" must be a string', { pointer: `${pointer}/op` })
  const at = `${pointer}/args`
  const args = itemsOf(member(value, 'args'), at, '"args" must be a list')
  return budget.nested(pointer, () => {
    const operands = args.map((arg, index) => readArgument(arg, `${at}/${index}`, budget))
    return buildOperation(op, operands, pointer)
  })
}

/** An argument; a list of them becomes one operand of its own. */
function readArgument(arg: unknown, pointer: string, budget: Budget): Operand {
  budget.countNode(pointer)
  if (!Array.isArray(arg)) return readOperand(arg, pointer, budget)
  const items = arg.map((item: unknown, index) => {
    budget.countNode(`${pointer}/${index}`)
    return asScalar(readOperand(item, `${pointer}/${index}`, budget))
  })
  return { kind: 'array', items, place: { pointer } }
}

/**
 * Read a filter in the JSON encoding of CQL2 (OGC 21-065r2, schema `cql2.json`): the same tree as the text encoding
 * gives.
 * @param value a parsed JSON value, of any depth and size
 * @throws Cql2Error with the JSON pointer of the part it stumbled over
 * @example parseCql2Json({ op: '>=', args: [{ property: 'fatalities' }, 3] })
 */
export function parseCql2Json(value: unknown): Cql2 {
  return measured(asPredicate(readOperand(value, '', new Budget())))
}

/**
 * The same from the text of a query parameter or request body, at most 1 MB.
 * @throws Cql2Error also when the text is no JSON
 */
export function parseCql2JsonText(text: string): Cql2 {
  if (Buffer.byteLength(text) > limits.jsonBytes)
    throw new Cql2Error(`the filter is longer than ${limits.jsonBytes} bytes`)
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    throw new Cql2Error('the filter is not valid JSON')
  }
  return parseCql2Json(value)
}
