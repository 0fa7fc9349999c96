import { describe, expect, test } from 'vitest'
import { compose, parameterNames, type Relation } from '#server/engine/compose.ts'

const relations: ReadonlyMap<string, Relation> = new Map([
  ['chosen', { inputs: ['mines'], sql: '-- Which?\nselect m.id from mines as m\n' }],
  [
    'near',
    { inputs: ['chosen', 'proximity'], sql: '-- What is near?\nwith a as (select 1)\nselect c.id from chosen as c\n' },
  ],
])

describe('a statement and the overlays it rests on become one', () => {
  test('each overlay stands once, after those it reads, under the question', () => {
    const sql = compose('-- How many?\nselect count(*) from near as n, chosen as c\n', ['near', 'chosen'], relations)
    expect(sql).toBe(
      [
        '-- How many?',
        'with chosen as (',
        '  -- Which?',
        '  select m.id from mines as m',
        '),',
        'near as (',
        '  -- What is near?',
        '  with a as (select 1)',
        '  select c.id from chosen as c',
        ')',
        'select count(*) from near as n, chosen as c',
        '',
      ].join('\n'),
    )
  })

  test("the statement's own with is merged", () => {
    const sql = compose(
      '-- Why?\nwith own as (\n  select 1\n)\nselect * from own cross join chosen',
      ['chosen'],
      relations,
    )
    expect(sql).toContain('),\nown as (\n  select 1\n)\nselect')
    expect(sql.match(/\bwith\b/g)).toHaveLength(1)
  })

  test('an overlay that the statement leaves unread stays away', () => {
    const sql = compose('select p.id from proximity as p', ['proximity', 'chosen'], relations)
    expect(sql).toBe('select p.id from proximity as p\n')
  })

  test('a statement over tables only stays as it is', () => {
    expect(compose('select 1 from mines', ['mines'], relations)).toBe('select 1 from mines\n')
  })

  test('an overlay that rests on itself is an error of its author', () => {
    const circle = new Map([
      ['a', { inputs: ['b'], sql: 'select 1 from b' }],
      ['b', { inputs: ['a'], sql: 'select 1 from a' }],
    ])
    expect(() => compose('select 1 from a', ['a'], circle)).toThrow('rests on itself')
  })
})

test('parameters are found in code, each once, not in comments or texts', () => {
  expect(parameterNames("-- $a\nselect $b, '$c', 'it''s $d', $b + $e_1")).toEqual(['b', 'e_1'])
})
