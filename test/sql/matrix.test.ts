import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type IndicatorId, indicators } from '#data/catalog.ts'
import type { Indicator } from '#data/define.ts'
import type { Row, Value } from '#server/engine/engine.ts'
import { readParameters } from '#server/engine/parameters.ts'
import { indicatorQuestion, question } from '#server/engine/question.ts'
import { openTinyWorld, programmeRows, type TinyWorld } from '#test/setup/tiny-world.ts'

let world: TinyWorld
beforeAll(async () => {
  world = await openTinyWorld({}, programmeRows)
})
afterAll(() => world.close())

const ask = (columns: string, overlay: string, values: Record<string, Value> = {}, { engine } = world) =>
  engine.rows(question(`select ${columns} from ${overlay} as o`, [overlay], values))

/** Rows of the Result Matrix by their id, as actual, ratio, trend, status, why grey. */
async function matrix(): Promise<ReadonlyMap<string, readonly Value[]>> {
  const rows = await ask('o.period_id, o.actual, o.ratio, o.trend, o.rag, o.grey_reason', 'result_matrix')
  return new Map(rows.map(({ period_id, ...rest }) => [String(period_id), Object.values(rest)]))
}

describe('a row of the Result Matrix', () => {
  test.each([
    // (25 - 10) / (20 - 10) = 1.5; then (40 - 10) / (40 - 10) = 1, which is less
    ['x1:AFR:2024', [25, 1.5, null, 'GREEN', null]],
    ['x1:AFR:2025', [40, 1, 'down', 'GREEN', null]],
    // (25 - 10) / (30 - 10) = 0.75, the lowest amber
    ['x1:LAC:2024', [25, 0.75, null, 'AMBER', null]],
    ['x1:LAC:2025', [null, null, null, 'GREY', 'late']],
    // 50 of 50, from a baseline of 10 + 10: (50 - 20) / (50 - 20) = 1
    ['x1:SUM:2024-12-31', [50, 1, null, 'GREEN', null]],
    // LAC is late: no sum
    ['x1:SUM:2025-12-31', [null, null, null, 'GREY', 'late']],
    // less is better: (65 - 80) / (60 - 80) = 0.75; then the target of 40 is reached
    ['x2:ALL:2024', [65, 0.75, null, 'AMBER', null]],
    ['x2:ALL:2025', [40, 1, 'up', 'BLUE', null]],
    ['x3:ALL:2024', [4, 0.4, null, 'RED', null]],
    ['x3:ALL:2025', [30, 1.5, 'up', 'BLUE', null]],
    // 12 of 30, but the year is not over
    ['x3:ALL:2026', [12, 0.4, 'down', 'GREY', 'not_due']],
    ['x3:female:2024', [3, null, null, 'GREY', 'context']],
    ['x4:ALL:2024', [6, null, null, 'GREY', 'milestone_is_baseline']],
    ['x4:ALL:2025', [6, null, null, 'GREY', 'no_milestone']],
  ] as const)('%s, reported', async (id, wanted) => {
    expect((await matrix()).get(id)).toEqual(wanted)
  })

  test.each([
    // on the last day of 2023 only p3 had begun; the 99 that somebody typed does not count
    ['y1:ALL:2023', [1, 1, null, 'GREEN', null]],
    // p1 and p3; p5 had withdrawn
    ['y1:ALL:2024', [2, 1, 'level', 'GREEN', null]],
    // p1, p3, p4 of 5
    ['y1:ALL:2025', [3, 0.6, 'down', 'RED', null]],
    // p1, p3 and p5, which withdrew in September
    ['y1:AFR:spring', [3, null, null, 'GREY', 'context']],
    ['y1:AFR:2025', [2, 0.5, null, 'RED', null]],
    ['y1:SEA:2025', [0, 0, null, 'RED', null]],
    // p1 and p3 both work on the environment
    ['y1:AFR:EN:2025', [2, 1, null, 'BLUE', null]],
    // EN, CI, OHS, LP of 8
    ['y2:ALL:2025', [4, 0.5, null, 'RED', null]],
    // p3 is completed since a day that is not known: on the day of the snapshot, not a year before
    ['y3:ALL:2024', [0, 0, null, 'RED', null]],
    ['y3:ALL:2025', [1, 0.5, 'up', 'RED', null]],
    // 3 of a target of 10
    ['y4:ALL:2025', [30, 0.6, null, 'RED', null]],
    // OG-01 waits for a field
    ['y5:ALL:2025', [null, null, null, 'GREY', 'late']],
    // measured today, so not for a year that is over
    ['z1:ALL:2024', [null, null, null, 'GREY', 'context']],
    ['z1:ALL:2025', [25, null, null, 'GREY', 'context']],
    // no mine in CAS: no data
    ['z1:CAS:2025', [null, null, null, 'GREY', 'context']],
    ['z2:ALL:2025', [1, null, null, 'GREY', 'context']],
    // nobody listed within 20 km of m4
    ['z3:LAC:2025', [null, null, null, 'GREY', 'context']],
    ['z4:ALL:2025', [3, null, null, 'GREY', 'context']],
  ] as const)('%s, computed', async (id, wanted) => {
    expect((await matrix()).get(id)).toEqual(wanted)
  })

  test('shows a status set by hand beside the computed one', async () => {
    const all = await ask(
      'o.period_id, o.letter, o.override_rag, o.override_letter, o.override_reason_en',
      'result_matrix',
    )
    expect(all.find((row) => row.period_id === 'x1:LAC:2024')).toEqual({
      period_id: 'x1:LAC:2024',
      letter: 'A',
      override_rag: 'RED',
      override_letter: 'R',
      override_reason_en: 'The trainer left',
    })
  })
})

/** What a row of the Result Matrix must equal on the day of the snapshot: the indicator that it is computed from. */
const sameAs: readonly (readonly [row: string, id: IndicatorId, place: string, classId: string | null, by: Row])[] = [
  ['y1:ALL:2025', 'PC-02', 'ALL', 'pilots', {}],
  ['y1:AFR:2025', 'PC-02', 'AFR', 'pilots', {}],
  ['y2:ALL:2025', 'PC-03', 'ALL', null, {}],
  ['y3:ALL:2025', 'PC-01', 'ALL', 'COMPLETED', {}],
  ['y4:ALL:2025', 'PC-02', 'ALL', null, {}],
  ['z1:ALL:2025', 'EN-01', 'ALL', null, {}],
  ['z1:AFR:2025', 'EN-01', 'AFR', null, {}],
  ['z2:ALL:2025', 'EN-02', 'ALL', null, {}],
  ['z3:ALL:2024', 'CI-04', 'ALL', null, { from: '2024-01-01', to: '2024-12-31' }],
  ['z3:ALL:2025', 'CI-04', 'ALL', null, { from: '2025-01-01', to: '2025-12-31' }],
  ['z4:ALL:2025', 'OHS-01', 'ALL', null, { from: '2025-01-01', to: '2025-12-31' }],
  ['z4:AFR:2025', 'OHS-01', 'AFR', null, { from: '2025-01-01', to: '2025-12-31' }],
]

test.each(sameAs)('%s is the value of %s for %s, %s', async (row, id, place, classId, period) => {
  const indicator: Indicator = indicators[id]
  const values = { ...readParameters(indicator.parameters, {}, { defaults: indicator.defaults ?? {} }), ...period }
  const lines = await world.engine.rows(indicatorQuestion(id, 'value', values))
  const line = lines.find((one) => one.place_id === place && one.class_id === classId)
  const actual = (await matrix()).get(row)?.[0]
  expect(actual).not.toBeUndefined()
  expect(actual).toBeCloseTo(Number(line?.value), 9)
})

test('rows that somebody invented say so, number by number', async () => {
  const rows = await ask(
    'o.period_id, o.is_milestone_illustrative as m, o.is_target_illustrative as t, o.is_actual_illustrative as a, o.is_computed as c',
    'result_matrix',
  )
  const flags = new Map(rows.map(({ period_id, m, t, a, c }) => [period_id, [m, t, a, c]]))
  expect(flags.get('x1:LAC:2024')).toEqual([true, false, false, false])
  expect(flags.get('x2:ALL:2024')).toEqual([false, false, true, false])
  // the pilots of the tiny world are invented, so what is counted from them is
  expect(flags.get('y1:ALL:2025')).toEqual([false, false, true, true])
  expect(flags.get('z1:ALL:2025')).toEqual([false, false, false, true])
})

test('outputs are scored by their indicators with a status, and weighed with the share that has data', async () => {
  const rows = await ask(
    'o.score_id, o.indicators as n, o.indicators_with_data as d, o.ratio, o.score, o.weight_with_data_pct as w, o.points as p',
    'output_scores',
  )
  const scores = new Map(rows.map(({ score_id, ...rest }) => [score_id, Object.values(rest)]))
  const expectScore = (id: string, [n, d, ratio, score, w, p]: readonly (number | string | null)[]) => {
    const found = scores.get(id) ?? []
    expect([id, found[0], found[1], found[3], found[4]]).toEqual([id, n, d, score, w])
    for (const [index, wanted] of [[2, ratio] as const, [5, p] as const]) {
      if (wanted === null) expect(found[index]).toBeNull()
      else expect(found[index]).toBeCloseTo(Number(wanted), 9)
    }
  }
  // x1's sum 1, x2 0.75: mean 0.875 of weight 60
  expectScore('O1:2024-12-31', [2, 2, 0.875, 'B', 60, 52.5])
  // x3 0.4, y3 0; x4 has no status: mean 0.2 of weight 40
  expectScore('O2:2024-12-31', [6, 2, 0.2, 'C', 40, 8])
  expectScore('ALL:2024-12-31', [8, 4, 0.605, 'C', 100, 60.5])
  // x1 is late; x2 1
  expectScore('O1:2025-12-31', [2, 1, 1, 'A', 60, 60])
  // x3 1.5 counts 1.25; y2 0.5, y3 0.5, y4 0.6: 2.85 / 4
  expectScore('O2:2025-12-31', [6, 4, 0.7125, 'C', 40, 28.5])
  expectScore('ALL:2025-12-31', [8, 5, 0.885, 'B', 100, 88.5])
  // the year is not over
  expectScore('ALL:2026-12-31', [8, 0, null, null, 0, null])
})

test('every cell of region and issue, and of region and stage, is there', async () => {
  const cells = await ask('o.cell_id, o.planned, o.active, o.completed, o.withdrawn, o.target', 'pilot_coverage')
  const cell = new Map(cells.map(({ cell_id, ...rest }) => [cell_id, Object.values(rest)]))
  expect(cell.size).toBe(5 * 8)
  expect(cell.get('AFR:EN')).toEqual([0, 1, 1, 0, 2])
  expect(cell.get('AFR:HR')).toEqual([1, 0, 0, 0, null])
  expect(cell.get('ALL:VC')).toEqual([0, 0, 0, 1, null])
  expect(cell.get('CAS:OHS')).toEqual([0, 0, 0, 0, null])
  const stages = await ask('o.cell_id, o.pilots', 'pilot_stages')
  expect(stages.length).toBe(5 * 6)
  expect(stages.find((row) => row.cell_id === 'LAC:AGREED')?.pilots).toBe(1)
  expect(stages.find((row) => row.cell_id === 'SEA:AGREED')?.pilots).toBe(0)
})

test('pilots over time: begun, ended, and completed on the day of the snapshot where the day is unknown', async () => {
  const rows = await ask('o.place_id, o.day, o.active, o.completed, o.withdrawn', 'pilot_timeline')
  const steps = rows.filter((row) => row.place_id === 'AFR').sort((a, b) => String(a.day).localeCompare(String(b.day)))
  expect(steps.map(({ place_id: _, ...rest }) => Object.values(rest))).toEqual([
    ['2023-01-01', 1, 0, 0],
    ['2024-01-01', 2, 0, 0],
    ['2024-03-01', 3, 0, 0],
    ['2024-09-01', 2, 0, 1],
    ['2025-12-31', 1, 1, 1],
  ])
})

test('where next: countries without a running pilot, sorted by numbers that are shown', async () => {
  const changed = await openTinyWorld({}, `${programmeRows}; delete from programme where pilot_id in ('p1', 'p4')`)
  const columns = ['mines', 'mines_near_areas', 'communities', 'population', 'population_unknown']
  const counts = [...columns, 'incidents_near', 'incidents_linked', 'pilots_planned', 'pilots_withdrawn']
  const rows = await ask(
    ['place_in_list', 'iso3', ...counts].map((name) => `o.${name}`).join(', '),
    'where_next',
    { radius_km: 10 },
    changed,
  )
  await changed.close()
  expect(rows.map((row) => Object.values(row)).sort((a, b) => Number(a[0]) - Number(b[0]))).toEqual([
    // near m1 or m2: c1, c2, c3 (unknown), c6; i1, i2, i3, i7, j9 (i9 is restricted); linked i1, i3, j1, j4, j5
    [1, 'AAA', 2, 2, 4, 6100, 1, 5, 5, 1, 1],
    // a4 does not count; i8; linked i8 and j7
    [2, 'CCC', 1, 0, 0, 0, 0, 1, 2, 0, 0],
    // m5 is in no ring: no data; linked i10, j2, j10
    [3, 'DDD', 1, null, null, null, null, null, 3, 0, 0],
  ])
})
