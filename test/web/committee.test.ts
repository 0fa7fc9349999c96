import { describe, expect, test } from 'vitest'
import type { Coverage, CoverageCell, TimelineStep } from '#web/api/committee-queries.ts'
import type { MatrixRow, ResultMatrix } from '#web/api/result-queries.ts'
import { figureOf } from '#web/encoding/figure.ts'
import { flagsOf } from '#web/pages/briefing/flags.ts'
import { reportsSince, yearBefore } from '#web/pages/briefing/meeting.ts'
import { isEmpty, pilotsIn, readCell } from '#web/pages/coverage/coverage-model.ts'
import { pointsOf, yearEnds } from '#web/pages/coverage/timeline-model.ts'
import { groupsOf, inYear, totalOf, yearsOf } from '#web/pages/results/matrix-model.ts'

const amounts = { value: 40, low: 20, high: 60, numerator: 2, denominator: 5, n: 5 }

describe('a number', () => {
  test('of five things is a share with its range, of four the two counts and no percentage', () => {
    expect(figureOf(amounts, 'percent', 'en')).toEqual({ text: '40', unit: ' %', range: '20–60' })
    const small = { ...amounts, value: 50, denominator: 4, is_small: true }
    expect(figureOf(small, 'percent', 'en')).toEqual({ text: '2 / 4', unit: '', range: null })
  })

  test('that is not there is no figure at all, never a zero', () => {
    expect(figureOf({ ...amounts, value: null }, 'percent', 'en')).toBeNull()
    expect(figureOf({ ...amounts, value: 0, low: 0, high: 0 }, 'count', 'en')?.text).toBe('0')
  })
})

const cell: CoverageCell = {
  ...{ cell_id: 'AFR:EN', place_id: 'AFR', issue: 'EN', target: 3, is_target_illustrative: true },
  ...{ planned: 2, active: 0, completed: 0, withdrawn: 1 },
}

describe('the coverage matrix', () => {
  test('calls a region empty that has only planned or withdrawn pilots', () => {
    expect(isEmpty(cell)).toBe(true)
    expect(isEmpty({ ...cell, completed: 1 })).toBe(false)
  })

  test.each([
    ['AFR:EN', { place: 'AFR', issue: 'EN', stage: null }],
    ['ALL:COMPLETED', { place: 'ALL', issue: null, stage: 'COMPLETED' }],
    ['MARS:EN', null],
    ['AFR:NOPE', null],
    ['', null],
    [null, null],
  ])('reads %s from an address', (text, wanted) => {
    expect(readCell(text)).toEqual(wanted)
  })

  test('finds the pilots of a cell by region and by each of their issues', () => {
    const pilot = (mine_id: string, region_id: string, issues: string) =>
      ({ mine_id, pilot_id: mine_id, region_id, issues, stage: 'AGREED' }) as Coverage['pilots'][number]
    const pilots = [pilot('a', 'AFR', 'OHS;EN'), pilot('b', 'LAC', 'EN'), pilot('c', 'AFR', 'OHS')]
    const ids = (place: 'AFR' | 'ALL') =>
      pilotsIn(pilots, { place, issue: 'EN', stage: null }).map(({ mine_id }) => mine_id)
    expect([ids('AFR'), ids('ALL')]).toEqual([['a'], ['a', 'b']])
  })
})

describe('pilots over time', () => {
  const steps: readonly TimelineStep[] = [
    { place_id: 'AFR', day: '2017-03-01', active: 1, completed: 0, withdrawn: 0 },
    { place_id: 'AFR', day: '2018-06-01', active: 0, completed: 1, withdrawn: 0 },
  ]

  test('go on to the day of the snapshot as they last were', () => {
    const points = pointsOf(steps, '2020-01-01')
    expect(points.at(-1)).toMatchObject({ kind: 'active', pilots: 0 })
    expect(points.map(({ day }) => day.toISOString().slice(0, 10))).toContain('2020-01-01')
  })

  test('are told as of the end of each year in the table', () => {
    const ends = yearEnds(steps, '2018-12-31')
    expect(ends.map(({ day, active, completed }) => [day, active, completed])).toEqual([
      ['2017-12-31', 1, 0],
      ['2018-12-31', 0, 1],
    ])
  })
})

const row = (indicator_id: string, year: number, more: Partial<MatrixRow> = {}): MatrixRow =>
  ({
    period_id: `${indicator_id}:${year}`,
    indicator_id,
    result_id: indicator_id.split('.')[0],
    region_id: null,
    dimension: null,
    period_end: `${year}-12-31`,
    ...more,
  }) as MatrixRow

describe('the Result Matrix', () => {
  const matrix = {
    results: [
      { result_id: 'O1', type: '1' },
      { result_id: 'I', type: '3' },
      { result_id: 'OC', type: '2' },
    ],
    rows: [row('O1.1', 2018), row('O1.1', 2018, { region_id: 'AFR' }), row('I.1', 2026), row('OC.1', 2017)],
    scores: [
      { result_id: 'ALL', period_end: '2018-12-31', points: 80 },
      { result_id: 'O1', period_end: '2018-12-31' },
    ],
  } as unknown as ResultMatrix

  test('is read from impact over outcome to outputs', () => {
    expect(groupsOf(matrix, '2018').map(({ result }) => result.result_id)).toEqual(['I', 'OC', 'O1'])
  })

  test('shows the year asked for, else the newest there is, and the regions of the same period', () => {
    const [impact, , output] = groupsOf(matrix, '2018')
    expect(impact?.lines[0]?.row.period_end).toBe('2026-12-31')
    expect(output?.lines[0]?.regions.map(({ region_id }) => region_id)).toEqual(['AFR'])
    expect(inYear([], '2018')).toBeUndefined()
  })

  test('knows its years and the weighted sum of each', () => {
    expect(yearsOf(matrix)).toEqual(['2018'])
    expect(totalOf(matrix, '2018')?.points).toBe(80)
    expect(totalOf(matrix, '2017')).toBeUndefined()
  })
})

describe('the briefing', () => {
  test.each([
    ['2026-02-18', '2025-02-18'],
    ['2024-02-29', '2023-02-28'],
    ['2025-12-31', '2024-12-31'],
  ])('without a last meeting looks back a year: from %s to %s', (day, wanted) => {
    expect(yearBefore(day)).toBe(wanted)
  })

  test('lists a mine in a World Heritage site first and once', () => {
    const inside = [
      { mine_id: 'a', mine_name: 'Alpha' },
      { mine_id: 'z', mine_name: 'Zulu' },
    ]
    const flags = flagsOf(inside, [{ mine_id: 'z', mine_name: 'Zulu' }], [])
    expect(flags.map(({ mine_id, isHeritage }) => [mine_id, isHeritage])).toEqual([
      ['z', true],
      ['a', false],
    ])
  })

  test('counts reports from the day of the meeting on, of the chosen regions', () => {
    const report = (event_date: string, region_id: string) => ({ event_date, region_id }) as never
    const all = [report('2025-01-01', 'AFR'), report('2024-12-31', 'AFR'), report('2025-03-01', 'LAC')]
    expect(reportsSince(all, '2025-01-01', []).length).toBe(2)
    expect(reportsSince(all, '2025-01-01', ['LAC']).length).toBe(1)
  })
})
