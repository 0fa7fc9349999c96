import { describe, expect, test } from 'vitest'
import { indicators } from '#data/catalog.ts'
import type { Indicator } from '#data/define.ts'
import { realApp } from '#test/setup/real-app.ts'
import { tinyApp } from '#test/setup/tiny-app.ts'

const tiny = tinyApp()
const real = realApp()

interface Answered {
  readonly indicator: string
  readonly places: readonly { readonly place_id: string; readonly value: number | null; readonly is_small: boolean }[]
}
const answersOf = async (query: string): Promise<readonly Answered[]> =>
  (await tiny.get(`/api/indicator-values${query}`)).json.answers as unknown as readonly Answered[]

describe('many indicators in one request', () => {
  test('are all thirty for all regions, each as its own address answers', async () => {
    const answers = await answersOf('?radius_km=7')
    expect(answers.map(({ indicator }) => indicator)).toEqual(Object.keys(indicators))
    for (const answer of answers) {
      expect(answer.places.map(({ place_id }) => place_id)).toEqual(['ALL', 'AFR', 'LAC', 'SEA', 'CAS'])
    }
    const taking = (Object.values(indicators) as readonly Indicator[]).filter((one) =>
      one.parameters.includes('radius_km'),
    )
    expect(taking.length).toBeGreaterThan(5)
    for (const { id } of taking) {
      const { json } = await tiny.get(`/api/indicators/${id}?radius_km=7`)
      const { snapshot, ...alone } = answers.find(({ indicator }) => indicator === id) as never as { snapshot: string }
      expect({ ...alone, snapshot }).toEqual(json)
    }
  })

  test('can be named, and come in the order of the catalogue', async () => {
    const answers = await answersOf('?indicators=CI-01,EN-01')
    expect(answers.map(({ indicator }) => indicator)).toEqual(['EN-01', 'CI-01'])
  })

  test('leave out those that do not have the level', async () => {
    const ids = (await answersOf('?by=mine')).map(({ indicator }) => indicator)
    const withMines = (Object.values(indicators) as readonly Indicator[]).filter(({ levels }) =>
      levels.includes('mine'),
    )
    expect(ids).toEqual(withMines.map(({ id }) => id))
  })

  test.each([
    ['?indicators=EN-01,XX-99', /XX-99/],
    ['?colour=red', /colour/],
    ['?radius_km=500', /radius_km/],
    ['?by=planet', /by/],
  ])('refuse what nobody knows: %s', async (query, reason) => {
    const answer = await tiny.get(`/api/indicator-values${query}`)
    expect(answer.status).toBe(400)
    expect(answer.text).toMatch(reason)
  })
})

describe('fewer than five', () => {
  test('make no share or rate, but sums and hectares know no such limit', async () => {
    for (const answer of await answersOf('')) {
      const { unit, denominator_unit }: Indicator = indicators[answer.indicator as keyof typeof indicators]
      const isRatio = ['percent', 'per_mine_year', 'per_100k_year'].includes(unit) && denominator_unit === undefined
      if (!isRatio)
        expect([answer.indicator, answer.places.map(({ is_small }) => is_small)]).toEqual([
          answer.indicator,
          Array(5).fill(false),
        ])
    }
    const shares = (await answersOf('?indicators=EN-01'))[0]?.places
    // 4 located mines in all, 3 in AFR, 1 in LAC, none in SEA; CAS has no mine, so no denominator
    expect(shares?.map(({ is_small }) => is_small)).toEqual([true, true, true, true, false])
  })
})

describe('the coverage of the programme in one answer', () => {
  test('has every cell of regions by issues and by stages, and what is behind them', async () => {
    const { json } = await tiny.get('/api/coverage')
    const count = (name: string) => (json[name] as unknown as readonly unknown[]).length
    expect([count('cells'), count('stages')]).toEqual([5 * 8, 5 * 6])
    const { json: cells } = await tiny.get('/api/collections/pilot_coverage/items?f=json&limit=100')
    expect(cells.numberMatched).toBe(40)
  })

  test('narrows the countries without a pilot by the filter, never the programme', async () => {
    const [all, some] = [(await tiny.get('/api/coverage')).json, (await tiny.get('/api/coverage?region=LAC')).json]
    expect(some.cells).toEqual(all.cells)
    expect((some.next as unknown as { region_id: string }[]).every(({ region_id }) => region_id === 'LAC')).toBe(true)
  })

  test('refuses a filter that nobody knows', async () => {
    expect((await tiny.get('/api/coverage?region=MARS')).status).toBe(400)
  })
})

test('the Result Matrix comes with the thresholds that its status follows from', async () => {
  const json = (await (await real.app.request('/api/result-matrix')).json()) as Record<string, unknown>
  const bands = json.thresholds as { rag: string }[]
  expect(bands.map(({ rag }) => rag).sort()).toEqual(['AMBER', 'BLUE', 'GREEN', 'GREY', 'RED'])
  const sources = json.sources as { dataset: string; date: string }[]
  expect(sources.map(({ dataset }) => dataset)).toContain('indicator_periods')
  for (const { date } of sources) expect(date).toMatch(/^\d{4}-\d{2}-\d{2}/)
})
