import { readFileSync } from 'node:fs'
import type { DuckDBConnection } from '@duckdb/node-api'
import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { compileCql2 } from '#server/cql2/compile.ts'
import { Cql2Error } from '#server/cql2/error.ts'
import { parseCql2Json, parseCql2JsonText } from '#server/cql2/json.ts'
import { parseCql2Text } from '#server/cql2/text.ts'
import { days, filters, texts } from '#test/server/cql2/arbitrary.ts'
import { createTable, openDatabase, oracleQueryables, select } from '#test/server/cql2/database.ts'
import { evaluate, type Row } from '#test/server/cql2/evaluate.ts'
import { toJson, toText, withoutPlaces } from '#test/server/cql2/print.ts'

const seed = 20261124
const queryables = oracleQueryables('point')
const golden = JSON.parse(readFileSync(new URL('../golden/cql2.json', import.meta.url), 'utf8')) as {
  filters: { text: string; json: unknown }[]
}
const goldenTexts = golden.filters.map(({ text }) => text)

/** Nothing but a Cql2Error may come out; compiled or not does not matter. */
function survives(run: () => unknown): void {
  try {
    run()
  } catch (error) {
    if (!(error instanceof Cql2Error)) throw error
  }
}
const survivesText = (text: string) => survives(() => compileCql2(parseCql2Text(text), queryables))

describe('whatever is sent, nothing but a Cql2Error comes back', () => {
  test('for 20,000 random strings', () => {
    const grammar = fc.constantFrom(
      ...' ()\'"\\,.<>=+-*/%^'.split(''),
      'AND',
      ' OR ',
      'NOT ',
      ' IN ',
      'people',
      'geometry',
      'S_INTERSECTS(',
      'POINT(',
      'BBOX(',
      'INTERVAL(',
      'DATE(',
      "'2020-01-01'",
      '1',
      '.5',
      '..',
      'NULL',
      ' IS ',
      '金',
    )
    const strings = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(grammar, { maxLength: 30 }).map((parts) => parts.join('')),
    )
    fc.assert(fc.property(strings, survivesText), { seed, numRuns: 20_000 })
  })

  test('for 20,000 mutations of valid filters', () => {
    const mutated = fc
      .tuple(
        fc.constantFrom(...goldenTexts),
        fc.array(fc.tuple(fc.nat(400), fc.nat(6), fc.string({ unit: 'binary', maxLength: 3 })), {
          minLength: 1,
          maxLength: 4,
        }),
      )
      .map(([text, edits]) =>
        edits.reduce((now, [at, length, put]) => now.slice(0, at) + put + now.slice(at + length), text),
      )
    fc.assert(fc.property(mutated, survivesText), { seed, numRuns: 20_000 })
  })

  test('for every prefix of every valid filter', () => {
    for (const text of goldenTexts) for (let end = 0; end < text.length; end += 1) survivesText(text.slice(0, end))
  })

  test('for 20,000 JSON values, random and made of the words of CQL2', () => {
    const key = fc.constantFrom(
      'op',
      'args',
      'property',
      'date',
      'timestamp',
      'interval',
      'bbox',
      'type',
      'coordinates',
      'geometries',
      '__proto__',
    )
    const word = fc.constantFrom(
      'and',
      '=',
      'in',
      'like',
      'isNull',
      's_intersects',
      't_after',
      'a_equals',
      'people',
      'Point',
      'Polygon',
      '2020-01-01',
      '..',
      'GeometryCollection',
    )
    const values = fc.oneof(
      fc.jsonValue(),
      fc.object({ key, values: [word, fc.double(), fc.boolean(), fc.constant(null)], maxDepth: 5 }),
    )
    fc.assert(
      fc.property(values, (value) => survives(() => compileCql2(parseCql2Json(value), queryables))),
      { seed, numRuns: 20_000 },
    )
  })

  test('for valid JSON filters with one part exchanged for something else', () => {
    const other = fc.oneof(
      fc.jsonValue(),
      fc.constantFrom(
        Number.NaN,
        Number.POSITIVE_INFINITY,
        undefined,
        Symbol('x'),
        10n,
        () => 1,
        new Date(),
        new Map(),
      ),
    )
    fc.assert(
      fc.property(fc.constantFrom(...golden.filters.map(({ json }) => json)), fc.nat(60), other, (json, at, value) => {
        let count = 0
        const exchange = (part: unknown): unknown => {
          count += 1
          if (count === at + 1) return value
          if (Array.isArray(part)) return part.map(exchange)
          if (typeof part !== 'object' || part === null) return part
          return Object.fromEntries(Object.entries(part).map(([name, inner]) => [name, exchange(inner)]))
        }
        survives(() => compileCql2(parseCql2Json(exchange(json)), queryables))
      }),
      { seed, numRuns: 10_000 },
    )
  })

  test('for 1 MB of brackets, quotes and nested JSON, in little time', () => {
    const began = performance.now()
    for (const unit of ['(', 'NOT ', "'", '"', '[', '{"op":"not","args":[', 'a=1 AND ', '1+', 'casei(']) {
      survivesText(unit.repeat(1_000_000 / unit.length))
      survives(() => parseCql2JsonText(unit.repeat(1_000_000 / unit.length)))
      survivesText(unit.repeat(4_000 / unit.length))
    }
    survives(() => parseCql2JsonText('['.repeat(400_000) + ']'.repeat(400_000)))
    expect(performance.now() - began).toBeLessThan(5_000)
  })
})

describe('random trees', () => {
  const features = fc.sample(
    fc.record({
      name: fc.option(texts),
      name_zh: fc.option(texts),
      status: fc.constantFrom('OPEN', 'CLOSED', null),
      people: fc.option(fc.integer({ min: -3, max: 12 })),
      share: fc.option(fc.constantFrom(0, 0.1, 0.5, 2.5, 33.3, -0.25)),
      event_date: fc.option(days),
      start_date: fc.option(days),
      end_date: fc.option(days),
      is_active: fc.option(fc.boolean()),
      codes: fc.option(fc.uniqueArray(fc.constantFrom('MINE', 'PLANT', 'PORT'), { minLength: 1 })),
      point: fc.option(fc.tuple(fc.integer({ min: -180, max: 180 }), fc.integer({ min: -90, max: 90 }))),
    }),
    { seed, numRuns: 60 },
  )
  const rows: Row[] = features.map((row, id) => ({ ...row, id, geometry: row.point }))
  let connection: DuckDBConnection
  beforeAll(async () => {
    connection = await openDatabase()
    const table = features.map(({ point, ...properties }, id) => ({
      id,
      geometry: point && { type: 'Point', coordinates: point },
      properties: { ...properties, id },
    }))
    await createTable(connection, 'world', table)
  })

  test('go to text and to JSON and come back the same', () => {
    fc.assert(
      fc.property(filters, (filter) => {
        const plain = withoutPlaces(filter)
        const text = toText(filter)
        if (Buffer.byteLength(text) <= 4_096) expect(withoutPlaces(parseCql2Text(text))).toEqual(plain)
        expect(withoutPlaces(parseCql2Json(toJson(filter)))).toEqual(plain)
      }),
      { seed, numRuns: 2_000 },
    )
  })

  test('select in DuckDB what a plain evaluator selects', async () => {
    await fc.assert(
      fc.asyncProperty(filters, async (filter) => {
        const expected = rows.filter((row) => evaluate(filter, row) === true).map(({ id }) => id)
        expect(await select(connection, 'world', compileCql2(filter, queryables))).toEqual(expected)
      }),
      { seed, numRuns: 1_000 },
    )
  })
})
