import type { Box, GeometryLiteral, Instant, Interval, Open, Property } from '#server/cql2/ast.ts'
import { Cql2Error } from '#server/cql2/error.ts'
import {
  coordinateDepth,
  faultOf,
  type Geometry,
  maxCollectionDepth,
  type Position,
  type SimpleType,
} from '#server/cql2/geometry.ts'
import { type Budget, isObject, itemsOf, member } from '#server/cql2/json-budget.ts'
import { cornersOf, instantOf } from '#server/cql2/literals.ts'

type Members = Readonly<Record<string, unknown>>

function readNumber(value: unknown, pointer: string): number {
  if (typeof value === 'number' && Number.isFinite(value)) return value
  throw new Cql2Error('expected a finite number', { pointer })
}

function readPosition(value: unknown, pointer: string, budget: Budget): Position {
  budget.countVertex(pointer)
  const numbers = itemsOf(value, pointer, 'expected a position: a list of 2 or 3 numbers')
  if (numbers.length < 2 || numbers.length > 3) throw new Cql2Error('a position has 2 or 3 numbers', { pointer })
  const [first, second] = numbers.map((number, axis) => readNumber(number, `${pointer}/${axis}`))
  return [first as number, second as number]
}

type Nested = Position | Nested[]

function readNested(value: unknown, pointer: string, depth: number, type: SimpleType, budget: Budget): Nested {
  if (depth === 0) return readPosition(value, pointer, budget)
  const items = itemsOf(value, pointer, 'expected a list of positions')
  if (items.length === 0) throw new Cql2Error('a geometry must not be empty', { pointer })
  const parts = items.map((item, index) => readNested(item, `${pointer}/${index}`, depth - 1, type, budget))
  const fault = depth === 1 ? faultOf(type)(parts as Position[]) : undefined
  if (fault !== undefined) throw new Cql2Error(fault, { pointer })
  return parts
}

function readGeometry(value: unknown, pointer: string, collections: number, budget: Budget): Geometry {
  if (!isObject(value)) throw new Cql2Error('expected a GeoJSON geometry', { pointer })
  const type = member(value, 'type')
  if (type === 'GeometryCollection') {
    if (collections >= maxCollectionDepth) {
      throw new Cql2Error(`collections are nested more than ${maxCollectionDepth} deep`, { pointer })
    }
    const at = `${pointer}/geometries`
    const parts = itemsOf(member(value, 'geometries'), at, 'expected a list of geometries')
    if (parts.length === 0) throw new Cql2Error('a geometry must not be empty', { pointer: at })
    return {
      type,
      geometries: parts.map((part, index) => readGeometry(part, `${at}/${index}`, collections + 1, budget)),
    }
  }
  if (typeof type !== 'string' || !Object.hasOwn(coordinateDepth, type)) {
    throw new Cql2Error('expected a GeoJSON geometry', { pointer: `${pointer}/type` })
  }
  const simple = type as SimpleType
  const at = `${pointer}/coordinates`
  const coordinates = readNested(member(value, 'coordinates'), at, coordinateDepth[simple], simple, budget)
  return { type: simple, coordinates } as Geometry
}

/** A GeoJSON geometry or `{ bbox: [...] }`. @throws Cql2Error where it is neither */
export function readSpatialLiteral(value: Members, pointer: string, budget: Budget): GeometryLiteral | Box {
  const place = { pointer }
  if (member(value, 'type') !== undefined) {
    return { kind: 'geometry', geometry: readGeometry(value, pointer, 0, budget), place }
  }
  const at = `${pointer}/bbox`
  const items = itemsOf(member(value, 'bbox'), at, 'expected a list of numbers').slice(0, 7)
  const corners = cornersOf(items.map((item, index) => readNumber(item, `${at}/${index}`)))
  if (corners === undefined) throw new Cql2Error('a box has 4 numbers, or 6 with heights', { pointer: at })
  return { kind: 'bbox', corners, place }
}

/** `{ date: '2025-12-31' }` or `{ timestamp: '2025-12-31T23:59:59Z' }`. @throws Cql2Error for any other text */
export function readInstantObject(value: Members, pointer: string): Instant {
  const kind = member(value, 'date') === undefined ? 'timestamp' : 'date'
  const place = { pointer: `${pointer}/${kind}` }
  const text = member(value, kind)
  if (typeof text !== 'string') throw new Cql2Error(`a ${kind} is a string`, place)
  return instantOf(text, place, kind)
}

function readEnd(value: unknown, pointer: string): Property | Instant | Open {
  const place = { pointer }
  if (value === '..') return { kind: 'open', place }
  if (typeof value === 'string') return instantOf(value, place)
  if (!isObject(value)) throw new Cql2Error(`expected a date, a timestamp, '..' or a property`, place)
  const name = member(value, 'property')
  if (typeof name === 'string') return { kind: 'property', name, place: { pointer: `${pointer}/property` } }
  return readInstantObject(value, pointer)
}

/** `{ interval: [start, end] }` */
export function readInterval(value: Members, pointer: string): Interval {
  const at = `${pointer}/interval`
  const ends = itemsOf(member(value, 'interval'), at, 'an interval is a list of two ends')
  if (ends.length !== 2) throw new Cql2Error('an interval is a list of two ends', { pointer: at })
  return {
    kind: 'interval',
    start: readEnd(ends[0], `${at}/0`),
    end: readEnd(ends[1], `${at}/1`),
    place: { pointer },
  }
}
