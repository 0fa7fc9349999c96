import { parse } from 'csv-parse/sync'
import { describe, expect, test } from 'vitest'
import { tinyApp } from '#test/setup/tiny-app.ts'
import { programmeRows } from '#test/setup/tiny-world.ts'

const tiny = tinyApp()
const withLists = tinyApp({}, programmeRows)

interface Line {
  readonly part: string
  readonly id: string
  readonly measure: string
  readonly value: string
  readonly unit: string
}
interface Drawn {
  readonly id: string
  readonly geometry: { readonly type: string; readonly coordinates: readonly number[] }
  readonly properties: Readonly<Record<string, unknown>>
}

async function lines(path: string): Promise<Line[]> {
  const { text, status } = await tiny.get(path)
  expect(status).toBe(200)
  return parse(text, { columns: true, bom: true })
}

describe('time and flags in the report of one mine', () => {
  test('counts reports near, and linked, by the year of the event and whatever the period asked', async () => {
    const { json } = await tiny.get('/api/mines/m1/report?from=2025-05-01&radius_km=9')
    // 2024: i3 (linked, 2 km); 2025: i1 (linked, 1 km), i2 (8 km), i7 (3 km); i4 is 12 km off, i9 is restricted
    expect(json.incident_years).toEqual([
      { year: 2024, n: 1, near: 1, linked: 1 },
      { year: 2025, n: 3, near: 3, linked: 1 },
    ])
    expect(json.nearest?.incidents?.total).toBe(3)
  })

  test('counts a linked report also where the ring does not reach it', async () => {
    const { json } = await tiny.get('/api/mines/m5/report')
    expect(json.incident_years).toEqual([{ year: 2025, n: 1, near: 0, linked: 1 }])
  })

  test('names the newest list that has the country of the mine, with its version', async () => {
    const listed = await withLists.get('/api/mines/m3/report')
    expect(listed.json.cahra).toMatchObject([{ cahra_id: 'new:BBB', iso3: 'BBB', list_version: '2020-12' }])
    // Its country stands on the older list only.
    expect((await withLists.get('/api/mines/m1/report')).json.cahra).toEqual([])
  })

  test('gives each protected area the tier that it alone would give', async () => {
    const { json } = await tiny.get('/api/mines/m1/report')
    expect(json.nearest?.areas?.features).toMatchObject([
      { feature_id: 'a1', tier: 'T0' },
      { feature_id: 'a2', tier: 'T4' },
    ])
  })
})

describe('the report of one mine as CSV', () => {
  test('has a line for each fact of the JSON, with its unit', async () => {
    const found = await lines('/api/mines/m1/report?f=csv&radius_km=9')
    const factOf = (part: string, id: string, measure: string) =>
      found.find((line) => line.part === part && line.id === id && line.measure === measure)
    expect(factOf('ring', '9', 'population')).toMatchObject({ value: '6000', unit: 'people' })
    expect(factOf('protected_area', 'a2', 'distance_m')).toMatchObject({ value: '3000', unit: 'm' })
    expect(factOf('host_community', 'c1', 'population')).toMatchObject({ value: '1000', unit: 'people' })
    expect(factOf('incident_report', 'i1', 'is_linked')?.value).toBe('true')
    expect(factOf('incident_year', '2025', 'near')?.value).toBe('3')
    expect(factOf('report', '', 'snapshot')?.value).toBe('tiny')
  })

  test('names the mines that share communities', async () => {
    const found = await lines('/api/mines/m1/report?f=csv')
    expect(found.find(({ part, measure }) => part === 'neighbour' && measure === 'shared_communities')).toMatchObject({
      id: 'm2',
      value: '1',
    })
  })

  test('leaves out what nobody knows rather than writing zero', async () => {
    const found = await lines('/api/mines/m1/report?f=csv')
    expect(found.filter(({ id, measure }) => id === 'c3' && measure === 'population')).toEqual([])
  })

  test('holds no formula and no restricted report', async () => {
    const { text } = await tiny.get('/api/mines/m4/report?f=csv')
    expect(text).toContain("'=Fourth mine")
    expect((await tiny.get('/api/mines/m1/report?f=csv')).text).not.toContain('i9')
  })
})

describe('the report of one mine as GeoJSON', () => {
  test('draws the mine, its rings and every near feature, each with what the report says of it', async () => {
    const { json, headers } = await tiny.get('/api/mines/m1/report?f=geojson')
    expect(headers.get('content-type')).toContain('application/geo+json')
    const features = json.features as unknown as readonly Drawn[]
    expect(features.map(({ id }) => id)).toEqual([
      'mine:m1',
      'ring:m1:10',
      ...['protected_area:a1', 'protected_area:a2'],
      ...['host_community:c1', 'host_community:c2', 'host_community:c3'],
      ...['incident_report:i1', 'incident_report:i2', 'incident_report:i3', 'incident_report:i4', 'incident_report:i7'],
    ])
    expect(features[1]?.properties).toMatchObject({ part: 'ring', radius_km: 10, communities: 3 })
    expect(features[2]?.properties).toMatchObject({ part: 'protected_area', distance_m: 0, is_inside: true })
  })

  test('shows a report whose place is kept vague only at its vague place', async () => {
    const { json } = await tiny.get('/api/mines/m1/report?f=geojson')
    const vague = (json.features as unknown as readonly Drawn[]).find(({ id }) => id === 'incident_report:i7')
    expect(vague?.geometry.coordinates).toEqual([1, 1])
  })

  test('refuses a format that it does not have', async () => {
    expect((await tiny.get('/api/mines/m1/report?f=pdf')).status).toBe(400)
  })
})
