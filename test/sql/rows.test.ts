import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type IndicatorId, indicators } from '#data/catalog.ts'
import type { Indicator } from '#data/define.ts'
import type { Row, Value } from '#server/engine/engine.ts'
import { readParameters } from '#server/engine/parameters.ts'
import { indicatorQuestion, rowsParameters } from '#server/engine/question.ts'
import { openTinyWorld, programmeRows, type TinyWorld } from '#test/setup/tiny-world.ts'

let world: TinyWorld
beforeAll(async () => {
  world = await openTinyWorld({}, programmeRows)
})
afterAll(() => world.close())

type Texts = Readonly<Record<string, string>>

function read(indicator: Indicator, part: 'value' | 'rows', texts: Texts): Record<string, Value> {
  const declared = part === 'rows' ? rowsParameters(indicator) : indicator.parameters
  const known = Object.entries(texts).filter(([name]) => (declared as readonly string[]).includes(name))
  const query = Object.fromEntries(known.map(([name, text]) => [name, [text]]))
  return readParameters(declared, query, { defaults: indicator.defaults ?? {} })
}

const ask = (indicator: Indicator, part: 'value' | 'rows', texts: Texts): Promise<Row[]> =>
  world.engine.rows(indicatorQuestion(indicator.id as IndicatorId, part, read(indicator, part, texts)))

/** What the rows say the numerator is. */
function counted({ rows: { numerator } }: Indicator, rows: readonly Row[]): number {
  if (typeof numerator === 'string') return rows.length
  return rows.reduce((sum, row) => sum + Number(row[numerator.sum] ?? 0), 0)
}

const filters: readonly Texts[] = [
  {},
  { precise_only: 'true' },
  { mine_dataset: 'mines' },
  { region: 'AFR,LAC', commodity: 'CU' },
  { radius_km: '0' },
  { radius_km: '50', from: '2020-01-01', to: '2026-12-31' },
]

/** Finer levels take the first and the last filter: the statements are the same, only their places are more. */
const filtersOf = (by: string): readonly Texts[] =>
  by === 'region' ? filters : [filters.at(0) ?? {}, filters.at(-1) ?? {}]

const opened = (Object.values(indicators) as readonly Indicator[]).filter(({ rows }) => rows.numerator !== 'none')
const cases = opened.flatMap((indicator) =>
  indicator.levels.map((by) => [`${indicator.id} by ${by}`, indicator, by] as const),
)

describe('the rows behind a number add up to its numerator, for every place and class', () => {
  test.each(cases)('%s', async (_, indicator, by) => {
    for (const filter of filtersOf(by)) {
      const lines = await ask(indicator, 'value', { ...filter, by })
      for (const line of lines) {
        if (line.numerator === null) continue
        const place = { place: String(line.place_id), ...(line.class_id !== null && { class: String(line.class_id) }) }
        const rows = await ask(indicator, 'rows', { ...filter, by, ...place })
        expect([filter, place, counted(indicator, rows)]).toEqual([filter, place, line.numerator])
      }
    }
  })
})

describe('ranges hold their value', () => {
  test.each(cases)('%s', async (_, indicator, by) => {
    for (const filter of filtersOf(by)) {
      for (const line of await ask(indicator, 'value', { ...filter, by })) {
        if (line.value === null || line.low === null || line.high === null) continue
        expect(line.low).toBeLessThanOrEqual(Number(line.value))
        expect(line.high).toBeGreaterThanOrEqual(Number(line.value))
      }
    }
  })
})

test('keys of the rows are unique', async () => {
  for (const indicator of Object.values(indicators) as readonly Indicator[]) {
    const rows = await ask(indicator, 'rows', {})
    expect(new Set(rows.map((row) => row[indicator.rows.key])).size).toBe(rows.length)
  }
})
