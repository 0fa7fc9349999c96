import type { Box, GeometryLiteral, Instant, Interval, NumberLiteral, Open, Property } from '#server/cql2/ast.ts'
import { Cql2Error, excerpt } from '#server/cql2/error.ts'
import {
  coordinateDepth,
  faultOf,
  type Geometry,
  maxCollectionDepth,
  type Position,
  type SimpleType,
} from '#server/cql2/geometry.ts'
import { cornersOf, instantOf } from '#server/cql2/literals.ts'
import type { Cursor } from '#server/cql2/text-cursor.ts'

const simpleTypes = Object.keys(coordinateDepth) as SimpleType[]

/** A number with an optional sign. @throws Cql2Error when it is none or not finite */
export function readNumber(cursor: Cursor): NumberLiteral {
  const place = cursor.place()
  const sign = cursor.skip('-') ? -1 : 1
  if (sign === 1) cursor.skip('+')
  const token = cursor.peek()
  if (token.kind !== 'number') throw cursor.unexpected('expected a number')
  const value = sign * Number(cursor.take().text)
  if (!Number.isFinite(value)) throw new Cql2Error(`the number ${excerpt(token.text)} is too large`, place)
  return { kind: 'number', value, place }
}

function readPosition(cursor: Cursor): Position {
  cursor.countVertex()
  const [first, second] = [readNumber(cursor).value, readNumber(cursor).value]
  if (!cursor.is(',') && !cursor.is(')')) readNumber(cursor)
  return [first, second]
}

/** Standard well-known text brackets each point of a MULTIPOINT; older text, and the standard's own tests, do not. */
function readMember(cursor: Cursor): Position {
  if (!cursor.skip('(')) return readPosition(cursor)
  const position = readPosition(cursor)
  cursor.expect(')')
  return position
}

function readPositions(cursor: Cursor, type: SimpleType): Position[] {
  const place = cursor.place()
  const positions = cursor.list(() => (type === 'MultiPoint' ? readMember(cursor) : readPosition(cursor)))
  const fault = faultOf(type)(positions)
  if (fault !== undefined) throw new Cql2Error(fault, place)
  return positions
}

function readSimple(cursor: Cursor, type: SimpleType): Geometry {
  if (type === 'Point') {
    cursor.expect('(')
    const coordinates = readPosition(cursor)
    cursor.expect(')')
    return { type, coordinates }
  }
  const line = () => readPositions(cursor, type)
  if (type === 'MultiPoint' || type === 'LineString') return { type, coordinates: line() }
  if (type === 'MultiPolygon') return { type, coordinates: cursor.list(() => cursor.list(line)) }
  return { type, coordinates: cursor.list(line) }
}

function readGeometry(cursor: Cursor, collections: number): Geometry {
  const { value: name, position } = cursor.peek()
  const type = simpleTypes.find((simple) => simple.toUpperCase() === name)
  if (type === undefined && name !== 'GEOMETRYCOLLECTION') throw cursor.unexpected('expected a geometry')
  cursor.take()
  cursor.skip('Z')
  if (type !== undefined) return readSimple(cursor, type)
  if (collections >= maxCollectionDepth) {
    throw new Cql2Error(`collections are nested more than ${maxCollectionDepth} deep`, { position })
  }
  return { type: 'GeometryCollection', geometries: cursor.list(() => readGeometry(cursor, collections + 1)) }
}

/** Well-known text of Simple Features, as the BNF rule `spatialInstance` gives it. @throws Cql2Error where it is not */
export function readGeometryLiteral(cursor: Cursor): GeometryLiteral {
  const place = cursor.place()
  return { kind: 'geometry', geometry: readGeometry(cursor, 0), place }
}

/** BBOX(...) @throws Cql2Error unless it has 4 or 6 numbers */
export function readBox(cursor: Cursor): Box {
  const place = cursor.place()
  cursor.expect('BBOX')
  const corners = cornersOf(cursor.list(() => readNumber(cursor).value))
  if (corners === undefined) throw new Cql2Error('a box has 4 numbers, or 6 with heights', place)
  return { kind: 'bbox', corners, place }
}

/** DATE('...') or TIMESTAMP('...') */
export function readInstant(cursor: Cursor): Instant {
  const kind = cursor.take().value === 'DATE' ? 'date' : 'timestamp'
  cursor.expect('(')
  const token = cursor.peek()
  if (token.kind !== 'string') throw cursor.unexpected(`expected a ${kind} in single quotes`)
  cursor.take()
  cursor.expect(')')
  return instantOf(token.value, { position: token.position }, kind)
}

function readEnd(cursor: Cursor): Property | Instant | Open {
  const { kind, text, value, position } = cursor.peek()
  const place = { position }
  if (kind === 'word' || kind === 'quoted') {
    cursor.take()
    return { kind: 'property', name: kind === 'word' ? text : value, place }
  }
  if (kind !== 'string') throw cursor.unexpected("expected a date, a timestamp, '..' or a property")
  cursor.take()
  return value === '..' ? { kind: 'open', place } : instantOf(value, place)
}

/** INTERVAL(start, end) */
export function readInterval(cursor: Cursor): Interval {
  const place = cursor.place()
  cursor.expect('INTERVAL')
  cursor.expect('(')
  const start = readEnd(cursor)
  cursor.expect(',')
  const end = readEnd(cursor)
  cursor.expect(')')
  return { kind: 'interval', start, end, place }
}
