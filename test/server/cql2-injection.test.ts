import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compileCql2 } from '#server/cql2/compile.ts'
import { parseCql2Text } from '#server/cql2/text.ts'
import { days, filters, texts } from '#test/server/cql2/arbitrary.ts'
import { oracleQueryables } from '#test/server/cql2/database.ts'

const seed = 20261124
const queryables = oracleQueryables('point')

describe('no part of a filter is part of the statement', () => {
  const shape = /'[^']*'|"[a-z_]+"|\$f\d+|[a-z_]\w*|[\d.]+|[\s()[\],*/+%<>=&-]/gi
  const fixed = new Set([`'\\'`, `'-infinity'`, `'infinity'`, `';'`, `'ß'`, `'ss'`])

  test('its text is made of fixed words, declared columns and numbered parameters', () => {
    fc.assert(
      fc.property(filters, (filter) => {
        const { sql, parameters } = compileCql2(filter, queryables)
        expect(sql.replaceAll(shape, '')).toBe('')
        for (const [quoted] of sql.matchAll(/'[^']*'/g)) if (!/^'[ØO]/.test(quoted)) expect(fixed).toContain(quoted)
        for (const [column] of sql.matchAll(/"[^"]*"/g))
          expect([...queryables.keys()].map((name) => `"${name}"`)).toContain(column)
        expect(new Set([...sql.matchAll(/\$(\w+)/g)].map((match) => match[1]))).toEqual(
          new Set(Object.keys(parameters)),
        )
      }),
      { seed, numRuns: 2_000 },
    )
  })

  test('a marked value is found among the parameters only, wherever it stood', () => {
    const marked = (value: string) => [
      `name = '${value}'`,
      `name LIKE '${value}%'`,
      `name IN ('${value}')`,
      `CASEI(name) = CASEI('${value}')`,
      `A_CONTAINS(codes, ('${value}'))`,
    ]
    const value = texts.map((text) => `zq${text.replaceAll(/['\\]/g, '')}qz`)
    fc.assert(
      fc.property(value, (text) => {
        for (const filter of marked(text)) {
          const { sql, parameters } = compileCql2(parseCql2Text(filter), queryables)
          expect(sql).not.toMatch(/zq|qz/)
          expect(JSON.stringify(parameters)).toMatch(/zq/)
        }
      }),
      { seed, numRuns: 500 },
    )
  })

  test('the same filter with other values is the same text', () => {
    const write = (text: string, day: string, number: number) =>
      `name = '${text.replaceAll('\\', '\\\\').replaceAll("'", "''")}' AND event_date < DATE('${day}') AND S_INTERSECTS(geometry, BBOX(0,0,1,${number}))`
    const [first] = [compileCql2(parseCql2Text(write('x', '2020-01-01', 1)), queryables).sql]
    fc.assert(
      fc.property(texts, days, fc.integer({ min: 1, max: 90 }), (text, day, number) => {
        expect(compileCql2(parseCql2Text(write(text, day, number)), queryables).sql).toBe(first)
      }),
      { seed, numRuns: 500 },
    )
  })
})
