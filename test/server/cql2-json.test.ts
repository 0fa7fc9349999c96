import { describe, expect, test } from 'vitest'
import { Cql2Error } from '#server/cql2/error.ts'
import { parseCql2Json, parseCql2JsonText } from '#server/cql2/json.ts'
import { parseCql2Text } from '#server/cql2/text.ts'
import { withoutPlaces } from '#test/server/cql2/print.ts'

const same = (value: unknown, text: string) => {
  expect(withoutPlaces(parseCql2Json(value))).toEqual(withoutPlaces(parseCql2Text(text)))
}

function errorOf(value: unknown): Cql2Error {
  try {
    parseCql2Json(value)
  } catch (error) {
    expect(error).toBeInstanceOf(Cql2Error)
    return error as Cql2Error
  }
  throw new Error('it was read')
}

const a = { property: 'a' }
const g = { property: 'g' }
const isOne = { op: '=', args: [a, 1] }

describe('the JSON encoding gives the same tree as the text encoding', () => {
  test('for logic and comparison', () => {
    same(
      { op: 'and', args: [isOne, { op: 'not', args: [{ op: 'or', args: [isOne, true] }] }] },
      'a = 1 AND NOT (a = 1 OR TRUE)',
    )
    for (const op of ['=', '<>', '<', '>', '<=', '>=']) same({ op, args: [a, 'x'] }, `a ${op} 'x'`)
    same({ op: 'isNull', args: [a] }, 'a IS NULL')
    same({ op: '<', args: [a, { date: '2020-01-01' }] }, "a < DATE('2020-01-01')")
    same({ op: '<', args: [a, { timestamp: '2020-01-01T00:00:00Z' }] }, "a < TIMESTAMP('2020-01-01T00:00:00Z')")
  })

  test('for LIKE, BETWEEN, IN, CASEI and ACCENTI', () => {
    same(
      {
        op: 'like',
        args: [
          { op: 'casei', args: [a] },
          { op: 'casei', args: ['x%'] },
        ],
      },
      "CASEI(a) LIKE CASEI('x%')",
    )
    same({ op: 'between', args: [a, 1, 2] }, 'a BETWEEN 1 AND 2')
    same({ op: 'in', args: [{ op: 'accenti', args: [a] }, ['x', 'y']] }, "ACCENTI(a) IN ('x', 'y')")
  })

  test('for arithmetic', () => {
    same(
      { op: '>', args: [{ op: '+', args: [a, { op: 'div', args: [{ op: '^', args: [a, 2] }, 3] }] }, -1] },
      'a + a ^ 2 div 3 > -1',
    )
  })

  test('for space, time and arrays', () => {
    same({ op: 's_intersects', args: [g, { type: 'Point', coordinates: [1, 2] }] }, 'S_INTERSECTS(g, POINT(1 2))')
    same({ op: 's_within', args: [g, { bbox: [1, 2, 0, 3, 4, 9] }] }, 'S_WITHIN(g, BBOX(1,2,0,3,4,9))')
    const parts = [
      {
        type: 'MultiPoint',
        coordinates: [
          [1, 2],
          [3, 4, 5],
        ],
      },
      {
        type: 'LineString',
        coordinates: [
          [0, 0],
          [1, 1],
        ],
      },
    ]
    same(
      { op: 's_crosses', args: [g, { type: 'GeometryCollection', geometries: parts }] },
      'S_CROSSES(g, GEOMETRYCOLLECTION(MULTIPOINT(1 2,3 4),LINESTRING(0 0,1 1)))',
    )
    same({ op: 's_dwithin', args: [g, { type: 'Point', coordinates: [1, 2] }, 500] }, 'S_DWITHIN(g, POINT(1 2), 500)')
    same(
      { op: 't_finishedBy', args: [{ interval: [a, '..'] }, { interval: ['2020-01-01', '2021-01-01'] }] },
      "T_FINISHEDBY(INTERVAL(a, '..'), INTERVAL('2020-01-01', '2021-01-01'))",
    )
    same({ op: 'a_containedBy', args: [a, ['x', 'y']] }, "A_CONTAINEDBY(a, ('x', 'y'))")
    same({ op: 'a_equals', args: [a, []] }, 'A_EQUALS(a, ())')
  })

  test('from its text as well', () => {
    expect(parseCql2JsonText('{"op":"=","args":[{"property":"a"},1]}')).toEqual(parseCql2Json(isOne))
  })
})

describe('an error in the JSON points at the part', () => {
  test.for([
    [null, 'expected a CQL2 expression at #', ''],
    ['a = 1', 'expected a predicate, not a string at #', ''],
    [[isOne], 'a list can stand only after IN and in array functions at #', ''],
    [{}, 'expected an object with "op", "property", "date", "timestamp", "interval", "bbox" or "type" at #', ''],
    [{ op: 5, args: [] }, '"op" must be a string at #/op', '/op'],
    [{ op: '=' }, '"args" must be a list at #/args', '/args'],
    [{ op: '=', args: [a] }, '"=" takes 2 arguments, not 1 at #/args', '/args'],
    [{ op: 'and', args: [isOne] }, '"and" takes at least 2 arguments at #/args', '/args'],
    [
      { op: 'and', args: [isOne, a] },
      'expected a predicate, not a property (compare \'a\' with a value, as in "a = TRUE") at #/args/1/property',
      '/args/1/property',
    ],
    [
      { op: 'or', args: [isOne, { op: '=', args: [a, null] }] },
      'expected a CQL2 expression at #/args/1/args/1',
      '/args/1/args/1',
    ],
    [{ op: '=', args: [a, Number.NaN] }, 'a number must be finite at #/args/1', '/args/1'],
    [
      { op: '=', args: [a, { date: '2020-13-01' }] },
      "'2020-13-01' is not a date like 2025-12-31 at #/args/1/date",
      '/args/1/date',
    ],
    [{ op: '=', args: [a, { timestamp: 5 }] }, 'a timestamp is a string at #/args/1/timestamp', '/args/1/timestamp'],
    [{ op: 'in', args: [a, 5] }, 'expected a list, not a number at #/args/1', '/args/1'],
    [
      { op: 'in', args: [a, [1, g, { bbox: [1, 2, 3, 4] }]] },
      'expected a single value, not a bounding box at #/args/1/2',
      '/args/1/2',
    ],
    [
      { op: 's_within', args: [g, { type: 'Circle', coordinates: [1, 2] }] },
      'expected a GeoJSON geometry at #/args/1/type',
      '/args/1/type',
    ],
    [
      { op: 's_within', args: [g, { type: 'Point', coordinates: ['1', 2] }] },
      'expected a finite number at #/args/1/coordinates/0',
      '/args/1/coordinates/0',
    ],
    [
      {
        op: 's_within',
        args: [
          g,
          {
            type: 'Polygon',
            coordinates: [
              [
                [0, 0],
                [1, 1],
                [2, 0],
                [0, 1],
              ],
            ],
          },
        ],
      },
      'a ring must end where it begins at #/args/1/coordinates/0',
      '/args/1/coordinates/0',
    ],
    [
      { op: 's_within', args: [g, { type: 'MultiPoint', coordinates: [] }] },
      'a geometry must not be empty at #/args/1/coordinates',
      '/args/1/coordinates',
    ],
    [
      { op: 's_within', args: [g, { bbox: [1, 2, 3] }] },
      'a box has 4 numbers, or 6 with heights at #/args/1/bbox',
      '/args/1/bbox',
    ],
    [
      { op: 's_dwithin', args: [g, { type: 'Point', coordinates: [1, 2] }, '5'] },
      'expected a number, not a string at #/args/2',
      '/args/2',
    ],
    [
      { op: 't_after', args: [a, { interval: ['2020-01-01'] }] },
      'an interval is a list of two ends at #/args/1/interval',
      '/args/1/interval',
    ],
  ] as const)('%j', ([value, message, pointer]) => {
    const error = errorOf(value)
    expect(error.message).toBe(message)
    expect(error.pointer).toBe(pointer)
  })

  test('an unknown operator is named with the functions that exist', () => {
    const error = errorOf({ op: 'system', args: ['x'] })
    expect(error.message).toMatch(/^unknown operator 'system' \(functions are casei, .*\) at #\/op$/)
  })

  test('text that is no JSON is a clean error too', () => {
    expect(() => parseCql2JsonText('{"op":')).toThrow(new Cql2Error('the filter is not valid JSON'))
    expect(() => parseCql2JsonText(`"${'x'.repeat(1_000_001)}"`)).toThrow(Cql2Error)
  })

  test('members that an object inherits do not count', () => {
    expect(errorOf(Object.create({ op: '=', args: [a, 1] })).message).toMatch(/^expected an object with/)
    expect(errorOf(JSON.parse('{"__proto__": {"property": "a"}}')).message).toMatch(/^expected an object with/)
  })
})

describe('JSON has the limits of text', () => {
  function deep(levels: number): unknown {
    let value: unknown = isOne
    for (let level = 0; level < levels; level += 1) value = { op: 'not', args: [value] }
    return value
  }

  test('200,000 nested operators are a clean error at the 17th', () => {
    const error = errorOf(deep(200_000))
    expect(error.message).toBe(`the filter is nested more than 16 deep at #${'/args/0'.repeat(16)}`)
  })

  test('200,000 nested lists, in place of a value and of coordinates, are a clean error', () => {
    let list: unknown = 1
    for (let level = 0; level < 200_000; level += 1) list = [list]
    expect(errorOf(list)).toBeInstanceOf(Cql2Error)
    expect(errorOf({ op: 'in', args: [a, list] }).message).toMatch(/^a list can stand only/)
    for (const type of ['Point', 'MultiPolygon']) {
      expect(errorOf({ op: 's_within', args: [g, { type, coordinates: list }] })).toBeInstanceOf(Cql2Error)
    }
  })

  test('100,000 nested collections are a clean error at the third', () => {
    let geometry: unknown = { type: 'Point', coordinates: [1, 2] }
    for (let level = 0; level < 100_000; level += 1) geometry = { type: 'GeometryCollection', geometries: [geometry] }
    expect(errorOf({ op: 's_within', args: [g, geometry] }).message).toMatch(/^collections are nested more than 2 deep/)
  })

  test('an object that holds itself is a clean error', () => {
    const self: { op: string; args: unknown[] } = { op: 'not', args: [] }
    self.args.push(self)
    expect(errorOf(self).message).toMatch(/^the filter is nested more than 16 deep/)
  })

  test('at most 200 nodes, 10,000 positions and 4,096 characters of one string', () => {
    const list = (count: number) => ({ op: 'in', args: [a, Array.from({ length: count }, (_, i) => i)] })
    expect(() => parseCql2Json(list(197))).not.toThrow()
    expect(errorOf(list(1_000_000)).message).toMatch(/more than 200 parts/)
    const line = (count: number) => ({
      op: 's_crosses',
      args: [g, { type: 'LineString', coordinates: Array.from({ length: count }, (_, i) => [i / 1e5, 0]) }],
    })
    expect(() => parseCql2Json(line(10_000))).not.toThrow()
    expect(errorOf(line(10_001)).message).toBe(
      "the filter's geometries have more than 10000 positions at #/args/1/coordinates/10000",
    )
    expect(errorOf({ op: '=', args: [a, 'x'.repeat(5000)] }).message).toBe('a string is too long at #/args/1')
  })
})
