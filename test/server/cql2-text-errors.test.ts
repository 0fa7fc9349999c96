import { describe, expect, test } from 'vitest'
import { Cql2Error } from '#server/cql2/error.ts'
import { parseCql2Text } from '#server/cql2/text.ts'

function errorOf(text: string): Cql2Error {
  try {
    parseCql2Text(text)
  } catch (error) {
    expect(error).toBeInstanceOf(Cql2Error)
    return error as Cql2Error
  }
  throw new Error(`${text} was read`)
}

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
