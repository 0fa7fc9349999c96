import type { Feature, Point } from 'geojson'
import { describe, expect, test } from 'vitest'
import { publicCollections } from '#server/routes/collection.ts'
import { tinyApp } from '#test/setup/tiny-app.ts'

const tiny = tinyApp()

async function ids(path: string): Promise<string[]> {
  const { status, json, text } = await tiny.get(path)
  if (status !== 200) throw new Error(text)
  return (json.features as unknown as { id: string }[]).map(({ id }) => id)
}

describe('a bounding box', () => {
  test('is met by the true shape, not by its bounds', async () => {
    // the corner of Deland's bounds holds none of its land
    expect(await ids('/api/collections/countries/items?bbox=-58.5,-1.5,-58.1,-1')).toEqual(['CCC'])
    expect(await ids('/api/collections/countries/items?bbox=100,4,120,6')).toEqual([])
  })

  test('crosses the antimeridian where west is greater than east', async () => {
    expect(await ids('/api/collections/countries/items?bbox=179,3,-179,5')).toEqual(['DDD'])
    expect(await ids('/api/collections/pilot_mines/items?bbox=170,0,-170,10')).toEqual(['m5'])
    expect(await ids('/api/collections/pilot_mines/items?bbox=-170,0,170,10')).toEqual(['m1', 'm2', 'm3'])
  })
})

describe('a box is asked of the numbers of points, so these stand where their shapes are', () => {
  const asNumbers = publicCollections.filter(
    ({ geometry, fields }) => geometry === 'point' && fields.longitude?.isRequired && fields.latitude?.isRequired,
  )
  test.each(asNumbers.map(({ id }) => id))('%s', async (id) => {
    const { json } = await tiny.get(`/api/collections/${id}/items`)
    const features = json.features as unknown as Feature<Point, { longitude: number; latitude: number }>[]
    const shapes = features.map(({ geometry }) => geometry.coordinates)
    expect(shapes).toEqual(features.map(({ properties: { longitude, latitude } }) => [longitude, latitude]))
  })
})

describe('fields of a dataset', () => {
  test.each([
    ['iso3=AAA', ['m1', 'm2']],
    ['iso3=AAA&commod1=AU', ['m2']],
    ['loc_accuracy=COORDINATES', ['m1', 'm4']],
    ['latitude=1', ['m1', 'm2', 'm3']],
    ['region=LAC,SEA', ['m4', 'm5']],
    ['ids=m1,m4,nope', ['m1', 'm4']],
    [`mine_name=${encodeURIComponent('First, "deep" mine')}`, ['m1']],
    [`mine_name=${encodeURIComponent("' or 1=1 --")}`, []],
  ])('%s', async (query, expected) => {
    expect(await ids(`/api/collections/pilot_mines/items?${query}`)).toEqual(expected)
  })

  test('that hold a list are met by one of its codes', async () => {
    expect(await ids('/api/collections/programme/items?issues=EN')).toEqual(['p1', 'p3'])
    expect(await ids('/api/collections/programme/items?issues=OHS')).toEqual(['p3'])
  })

  test('are read by their type: dates, numbers, flags', async () => {
    expect(await ids('/api/collections/incident_reports/items?event_date=2025-03-01')).toEqual(['i1'])
    expect(await ids('/api/collections/incident_reports/items?is_before_ownership=true')).toEqual(['i8'])
    expect(await ids('/api/collections/host_communities/items?population=700')).toEqual(['c5'])
  })
})

test('an overlay takes its own parameters', async () => {
  expect(await ids('/api/collections/communities_near_mines/items?radius_km=5')).toEqual(['c1', 'c3'])
  expect(await ids('/api/collections/mine_exposure/items?region=LAC')).toEqual(['m4'])
  expect(await ids('/api/collections/mine_rings/items?mine_id=m1&radius_km=10')).toEqual(['m1:10'])
})

test('pages follow each other by the next link, and end', async () => {
  const first = await tiny.get('/api/collections/host_communities/items?limit=4')
  expect(first.json).toMatchObject({ numberMatched: 6, numberReturned: 4 })
  const next = (first.json.links as unknown as { rel: string; href: string }[]).find(({ rel }) => rel === 'next')
  const second = await tiny.get(next?.href ?? '')
  expect(second.json).toMatchObject({ numberMatched: 6, numberReturned: 2 })
  expect((second.json.links as unknown as { rel: string }[]).map(({ rel }) => rel)).not.toContain('next')
})

test('a limit beyond what the server gives is cut, not refused', async () => {
  const { json } = await tiny.get('/api/collections/host_communities/items?limit=1000000')
  expect(json).toMatchObject({ numberMatched: 6, numberReturned: 4 })
})

test('what is not known stays null and is never zero', async () => {
  const exposure = await tiny.get('/api/collections/mine_exposure/items/m5')
  expect(exposure.json.properties).toMatchObject({ tier: 'TU', communities: null, population: null, areas: null })
  const community = await tiny.get('/api/collections/host_communities/items/c3')
  expect(community.json.properties?.population).toBeNull()
})

describe('restricted incident reports leave by no door', () => {
  test.each([
    '/api/collections/incident_reports/items?limit=100',
    '/api/collections/incident_reports/items/i9',
    '/api/collections/incidents_near_mines/items?limit=100&radius_km=50',
    '/api/collections/mine_incident_pairs/items?limit=100&radius_km=50',
    '/api/collections/proximity/items?limit=100&mine_id=m1&dataset=incident_reports',
    '/api/indicators/EN-06/rows',
    '/api/indicators/DQ-02/rows',
    '/api/mines/m1/report',
    '/api/quality/findings',
    '/api/search?q=Restricted',
  ])('%s', async (path) => {
    const { text } = await tiny.get(path)
    expect(text).not.toMatch(/"i9"|:i9"|Restricted failure/)
  })

  test('and a generalised place is told to a tenth of a degree only', async () => {
    const { json } = await tiny.get('/api/collections/incident_reports/items/i7')
    expect(json.geometry?.coordinates).toEqual([1, 1])
    expect(json.properties).toMatchObject({ latitude: 1, longitude: 1 })
  })
})

test('a whole number that a column can not hold is in no row, and no error', async () => {
  const { status, json } = await tiny.get('/api/collections/incident_reports/items?f=json&fatalities=8806805609797')
  expect([status, json.numberMatched]).toEqual([200, 0])
})
