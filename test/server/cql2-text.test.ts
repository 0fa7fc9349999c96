import { describe, expect, test } from 'vitest'
import type { Cql2, Node } from '#server/cql2/ast.ts'
import { parseCql2Text } from '#server/cql2/text.ts'
import { withoutPlaces } from '#test/server/cql2/print.ts'

const read = (text: string): unknown => withoutPlaces(parseCql2Text(text))
const property = (name: string) => ({ kind: 'property', name })
const number = (value: number) => ({ kind: 'number', value })
const string = (value: string) => ({ kind: 'string', value })
const equal = (left: unknown, right: unknown) => ({ kind: 'comparison', operator: '=', left, right })

/** The right side of `a = ...`. */
function rightSide(text: string): unknown {
  const { right } = read(`a = ${text}`) as { right: unknown }
  return right
}

describe('the text encoding', () => {
  test('AND binds tighter than OR, and NOT tighter than AND', () => {
    const [a, b, c] = ['a', 'b', 'c'].map((name) => equal(property(name), number(1)))
    expect(read('a = 1 OR NOT b = 1 AND c = 1')).toEqual({
      kind: 'or',
      operands: [a, { kind: 'and', operands: [{ kind: 'not', operand: b }, c] }],
    })
  })

  test('brackets go before precedence', () => {
    expect(read('NOT (a = 1 OR b = 2)')).toMatchObject({ kind: 'not', operand: { kind: 'or' } })
  })

  test('a chain of ANDs is one flat node', () => {
    const filter = parseCql2Text(Array.from({ length: 40 }, (_, i) => `a = ${i}`).join(' and ')) as Extract<
      Cql2,
      { kind: 'and' | 'or' }
    >
    expect(filter.operands).toHaveLength(40)
  })

  test('keywords and functions are read in any case, property names as they are', () => {
    expect(read("Aa LIKE casei('x') aNd bB is Not nUll")).toMatchObject({
      operands: [
        { kind: 'like', value: property('Aa') },
        { kind: 'not', operand: { kind: 'isNull', operand: property('bB') } },
      ],
    })
  })

  test('NOT LIKE, NOT BETWEEN and NOT IN are the negation of the whole', () => {
    expect(read("a NOT LIKE 'x'")).toMatchObject({ kind: 'not', operand: { kind: 'like' } })
    expect(read('a NOT BETWEEN 1 AND 2')).toMatchObject({ kind: 'not', operand: { kind: 'between' } })
    expect(read('a NOT IN (1)')).toMatchObject({ kind: 'not', operand: { kind: 'in' } })
  })

  test('the AND of BETWEEN belongs to it', () => {
    expect(read('a BETWEEN 1 AND 2 AND b = 1')).toMatchObject({
      kind: 'and',
      operands: [{ kind: 'between' }, { kind: 'comparison' }],
    })
  })

  test('names may be quoted, with colons and dots, in Chinese, and be keywords when quoted', () => {
    for (const [text, name] of [
      ['"date"', 'date'],
      ['eo:cloud.cover_1', 'eo:cloud.cover_1'],
      ['矿山', '矿山'],
      ['"a""b c"', 'a"b c'],
      ['date', 'date'],
      ['point', 'point'],
    ]) {
      expect(read(`${text} = 1`)).toEqual(equal(property(name as string), number(1)))
    }
  })

  test('numbers come in every form of the grammar', () => {
    const forms = {
      '1': 1,
      '-1': -1,
      '+1': 1,
      '1.': 1,
      '.5': 0.5,
      '-.5': -0.5,
      '1.5e3': 1500,
      '1E-2': 0.01,
      '2.E+1': 20,
      '007': 7,
    }
    for (const [text, value] of Object.entries(forms)) expect(rightSide(text)).toEqual(number(value))
  })

  test('quotes in strings are doubled or escaped, and the seven control characters have their escapes', () => {
    expect(rightSide("'O''Neill'")).toEqual(string("O'Neill"))
    expect(rightSide("'O\\'Neill'")).toEqual(string("O'Neill"))
    expect(rightSide("'\\a\\b\\t\\n\\v\\f\\r'")).toEqual(string('\x07\b\t\n\v\f\r'))
    expect(rightSide("'C:\\\\temp'")).toEqual(string('C:\\temp'))
    expect(rightSide("''")).toEqual(string(''))
    expect(rightSide('\'金矿 "x" 😀\'')).toEqual(string('金矿 "x" 😀'))
  })

  test('a backslash before any other character stays for LIKE to read', () => {
    expect(read("a LIKE '50\\%\\_'")).toMatchObject({ pattern: string('50\\%\\_') })
    expect(read("a LIKE '50\\\\%'")).toMatchObject({ pattern: string('50\\%') })
  })

  test('arithmetic has the usual precedence and groups from the left', () => {
    const sum = (operator: string, left: unknown, right: unknown) => ({ kind: 'arithmetic', operator, left, right })
    expect(rightSide('1 + 2 * 3 - 4')).toEqual(sum('-', sum('+', number(1), sum('*', number(2), number(3))), number(4)))
    expect(rightSide('(1 + 2) * 3')).toEqual(sum('*', sum('+', number(1), number(2)), number(3)))
    expect(rightSide('2 * b ^ 2')).toEqual(sum('*', number(2), sum('^', property('b'), number(2))))
    expect(rightSide('b-1')).toEqual(sum('-', property('b'), number(1)))
    expect(rightSide('b - -1')).toEqual(sum('-', property('b'), number(-1)))
    expect(rightSide('-b')).toEqual(sum('*', number(-1), property('b')))
    expect(rightSide('b DIV 2 % 3')).toEqual(sum('%', sum('div', property('b'), number(2)), number(3)))
  })

  test('all well-known text is read, with and without heights', () => {
    const literal = (text: string) =>
      (read(`S_INTERSECTS(g, ${text})`) as { right: { geometry: unknown } }).right.geometry
    expect(literal('POINT(1 -2)')).toEqual({ type: 'Point', coordinates: [1, -2] })
    expect(literal('point z (1 2 3)')).toEqual({ type: 'Point', coordinates: [1, 2] })
    expect(literal('LINESTRING(0 0 5, 1 1 5)')).toEqual({
      type: 'LineString',
      coordinates: [
        [0, 0],
        [1, 1],
      ],
    })
    expect(literal('MULTIPOINT(1 2, 3 4)')).toEqual(literal('MULTIPOINT((1 2), (3 4))'))
    const ring = [
      [0, 0],
      [3, 0],
      [3, 3],
      [0, 0],
    ]
    expect(literal('POLYGON((0 0,3 0,3 3,0 0),(1 1,2 1,2 2,1 1))')).toMatchObject({
      coordinates: [
        ring,
        [
          [1, 1],
          [2, 1],
          [2, 2],
          [1, 1],
        ],
      ],
    })
    expect(literal('MULTIPOLYGON(((0 0,3 0,3 3,0 0)))')).toEqual({ type: 'MultiPolygon', coordinates: [[ring]] })
    expect(literal('MULTILINESTRING((0 0,1 1),(2 2,3 3))')).toMatchObject({
      coordinates: [
        [
          [0, 0],
          [1, 1],
        ],
        [
          [2, 2],
          [3, 3],
        ],
      ],
    })
    expect(literal('GEOMETRYCOLLECTION(POINT(1 2),GEOMETRYCOLLECTION(POINT(3 4)))')).toMatchObject({
      geometries: [{ type: 'Point' }, { type: 'GeometryCollection', geometries: [{ coordinates: [3, 4] }] }],
    })
    expect(read('S_WITHIN(g, BBOX(1,2,-9,3,4,9))')).toMatchObject({ right: { kind: 'bbox', corners: [1, 2, 3, 4] } })
  })

  test('instants and intervals are read, open ends and properties too', () => {
    expect(rightSide("DATE('2024-02-29')")).toEqual({ kind: 'date', value: '2024-02-29' })
    expect(rightSide("timestamp('2024-02-29T23:59:59.123Z')")).toEqual({
      kind: 'timestamp',
      value: '2024-02-29T23:59:59.123Z',
    })
    expect(read("T_DURING(INTERVAL(a, \"b\"), INTERVAL('..', '2020-01-01'))")).toMatchObject({
      left: { start: property('a'), end: property('b') },
      right: { start: { kind: 'open' }, end: { kind: 'date' } },
    })
  })

  test('IS NULL takes a predicate in brackets, arithmetic and literals', () => {
    for (const operand of ['(a = 1)', '(a + 1)', "'x'", "DATE('2020-01-01')", 'POINT(1 2)', "CASEI('x')"]) {
      expect(read(`${operand} IS NULL`)).toMatchObject({ kind: 'isNull' })
    }
  })

  test('each node knows where it stands in the text', () => {
    const filter = parseCql2Text('a = 1 AND S_WITHIN(g, POINT(1 2))') as Extract<Cql2, { kind: 'and' | 'or' }>
    const spatial = filter.operands[1] as Extract<Node, { kind: 'spatial' }>
    expect(
      [filter.place, spatial.place, spatial.left.place, spatial.right.place].map(({ position }) => position),
    ).toEqual([0, 10, 19, 22])
  })
})
