import { testClient } from 'hono/testing'
import { describe, expect, test } from 'vitest'
import { datasets, indicators, overlays } from '#data/catalog.ts'
import type { Indicator, Overlay } from '#data/define.ts'
import { tinyApp } from '#test/setup/tiny-app.ts'

const tiny = tinyApp()
const offered = (Object.values(overlays) as readonly Overlay[]).filter((overlay) => !overlay.is_internal)

test('the landing page names the snapshot and links to what there is', async () => {
  const { status, json } = await tiny.get('/api')
  expect(status).toBe(200)
  expect(json.snapshot).toBe('tiny')
  for (const { href } of json.links as unknown as { href: string }[])
    expect((await tiny.get(href)).status).not.toBe(404)
})

test('every declared dataset, every offered overlay and every indicator at each level is a collection, internal steps are not', async () => {
  const { json } = await tiny.get('/api/collections')
  const ids = (json.collections as unknown as { id: string }[]).map(({ id }) => id)
  const levels = (Object.values(indicators) as readonly Indicator[]).flatMap((one) =>
    one.levels.map((level) => `indicator_${one.id.toLowerCase().replace('-', '_')}_by_${level}`),
  )
  expect(ids).toEqual([...Object.keys(datasets), ...offered.map(({ id }) => id), ...levels])
  expect(ids).not.toContain('selected_mines')
})

test('a collection tells its fields, source, rows and quarantine', async () => {
  const { json } = await tiny.get('/api/collections/host_communities')
  expect(json).toMatchObject({ kind: 'dataset', rows: 6, quarantined: 1, source: { licence: 'CC-BY-4.0', rows: 6 } })
  expect(json.fields).toContainEqual(expect.objectContaining({ name: 'population', unit: 'people' }))
})

describe('each collection gives its features as GeoJSON and as rows', () => {
  test.each([...Object.keys(datasets), ...offered.map(({ id }) => id)])('%s', async (id) => {
    const features = await tiny.get(`/api/collections/${id}/items`)
    const rows = await tiny.get(`/api/collections/${id}/items?f=json`)
    expect([features.status, rows.status]).toEqual([200, 200])
    expect(features.headers.get('content-type')).toBe('application/geo+json')
    expect(features.json).toMatchObject({ type: 'FeatureCollection', snapshot: 'tiny' })
    expect(features.json.numberMatched).toBe(rows.json.numberMatched)
    const [feature] = features.json.features as unknown as { id: string; properties: object }[]
    const [row] = rows.json.rows as unknown as object[]
    expect(feature?.properties).toEqual(row)
    if (feature)
      expect((await tiny.get(`/api/collections/${id}/items/${encodeURIComponent(feature.id)}`)).json).toMatchObject({
        ...feature,
        snapshot: 'tiny',
      })
  })
})

test('an indicator by region always lists all regions and the four, in order, with no data where there is none', async () => {
  const { json } = await tiny.get('/api/indicators/EN-01')
  const places = json.places as unknown as { place_id: string; value: number | null; is_small: boolean }[]
  expect(places.map(({ place_id }) => place_id)).toEqual(['ALL', 'AFR', 'LAC', 'SEA', 'CAS'])
  expect(places.map(({ value }) => value)).toEqual([25, 100 / 3, 0, null, null])
  expect(json.places?.[4]).toMatchObject({ numerator: null, denominator: null, n: 0, share_approximate: null })
  expect(json.places?.[0]).toMatchObject({
    name: { en: 'All regions', zh: '全部区域' },
    is_small: true,
    share_approximate: 0.5,
  })
  expect(json.parameters).toMatchObject({ mine_dataset: 'pilot_mines', by: 'region', region: null })
})

test('a place is named in both languages, at every level', async () => {
  const country = await tiny.get('/api/indicators/CI-01?by=country')
  expect(country.json.places?.[1]).toMatchObject({ place_id: 'AAA', name: { en: 'Aland', zh: '甲国' } })
  const mine = await tiny.get('/api/indicators/CI-01?by=mine')
  expect(mine.json.places).toContainEqual(
    expect.objectContaining({ place_id: 'm3', name: { en: 'Third mine', zh: null } }),
  )
})

test('a rate names its period: as asked, or the twelve months up to the newest report', async () => {
  expect((await tiny.get('/api/indicators/EN-06')).json.period).toEqual({ from: '2025-01-01', to: '2025-12-31' })
  const asked = await tiny.get('/api/indicators/EN-06?from=2024-03-01&to=2024-12-31')
  expect(asked.json.period).toEqual({ from: '2024-03-01', to: '2024-12-31' })
  expect((await tiny.get('/api/indicators/EN-01')).json.period).toBeNull()
})

test('an indicator of its own radius says so in its defaults', async () => {
  const { json } = await tiny.get('/api/indicators')
  const byId = new Map((json.indicators as unknown as { id: string; defaults: object }[]).map((one) => [one.id, one]))
  expect(byId.get('CI-01')?.defaults).toMatchObject({ radius_km: 20, mine_dataset: 'pilot_mines', precise_only: false })
  expect(byId.get('EN-03')?.defaults).toMatchObject({ radius_km: 10 })
})

describe('each indicator opens: value, rows, statement, sources', () => {
  test.each((Object.values(indicators) as readonly Indicator[]).map((one) => [one.id, one] as const))(
    '%s',
    async (id, one) => {
      const value = await tiny.get(`/api/indicators/${id}`)
      const rows = await tiny.get(`/api/indicators/${id}/rows`)
      const sql = await tiny.get(`/api/indicators/${id}/sql`)
      expect([value.status, rows.status, sql.status]).toEqual([200, 200, 200])
      expect((value.json.sources as unknown as object[]).length).toBeGreaterThan(0)
      expect(rows.json.numberReturned).toBe((rows.json.rows as unknown as object[]).length)
      expect((rows.json.fields as unknown as { name: string }[]).map(({ name }) => name)).toEqual(
        Object.keys(one.rows.fields),
      )
      expect(sql.json.value?.sql).toMatch(/^-- /)
    },
  )
})

test('the statement of a collection gives its features, under the same filter', async () => {
  const { status, json } = await tiny.get('/api/collections/communities_near_mines/sql?radius_km=5&region=AFR')
  expect(status).toBe(200)
  const rows = await tiny.world.engine.rows(json as never)
  expect(rows.map(({ community_id }) => community_id)).toEqual(['c1', 'c3'])
  expect(json.parameters?.radius_km).toEqual({ type: 'double', value: 5 })
})

test('the statement that is shown gives the number that is shown', async () => {
  const { json } = await tiny.get('/api/indicators/EN-01/sql?region=AFR')
  const rows = await tiny.world.engine.rows(json.value as never)
  expect(rows.find((row) => row.place_id === 'AFR')?.value).toBeCloseTo(100 / 3)
})

test('search finds names in English, Chinese and the local language, best match first', async () => {
  const found = async (text: string) => {
    const { json } = await tiny.get(`/api/search?q=${encodeURIComponent(text)}`)
    return (json.results as unknown as { id: string }[]).map(({ id }) => id)
  }
  expect(await found('oneton')).toEqual(['c1'])
  expect(await found('二号')).toEqual(['m2'])
  expect(await found('mine')).toEqual(['m4', 'm5', 'm1', 'm2', 'm3', 'o1'])
  expect(await found('%')).toEqual([])
  expect(await found("'; drop table mines; --")).toEqual([])
})

test('quality adds up: accepted and quarantined are all that was read', async () => {
  const { json } = await tiny.get('/api/quality')
  for (const one of json.datasets as unknown as { read: number; accepted: number; quarantined: number }[]) {
    expect(one.accepted + one.quarantined).toBe(one.read)
  }
  expect((await tiny.get('/api/quality/quarantine?dataset=host_communities')).json.rows).toHaveLength(1)
  expect((await tiny.get('/api/quality/findings?limit=1')).json).toMatchObject({ numberMatched: 2, numberReturned: 1 })
})

test('the typed client reads the same answers', async () => {
  const client = testClient(tiny.app)
  const answer = await client.api.indicators[':indicatorId'].$get({
    param: { indicatorId: 'CI-01' },
    query: { region: 'AFR' },
  })
  const { places } = await answer.json()
  expect(places.find(({ place_id }) => place_id === 'AFR')?.value).toBe(26_100)
})
