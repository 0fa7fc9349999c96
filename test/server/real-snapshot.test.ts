import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type IndicatorId, indicators } from '#data/catalog.ts'
import type { Indicator } from '#data/define.ts'
import { createApp } from '#server/app.ts'
import { loadConfig } from '#server/config.ts'
import type { Engine, Row } from '#server/engine/engine.ts'
import { EngineHolder } from '#server/engine/engine-source.ts'
import { readParameters } from '#server/engine/parameters.ts'
import { indicatorQuestion, rowsParameters } from '#server/engine/question.ts'
import { openEngine } from '#server/open-engine.ts'
import { currentSnapshot } from '#server/snapshot.ts'

let engine: Engine
let app: ReturnType<typeof createApp>
beforeAll(async () => {
  const config = loadConfig()
  const snapshot = currentSnapshot(config)
  if (snapshot === null) throw new Error('the global setup made no snapshot')
  engine = await openEngine(config, snapshot, () => undefined)
  app = createApp({ engines: new EngineHolder(engine), maxItems: config.maxItems })
})
afterAll(() => engine.close(0))

async function ask(indicator: Indicator, part: 'value' | 'rows', texts: Record<string, string>): Promise<Row[]> {
  const declared: readonly string[] = part === 'rows' ? rowsParameters(indicator) : indicator.parameters
  const known = Object.entries(texts).filter(([name]) => declared.includes(name))
  const query = Object.fromEntries(known.map(([name, text]) => [name, [text]]))
  const values = readParameters(declared as never, query, { defaults: indicator.defaults ?? {} })
  return engine.rows(indicatorQuestion(indicator.id as IndicatorId, part, values))
}

function counted({ rows: { numerator } }: Indicator, rows: readonly Row[]): number {
  if (typeof numerator === 'string') return rows.length
  return rows.reduce((sum, row) => sum + Number(row[numerator.sum] ?? 0), 0)
}

describe('on the data that ship, the rows behind each number add up to its numerator', () => {
  const cases = (Object.values(indicators) as readonly Indicator[])
    .filter(({ rows }) => rows.numerator !== 'none')
    .map((indicator) => [indicator.id, indicator] as const)
  test.each(cases)('%s', async (_, indicator) => {
    for (const filter of [{}, { mine_dataset: 'mines', radius_km: '25' }]) {
      for (const line of await ask(indicator, 'value', filter)) {
        if (line.numerator === null) continue
        const place = { place: String(line.place_id), ...(line.class_id !== null && { class: String(line.class_id) }) }
        const rows = await ask(indicator, 'rows', { ...filter, ...place })
        expect([place, counted(indicator, rows)]).toEqual([place, line.numerator])
      }
    }
  })
})

test('no part is more than the whole: shares lie between 0 and 100, ranges hold their value', async () => {
  for (const indicator of Object.values(indicators) as readonly Indicator[]) {
    for (const { value, low, high, place_id, class_id } of await ask(indicator, 'value', {})) {
      const what = [indicator.id, place_id, class_id]
      if (value === null) continue
      expect([what, Number(low ?? value) <= Number(value) + 1e-9]).toEqual([what, true])
      expect([what, Number(high ?? value) >= Number(value) - 1e-9]).toEqual([what, true])
      if (indicator.unit === 'percent' && class_id !== 'median_km') {
        expect([what, Number(value) >= 0 && Number(value) <= 100]).toEqual([what, true])
      }
    }
  }
})

test('regions add up to all regions where each feature belongs to one', async () => {
  for (const id of ['EN-01', 'DQ-01', 'DQ-02', 'PC-01'] as const) {
    const lines = (await ask(indicators[id], 'value', {})).filter(({ class_id }) => class_id === null)
    const sum = lines
      .filter(({ place_id }) => place_id !== 'ALL')
      .reduce((total, line) => total + Number(line.numerator), 0)
    expect([id, sum]).toEqual([id, lines.find(({ place_id }) => place_id === 'ALL')?.numerator])
  }
})

test('a wider ring never holds less', async () => {
  let before = 0
  for (const radius of [0, 1, 5, 10, 20, 35, 50]) {
    const [all] = (await ask(indicators['CI-01'], 'value', { radius_km: String(radius) })).filter(
      ({ place_id, class_id }) => place_id === 'ALL' && class_id === null,
    )
    expect(Number(all?.value)).toBeGreaterThanOrEqual(before)
    before = Number(all?.value)
  }
  expect(before).toBeGreaterThan(0)
})

test('the rows counted on a map layer are those of the table', async () => {
  for (const id of ['mine_exposure', 'communities_near_mines', 'areas_near_mines', 'incidents_near_mines']) {
    const features = await (await app.request(`/api/collections/${id}/items?limit=100000`)).json()
    const rows = await (await app.request(`/api/collections/${id}/items?limit=100000&f=json`)).json()
    expect([id, features.numberReturned]).toEqual([id, rows.numberMatched])
  }
})

test('the report of every tenth pilot mine agrees with the overlay of all mines', async () => {
  const exposure = await (await app.request('/api/collections/mine_exposure/items?f=json&limit=100000')).json()
  const mines: Row[] = exposure.rows
  for (const mine of mines.filter((_, index) => index % 10 === 0)) {
    const report = await (await app.request(`/api/mines/${mine.mine_id}/report`)).json()
    const ring = report.rings.find(({ radius_km }: { radius_km: number }) => radius_km === 10)
    expect([mine.mine_id, report.tier]).toEqual([mine.mine_id, mine.tier])
    if (mine.is_located === true) {
      const { communities, population, areas, incidents_near, incidents_linked } = mine
      expect(ring).toMatchObject({ communities, population, areas, incidents_near, incidents_linked })
    }
  }
})
