import { describe, expect, test } from 'vitest'
import { tinyApp } from '#test/setup/tiny-app.ts'

const tiny = tinyApp()

describe('the report of one mine', () => {
  test('counts each ring, the asked one too, and says what is unknown', async () => {
    const { json } = await tiny.get('/api/mines/m1/report?radius_km=9')
    const rings = json.rings as unknown as { radius_km: number }[]
    expect(rings.map(({ radius_km }) => radius_km)).toEqual([0, 1, 5, 9, 10, 20, 50])
    // within 9 km: c1, c2, c3 (unknown); a1 and a2; i1, i2, i3, i7 near; i1, i3 linked
    expect(rings[3]).toEqual({
      radius_km: 9,
      communities: 3,
      population: 6000,
      population_unknown: 1,
      areas: 2,
      areas_approx: 2,
      incidents_near: 4,
      incidents_linked: 2,
    })
    expect(rings[0]).toMatchObject({ communities: 0, areas: 1, incidents_near: 0 })
  })

  test('lists the nearest first, each with distance and names', async () => {
    const { json } = await tiny.get('/api/mines/m1/report')
    expect(json.nearest?.areas).toMatchObject({
      total: 2,
      features: [{ feature_id: 'a1', distance_m: 0, is_inside: true }, { feature_id: 'a2' }],
    })
    const communities = json.nearest?.communities?.features as unknown as { feature_id: string }[]
    expect(communities.map(({ feature_id }) => feature_id)).toEqual(['c1', 'c3', 'c2'])
    expect(json.world_heritage).toMatchObject([{ feature_id: 'a1' }])
    expect(json).toMatchObject({ tier: 'T0', is_located: true, uncertainty_m: 0, snapshot: 'tiny' })
  })

  test('names neighbours that share communities', async () => {
    const { json } = await tiny.get('/api/mines/m1/report')
    expect(json.neighbours).toEqual([
      { mine_id: 'm2', name_en: 'Second mine', name_zh: '二号矿', mine_dataset: 'pilot_mines', shared_communities: 1 },
    ])
  })

  test('narrows incident reports by type and time', async () => {
    const { json } = await tiny.get('/api/mines/m1/report?incident_type=AIR_DUST_NOISE&from=2024-01-01&to=2024-12-31')
    expect(json.nearest?.incidents).toMatchObject({ total: 1, features: [{ feature_id: 'i3', is_linked: true }] })
  })

  test('places no mine in a ring whose location is too coarse, but lists what names it', async () => {
    const { json } = await tiny.get('/api/mines/m5/report')
    expect(json).toMatchObject({ is_located: false, tier: 'TU', rings: [] })
    expect(json.nearest?.incidents).toMatchObject({
      total: 1,
      features: [{ feature_id: 'i10', distance_m: null, is_linked: true }],
    })
  })

  test('counts no proposed area for the tier, but shows it', async () => {
    const { json } = await tiny.get('/api/mines/m4/report')
    expect(json.tier).toBe('T6')
    expect(json.nearest?.areas?.features?.[0]).toMatchObject({ feature_id: 'a4', is_counted: false, is_inside: true })
  })

  test('knows mines of the other dataset too', async () => {
    const { json } = await tiny.get('/api/mines/o1/report')
    expect(json.mine).toMatchObject({ mine_id: 'o1', mine_dataset: 'mines' })
  })
})

describe('counts beside the filters', () => {
  const facet = async (path: string, parameter: string) => {
    const { json } = await tiny.get(path)
    const facets = json.facets as unknown as { parameter: string; value: string; n: number }[]
    return Object.fromEntries(facets.filter((one) => one.parameter === parameter).map(({ value, n }) => [value, n]))
  }

  test('keep all other filters, but not their own', async () => {
    expect(await facet('/api/facets?region=AFR', 'region')).toEqual({ AFR: 3, LAC: 1, SEA: 1 })
    expect(await facet('/api/facets?region=AFR', 'commodity')).toEqual({ AU: 1, CO: 1, CU: 2 })
    expect(await facet('/api/facets?region=AFR&commodity=AU', 'country')).toEqual({ AAA: 1 })
    expect(await facet('/api/facets', 'mine_dataset')).toEqual({ mines: 1, pilot_mines: 5 })
  })

  test('count incident reports by type, without the restricted one', async () => {
    const types = await facet('/api/facets', 'incident_type')
    expect(types).toMatchObject({ SPILL_WATER_POLLUTION: 3, TAILINGS_FAILURE: 1 })
  })

  test('say what precise locations only would leave out', async () => {
    // m2 and m5; i5, i7 and i10
    expect((await tiny.get('/api/facets')).json.dropped).toEqual({ mines: 2, incidents: 3 })
    expect((await tiny.get('/api/facets?precise_only=true')).json.dropped).toEqual({ mines: 2, incidents: 3 })
  })

  test('agree with the features of each layer', async () => {
    const { json } = await tiny.get('/api/facets?radius_km=10')
    for (const [layer, overlay] of [
      ['host_communities', 'communities_near_mines'],
      ['protected_areas', 'areas_near_mines'],
    ] as const) {
      const items = await tiny.get(`/api/collections/${overlay}/items?radius_km=10&f=json`)
      expect([layer, json.layers?.[layer]?.in_ring]).toEqual([layer, items.json.numberMatched])
    }
    const near = await tiny.get('/api/collections/incidents_near_mines/items?radius_km=10&f=json&limit=100')
    expect(json.layers?.pilot_mines).toEqual({ n: 5, in_ring: 4 })
    expect(json.layers?.incident_reports).toEqual({ n: 9, in_ring: 7 })
    expect(near.json.numberMatched).toBe(8)
  })
})
