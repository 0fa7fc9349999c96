import { describe, expect, test } from 'vitest'
import { protectedAreas } from '#data/datasets/protected-areas.ts'
import { realApp } from '#test/setup/real-app.ts'
import { featuresOf, layerOf, pathOf, tileAt } from '#test/setup/tile.ts'

const real = realApp()
const levels = [3, 6, 8, 10, 14]
const unitsPerPixel = 8

const request = async (path: string, headers: Record<string, string> = {}) => real.app.request(path, { headers })
const layer = async (collection: string, address: { z: number; x: number; y: number }, query = '') =>
  layerOf(await request(pathOf(collection, address, query)), collection)

async function rowsOf(collection: string, query: string): Promise<Record<string, string & number>[]> {
  const response = await request(`/api/collections/${collection}/items?f=json&${query}`)
  return ((await response.json()) as { rows: Record<string, string & number>[] }).rows
}

describe.each(levels)('at level %i', (z) => {
  test.each(['pilot_mines', 'mines', 'incident_reports'])(
    'each of 25 %s is in its tile, or one in the same pixel',
    async (collection) => {
      const key = collection === 'incident_reports' ? 'incident_id' : 'mine_id'
      const rows = (await rowsOf(collection, 'limit=400')).filter((_, index) => index % 7 === 0).slice(0, 25)
      expect(rows.length).toBeGreaterThan(10)
      for (const row of rows) {
        const address = tileAt(z, Number(row.longitude), Number(row.latitude))
        const features = featuresOf(await layer(collection, address))
        const isHere = features.some(({ properties }) => properties[key] === row[key])
        const inPixel = features.filter((feature) => {
          const [point] = feature.loadGeometry()[0] ?? []
          return (
            point !== undefined && Math.hypot(point.x - address.unitX, point.y - address.unitY) <= unitsPerPixel * 1.5
          )
        })
        expect(
          isHere || (z <= 6 && inPixel.some(({ properties }) => Number(properties.n_here) > 1)),
          `${row[key]} at ${z}`,
        ).toBe(true)
      }
    },
  )

  test('each of 12 protected areas covers its centre', async () => {
    const rows = (await rowsOf('protected_areas', 'limit=1000'))
      .filter((row) => Number(row.rep_area_km2) > 100)
      .filter((_, index) => index % 25 === 0)
    expect(rows.length).toBeGreaterThanOrEqual(12)
    for (const row of rows.slice(0, 12)) {
      const address = tileAt(z, Number(row.longitude), Number(row.latitude))
      const found = featuresOf(await layer('protected_areas', address)).find(
        ({ properties }) => properties.site_id === row.site_id,
      )
      const box = found?.bbox()
      expect(box, `${row.site_id} at ${z}`).toBeDefined()
      const [west = 0, north = 0, east = 0, south = 0] = box ?? []
      expect(address.unitX).toBeGreaterThanOrEqual(west - unitsPerPixel)
      expect(address.unitX).toBeLessThanOrEqual(east + unitsPerPixel)
      expect(address.unitY).toBeGreaterThanOrEqual(north - unitsPerPixel)
      expect(address.unitY).toBeLessThanOrEqual(south + unitsPerPixel)
    }
  })
})

test.each(['protected_areas', 'admin1', 'mine_rings'])(
  'no feature of %s vanishes: the four tiles of level 1 hold them all',
  async (collection) => {
    const counted = await request(`/api/collections/${collection}/items?f=json&limit=1`)
    const { numberMatched } = (await counted.json()) as { numberMatched: number }
    const { key } = (await (await request(`/api/collections/${collection}`)).json()) as { key: string }
    const keys = new Set<unknown>()
    for (const [x, y] of [
      [0, 0],
      [0, 1],
      [1, 0],
      [1, 1],
    ] as const) {
      for (const feature of featuresOf(await layer(collection, { z: 1, x, y }))) keys.add(feature.properties[key])
    }
    expect(keys.size).toBe(numberMatched)
  },
)

test('points thinned out are counted by the one that stands for them: the sum at level 0 is that of the collection', async () => {
  for (const collection of ['host_communities', 'mines']) {
    const counted = await request(`/api/collections/${collection}/items?f=json&limit=1`)
    const { numberMatched } = (await counted.json()) as { numberMatched: number }
    const features = featuresOf(await layer(collection, { z: 0, x: 0, y: 0 }))
    expect(features.length).toBeLessThan(numberMatched)
    expect(features.reduce((sum, { properties }) => sum + Number(properties.n_here), 0)).toBe(numberMatched)
  }
})

test('in a pixel the largest community is the one that is drawn', async () => {
  const rows = await rowsOf('host_communities', 'limit=100000')
  const largest = rows.reduce((most, row) => (Number(row.population ?? 0) > Number(most.population ?? 0) ? row : most))
  const address = tileAt(2, Number(largest.longitude), Number(largest.latitude))
  const found = featuresOf(await layer('host_communities', address)).map(({ properties }) => properties.community_id)
  expect(found).toContain(largest.community_id)
})

test('a tile carries key, names and the fields of table and popup, and no others', async () => {
  const area = (await rowsOf('protected_areas', 'limit=1'))[0]
  const address = tileAt(8, Number(area?.longitude), Number(area?.latitude))
  const [feature] = featuresOf(await layer('protected_areas', address))
  const allowed = new Set<string>(['site_id', ...(protectedAreas.popup ?? []), ...(protectedAreas.table ?? [])])
  for (const name of Object.keys(feature?.properties ?? {})) expect(allowed).toContain(name)
  expect(Object.keys(feature?.properties ?? {})).not.toContain('gis_area_km2')
})

test('a query-time overlay gives tiles of what its parameters choose', async () => {
  const one = await rowsOf('areas_near_mines', 'radius_km=20&limit=1')
  const address = tileAt(6, Number(one[0]?.longitude), Number(one[0]?.latitude))
  const near = featuresOf(await layer('areas_near_mines', address, '?radius_km=20')).map(
    ({ properties }) => properties.site_id,
  )
  expect(near).toContain(one[0]?.site_id)
  const none = await request(pathOf('areas_near_mines', address, '?radius_km=20&commodity=U&country=ZZZ'))
  expect(none.status).toBe(204)
})

test('the same tile is kept, tagged, packed, and 304 for whoever has it', async () => {
  const path = pathOf('countries', { z: 2, x: 2, y: 1 })
  const first = await request(path)
  const etag = String(first.headers.get('etag'))
  expect(first.headers.get('content-type')).toBe('application/vnd.mapbox-vector-tile')
  const second = await request(path, { 'accept-encoding': 'gzip' })
  expect(second.headers.get('content-encoding')).toBe('gzip')
  expect((await request(path, { 'if-none-match': etag })).status).toBe(304)
  const [a, b] = [await first.arrayBuffer(), await (await request(path)).arrayBuffer()]
  expect(Buffer.from(a).equals(Buffer.from(b))).toBe(true)
})

test('the template of the TileJSON leads to tiles, with the parameters it was asked with', async () => {
  const answer = await request('/api/collections/mines/tiles/WebMercatorQuad?f=tilejson&iso3=COD')
  const json = (await answer.json()) as {
    tiles: string[]
    vector_layers: { id: string; fields: object }[]
    minzoom: number
    maxzoom: number
  }
  const template = String(json.tiles[0])
  expect(template).toMatch(/^http.*\/\{z\}\/\{y\}\/\{x\}\?iso3=COD$/)
  const address = tileAt(json.maxzoom - 8, 26, -10.7)
  const url = template
    .replace('{z}', String(address.z))
    .replace('{y}', String(address.y))
    .replace('{x}', String(address.x))
  const features = featuresOf(await layerOf(await request(url), 'mines'))
  expect(features.length).toBeGreaterThan(0)
  for (const { properties } of features) expect(properties.iso3).toBe('COD')
  const names = Object.keys(json.vector_layers[0]?.fields ?? {})
  for (const { properties } of features) expect(names).toEqual(expect.arrayContaining(Object.keys(properties)))
})

test('a tile made once comes out of memory in a few milliseconds', async () => {
  const address = tileAt(9, 26, -10.7)
  const path = pathOf('mines', address)
  await request(path)
  const times: number[] = []
  for (let index = 0; index < 50; index += 1) {
    const started = performance.now()
    await (await request(path)).arrayBuffer()
    times.push(performance.now() - started)
  }
  times.sort((a, b) => a - b)
  expect(times[25]).toBeLessThan(20)
})
