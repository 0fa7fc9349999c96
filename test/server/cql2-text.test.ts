import { describe, expect, test } from 'vitest'
import type { Cql2, Node } from '#server/cql2/ast.ts'
import { Cql2Error } from '#server/cql2/error.ts'
import { parseCql2Text } from '#server/cql2/text.ts'
import { withoutPlaces } from '#test/server/cql2/print.ts'

const read = (text: string): unknown => withoutPlaces(parseCql2Text(text))
const property = (name: string) => ({ kind: 'property', name })
const number = (value: number) => ({ kind: 'number', value })
const string = (value: string) => ({ kind: 'string', value })
const equal = (left: unknown, right: unknown) => ({ kind: 'comparison', operator: '=', left, right })

function errorOf(text: string): Cql2Error {
  try {
    parseCql2Text(text)
  } catch (error) {
    expect(error).toBeInstanceOf(Cql2Error)
    return error as Cql2Error
  }
  throw new Error(`${text} was read`)
}

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

describe('an error in the text points at the character', () => {
  test.for([
    ['', 'unexpected end at 0', 0],
    ['a = )', "unexpected ')' at 4", 4],
    ['(a = 1))', "unexpected ')' at 7", 7],
    ['a = 1 b', "unexpected 'b' at 6", 6],
    ['a == 1', "unexpected '=' at 3", 3],
    ['a != 1', "unexpected '!' at 2", 2],
    ["a = 'x", 'a string is not closed at 4', 4],
    ['"a = 1', 'a quoted name is not closed at 0', 0],
    ['a BETWEEN 1 OR 2', "unexpected 'OR' (expected 'AND') at 12", 12],
    ['a IN ()', "unexpected ')' at 6", 6],
    ['a IS 1', "unexpected '1' (expected 'NULL') at 5", 5],
    ['NOT NOT a = 1', "unexpected 'NOT' at 4", 4],
    ['a = b = c', "unexpected '=' at 6", 6],
    ['2 ^ 3 ^ 4 = a', "unexpected '^' at 6", 6],
    ['a = 1e999', "the number '1e999' is too large at 4", 4],
    ['a = -(1)', "unexpected '(' (a minus sign goes before a number or a property) at 5", 5],
    ['a AND b = 1', 'expected a predicate, not a property (compare \'a\' with a value, as in "a = TRUE") at 0', 0],
    ['a = 1 AND 5', 'expected a predicate, not a number at 10', 10],
    ['a = POINT(1 2)', 'expected a single value, not a geometry at 4', 4],
    ['S_WITHIN(g, 5)', 'expected a geometry, not a number at 12', 12],
    ["T_AFTER(d, 'x')", 'expected a date, timestamp or interval, not a string at 11', 11],
    ['A_CONTAINS(c, 5)', "expected a list such as ('a', 'b'), not a number at 14", 14],
    ["a = DATE('2023-02-29')", "'2023-02-29' is not a date like 2025-12-31 at 9", 9],
    ["a = TIMESTAMP('2023-01-01')", "'2023-01-01' is not a timestamp like 2025-12-31T23:59:59Z at 14", 14],
    ["T_AFTER(d, INTERVAL('x', '..'))", "'x' is not a date or timestamp like 2025-12-31 at 20", 20],
    ['S_WITHIN(g, POLYGON((0 0, 1 1, 0 1)))', 'a ring needs at least 4 positions at 20', 20],
    ['S_WITHIN(g, POLYGON((0 0, 1 1, 0 1, 2 2)))', 'a ring must end where it begins at 20', 20],
    ['S_WITHIN(g, LINESTRING(0 0))', 'a line needs at least 2 positions at 22', 22],
    ['S_WITHIN(g, POINT(1))', "unexpected ')' (expected a number) at 19", 19],
    ['S_WITHIN(g, POINT EMPTY)', "unexpected 'EMPTY' (expected ')') at 18", 18],
    ['S_WITHIN(g, BBOX(1,2,3))', 'a box has 4 numbers, or 6 with heights at 12', 12],
    [
      'S_WITHIN(g, GEOMETRYCOLLECTION(GEOMETRYCOLLECTION(GEOMETRYCOLLECTION(POINT(1 2)))))',
      'collections are nested more than 2 deep at 50',
      50,
    ],
    ['S_WITHIN(g)', "unexpected ')' (expected ',') at 10", 10],
  ] as const)('%s', ([text, message, position]) => {
    const error = errorOf(text)
    expect(error.message).toBe(message)
    expect(error.position).toBe(position)
  })

  test('an unknown function is named with those that exist', () => {
    expect(errorOf("getenv('HOME') = 'x'").message).toMatch(
      /^unknown function 'getenv' \(known are casei, .*s_dwithin.*\) at 0$/,
    )
  })
})

describe('a filter has limits', () => {
  test('of 4 KB of text', () => {
    expect(errorOf(`a = '${'x'.repeat(5000)}'`).message).toBe('the filter is longer than 4096 bytes at 0')
    expect(errorOf(`a = '${'矿'.repeat(1400)}'`).message).toMatch(/longer than 4096 bytes/)
    expect(errorOf('('.repeat(100_000)).message).toMatch(/longer than 4096 bytes/)
  })

  test('of 16 levels, whether they are brackets, NOTs, functions or sums', () => {
    expect(errorOf(`${'('.repeat(4000)}a = 1`).message).toBe('the filter is nested more than 16 deep at 17')
    expect(errorOf(`${'NOT ('.repeat(20)}a = 1${')'.repeat(20)}`).message).toMatch(/nested more than 16 deep/)
    expect(errorOf(`${'casei('.repeat(20)}a${')'.repeat(20)} = 'x'`).message).toMatch(/nested more than 16 deep/)
    expect(errorOf(`a = 1${' + 1'.repeat(20)}`).message).toMatch(/nested more than 16 deep/)
    expect(() => parseCql2Text(`${'('.repeat(16)}a = 1${')'.repeat(16)}`)).not.toThrow()
  })

  test('of 200 nodes', () => {
    const list = (count: number) => `a IN (${Array.from({ length: count }, (_, i) => i).join(',')})`
    expect(() => parseCql2Text(list(198))).not.toThrow()
    expect(errorOf(list(199)).message).toMatch(/^the filter has more than 200 parts at \d+$/)
  })
})
