import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type IndicatorId, indicators } from '#data/catalog.ts'
import { type Atlas, openAtlas } from '#test/golden/atlas-in-memory.ts'
import { answeredAmounts, differences, golden, goldenAmounts, queryOf } from '#test/golden/golden.ts'

const again = 'the data changed: run test/golden/indicators.py again (its first lines say how)'
let atlas: Atlas

beforeAll(async () => {
  atlas = await openAtlas()
})
afterAll(() => atlas.close())

describe('golden answers', () => {
  it('come from the data of the snapshot', () => {
    const { datasets, as_of } = atlas.manifest
    const found = Object.keys(golden.sources).map((id) => [id, datasets[id]?.sha256])
    expect(Object.fromEntries(found), again).toEqual(golden.sources)
    expect(as_of, again).toBe(golden.as_of)
  })

  it('are there for every indicator', () => {
    expect(Object.keys(golden.answers).sort()).toEqual(Object.keys(indicators).sort())
  })
})

describe.each(Object.keys(golden.answers) as IndicatorId[])('%s equals the independent computation', (id) => {
  it.each(Object.keys(golden.answers[id] ?? {}))('%s', async (question) => {
    const answered = answeredAmounts(await atlas.json(`/api/indicators/${id}?${queryOf(id, question)}`))
    const wanted = goldenAmounts(id, question)
    expect(wanted.length).toBeGreaterThan(0)
    expect(wanted.flatMap((row) => differences(id, row, answered.get(row.key)))).toEqual([])
    const listed = new Set(wanted.map(({ key }) => key))
    const beside = [...answered].filter(([key, { numerator }]) => !listed.has(key) && numerator)
    expect(beside).toEqual([])
  })
})
