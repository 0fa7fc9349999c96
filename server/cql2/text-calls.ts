import type { Collection, Operand } from '#server/cql2/ast.ts'
import { asCollection, asScalar, asSpatial, asTemporal } from '#server/cql2/operand.ts'
import { arrayRelations, named, spatialNames, temporalNames } from '#server/cql2/operators.ts'
import type { Cursor } from '#server/cql2/text-cursor.ts'
import { readBox, readGeometryLiteral, readInstant, readInterval, readNumber } from '#server/cql2/text-literals.ts'

type Read = (cursor: Cursor) => Operand

const geometryNames = new Set([
  'POINT',
  'MULTIPOINT',
  'LINESTRING',
  'MULTILINESTRING',
  'POLYGON',
  'MULTIPOLYGON',
  'GEOMETRYCOLLECTION',
])

function between<T>(cursor: Cursor, read: () => T): T {
  cursor.take()
  cursor.expect('(')
  const result = cursor.nested(read)
  cursor.expect(')')
  return result
}

function pair<T>(cursor: Cursor, read: () => T): { left: T; right: T } {
  const left = read()
  cursor.expect(',')
  return { left, right: read() }
}

function readCollection(cursor: Cursor, read: Read): Collection {
  const place = cursor.place()
  if (!cursor.is('(')) return asCollection(read(cursor))
  if (!cursor.is(')', 1)) return { kind: 'array', items: cursor.list(() => asScalar(read(cursor))), place }
  cursor.take()
  cursor.take()
  return { kind: 'array', items: [], place }
}

function readRelation(cursor: Cursor, read: Read): Operand | undefined {
  const { value, position } = cursor.peek()
  const place = { position }
  const spatial = named(spatialNames, value)
  if (spatial !== undefined) {
    const operands = between(cursor, () => pair(cursor, () => asSpatial(read(cursor))))
    return { kind: 'spatial', relation: spatial, ...operands, place }
  }
  const temporal = named(temporalNames, value)
  if (temporal !== undefined) {
    const operands = between(cursor, () => pair(cursor, () => asTemporal(read(cursor))))
    return { kind: 'temporal', relation: temporal, ...operands, place }
  }
  const arrays = named(arrayRelations, value)
  if (arrays === undefined) return undefined
  const operands = between(cursor, () => pair(cursor, () => readCollection(cursor, read)))
  return { kind: 'arrays', relation: arrays, ...operands, place }
}

function readDistance(cursor: Cursor, read: Read): Operand {
  const place = cursor.place()
  return between(cursor, () => {
    const operands = pair(cursor, () => asSpatial(read(cursor)))
    cursor.expect(',')
    return { kind: 'dwithin', ...operands, distance: readNumber(cursor), place }
  })
}

function isCall(cursor: Cursor): boolean {
  return cursor.is('(', 1) || (geometryNames.has(cursor.peek().value) && cursor.is('Z', 1) && cursor.is('(', 2))
}

/**
 * A function of the fixed table or a literal that is written like one; `undefined` when the next word is neither.
 * @param read reads one operand; passed in, because operands are calls as well
 */
export function readCall(cursor: Cursor, read: Read): Operand | undefined {
  const { value, position } = cursor.peek()
  if (!isCall(cursor)) return undefined
  if (geometryNames.has(value)) return readGeometryLiteral(cursor)
  switch (value) {
    case 'BBOX':
      return readBox(cursor)
    case 'DATE':
    case 'TIMESTAMP':
      return readInstant(cursor)
    case 'INTERVAL':
      return readInterval(cursor)
    case 'CASEI':
    case 'ACCENTI': {
      const operand = between(cursor, () => asScalar(read(cursor)))
      return { kind: value === 'CASEI' ? 'casei' : 'accenti', operand, place: { position } }
    }
    case 'S_DWITHIN':
      return readDistance(cursor, read)
    default:
      return readRelation(cursor, read)
  }
}
