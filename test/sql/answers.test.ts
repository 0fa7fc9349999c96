import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type IndicatorId, indicators } from '#data/catalog.ts'
import type { Indicator } from '#data/define.ts'
import type { Row } from '#server/engine/engine.ts'
import { readParameters } from '#server/engine/parameters.ts'
import { indicatorQuestion } from '#server/engine/question.ts'
import { openTinyWorld, programmeRows, type TinyWorld } from '#test/setup/tiny-world.ts'
import { expected } from '#test/tiny-world.expected.ts'
import type { Line } from '#test/tiny-world-line.ts'
import { programmeExpected } from '#test/tiny-world-programme.expected.ts'

let world: TinyWorld
let programme: TinyWorld
beforeAll(async () => {
  world = await openTinyWorld()
  programme = await openTinyWorld({}, programmeRows)
})
afterAll(async () => {
  await world.close()
  await programme.close()
})

const columns = ['value', 'low', 'high', 'numerator', 'denominator', 'n', 'n_approximate', 'n_coarse'] as const

async function ask(id: IndicatorId, texts: Readonly<Record<string, string>>, { engine } = world): Promise<Row[]> {
  const indicator: Indicator = indicators[id]
  const query = Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, [text]]))
  const values = readParameters(indicator.parameters, query, { defaults: indicator.defaults ?? {} })
  return engine.rows(indicatorQuestion(id, 'value', values))
}

function close(found: unknown, wanted: number | null): void {
  if (wanted === null) expect(found).toBeNull()
  else expect(found).toBeCloseTo(wanted, 9)
}

function expectLine(rows: readonly Row[], [place, classId, ...amounts]: Line): void {
  const row = rows.find((one) => one.place_id === place && one.class_id === classId)
  if (row === undefined) throw new Error(`no line for ${place} ${classId}`)
  for (const [index, column] of columns.entries()) {
    try {
      close(row[column], amounts[index] ?? null)
    } catch (cause) {
      throw new Error(`${place} ${classId} ${column}: ${row[column]} instead of ${amounts[index]}`, { cause })
    }
  }
}

describe('the tiny world answers as the pencil does', () => {
  test.each(expected.map((one) => [`${one.indicator} ${one.question}`, one] as const))('%s', async (_, one) => {
    const rows = await ask(one.indicator, one.parameters)
    for (const line of one.lines) expectLine(rows, line)
  })
})

describe('the tiny world with a programme does so too', () => {
  test.each(programmeExpected.map((one) => [`${one.indicator} ${one.question}`, one] as const))(
    '%s',
    async (_, one) => {
      const rows = await ask(one.indicator, one.parameters, programme)
      for (const line of one.lines) expectLine(rows, line)
    },
  )
})

test('a place without mines has no line, so it is no data and not zero', async () => {
  for (const id of Object.keys(indicators) as IndicatorId[]) {
    const rows = await ask(id, {})
    expect(rows.filter((row) => row.place_id === 'CAS')).toEqual([])
  }
})

test('every indicator has an expected answer', () => {
  expect(new Set([...expected, ...programmeExpected].map(({ indicator }) => indicator))).toEqual(
    new Set(Object.keys(indicators)),
  )
})
