import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createApp } from '#server/app.ts'
import { EngineHolder } from '#server/engine/engine-source.ts'
import { degreesOf, tileMatrixSet, tileOf } from '#server/tiles/matrix-set.ts'
import { featuresOf, layerOf, pathOf, tileAt } from '#test/setup/tile.ts'
import type { App } from '#test/setup/tiny-app.ts'
import { openTinyWorld, type TinyWorld } from '#test/setup/tiny-world.ts'

/** Land round the south pole, a place at each pole, and one on either side of the antimeridian. */
const extremes = `
  insert into countries (iso3, name_en, geometry) values
    ('POL', 'Polar land', st_geomfromtext('POLYGON((-180 -90,180 -90,180 -70,-180 -70,-180 -90))')),
    ('SEA', 'No land', null);
  insert into host_communities (community_id, name, feature_code, iso3, region_id, latitude, longitude, geometry) values
    ('north', 'North', 'PPL', 'AAA', 'AFR', 90, 0, st_point(0, 90)),
    ('south', 'South', 'PPL', 'AAA', 'AFR', -90, 0, st_point(0, -90)),
    ('east', 'East', 'PPL', 'AAA', 'AFR', 10, 180, st_point(180, 10)),
    ('west', 'West', 'PPL', 'AAA', 'AFR', 10, -179.999, st_point(-179.999, 10));`

let world: TinyWorld
let app: App

beforeAll(async () => {
  world = await openTinyWorld({}, extremes)
  app = createApp({ engines: new EngineHolder(world.engine), maxItems: 100 })
})
afterAll(() => world.close())

const keysOf = async (collection: string, key: string, address: { z: number; x: number; y: number }, query = '') =>
  featuresOf(await layerOf(await app.request(pathOf(collection, address, query)), collection)).map(
    ({ properties }) => properties[key],
  )

describe('at the antimeridian', () => {
  test('a country of two halves is in the tiles of both sides and in none between', async () => {
    const [east, west, middle] = [tileAt(4, 179.5, 5), tileAt(4, -179.5, 5), tileAt(4, 0, 5)]
    expect(await keysOf('countries', 'iso3', east)).toContain('DDD')
    expect(await keysOf('countries', 'iso3', west)).toContain('DDD')
    expect(await keysOf('countries', 'iso3', middle)).not.toContain('DDD')
  })

  test('no shape is smeared across a tile', async () => {
    const layer = await layerOf(await app.request(pathOf('countries', { z: 0, x: 0, y: 0 })), 'countries')
    const [found] = featuresOf(layer).filter(({ properties }) => properties.iso3 === 'DDD')
    for (const ring of found?.loadGeometry() ?? []) {
      const across = ring.map(({ x }) => x)
      expect(Math.max(...across) - Math.min(...across)).toBeLessThan(100)
    }
  })

  test('a place at 180 degrees is in the last column', async () => {
    expect(await keysOf('host_communities', 'community_id', tileAt(8, 179.99, 10))).toContain('east')
    expect(await keysOf('host_communities', 'community_id', tileAt(8, -179.999, 10))).toContain('west')
  })
})

describe('at the poles', () => {
  test('land that reaches the pole ends with the world of Web Mercator', async () => {
    const layer = await layerOf(await app.request(pathOf('countries', { z: 0, x: 0, y: 0 })), 'countries')
    const found = featuresOf(layer).find(({ properties }) => properties.iso3 === 'POL')
    const [west = 0, , east = 0, south = 0] = found?.bbox() ?? []
    expect([west <= 0, east >= 4096, south >= 4096, south <= 4096 + 64]).toEqual([true, true, true, true])
  })

  test('places at the poles are in no tile, and break none', async () => {
    const all = await keysOf('host_communities', 'community_id', { z: 0, x: 0, y: 0 })
    expect(all).not.toContain('north')
    expect(all).not.toContain('south')
    expect(all).toContain('c2')
  })

  test('a feature without geometry is in no tile', async () => {
    expect(await keysOf('countries', 'iso3', { z: 0, x: 0, y: 0 })).not.toContain('SEA')
  })
})

test('a restricted report is in no tile, and a generalised one where it is told to be', async () => {
  const near = { z: 10, ...pick(tileAt(10, 1.005, 1)) }
  for (const query of ['', '?incident_id=i9', '?ids=i9'])
    expect(await keysOf('incident_reports', 'incident_id', near, query)).not.toContain('i9')
  const layer = await layerOf(
    await app.request(pathOf('incident_reports', pick3(tileAt(14, 1, 1)))),
    'incident_reports',
  )
  const snapped = featuresOf(layer).find(({ properties }) => properties.incident_id === 'i7')
  const [point] = snapped?.loadGeometry()[0] ?? []
  const told = tileAt(14, 1, 1)
  expect(Math.hypot(Number(point?.x) - told.unitX, Number(point?.y) - told.unitY)).toBeLessThan(2)
  expect(await keysOf('incident_reports', 'incident_id', pick3(tileAt(14, 1.043, 1.027)))).not.toContain('i7')
})

const pick = ({ x, y }: { x: number; y: number }) => ({ x, y })
const pick3 = ({ z, x, y }: { z: number; x: number; y: number }) => ({ z, x, y })

describe('what is no tile', () => {
  test.each([
    '3/8/0',
    '3/0/8',
    '3/-1/0',
    '3/0/-1',
    '19/0/0',
    '99/0/0',
    'x/0/0',
    '1.5/0/0',
    '1/0/x',
    '01/0/0',
    '1/0/99999999999',
    '1e0/0/0',
  ])('%s is a problem', async (path) => {
    const answer = await app.request(`/api/collections/countries/tiles/WebMercatorQuad/${path}`)
    expect(answer.status).toBe(404)
    expect(answer.headers.get('content-type')).toBe('application/problem+json')
  })

  test.each([
    ['/api/collections/nowhere/tiles', 404],
    ['/api/collections/programme/tiles', 404],
    ['/api/collections/programme/tiles/WebMercatorQuad/0/0/0', 404],
    ['/api/collections/selected_mines/tiles', 404],
    ['/api/collections/countries/tiles/WorldCRS84Quad', 404],
    ['/api/collections/countries/tiles/WorldCRS84Quad/0/0/0', 404],
    ['/api/tileMatrixSets/WorldCRS84Quad', 404],
    ['/api/collections/countries/tiles/WebMercatorQuad/0/0/0?limit=5', 400],
    ['/api/collections/countries/tiles/WebMercatorQuad/0/0/0?nothing=5', 400],
    ['/api/collections/countries/tiles/WebMercatorQuad/0/0/0?f=png', 400],
    ['/api/collections/mine_exposure/tiles/WebMercatorQuad/0/0/0?radius_km=99', 400],
  ])('%s is a problem %i', async (path, status) => {
    const answer = await app.request(path)
    expect(answer.status).toBe(status)
    expect(answer.headers.get('content-type')).toBe('application/problem+json')
  })
})

test('where nothing lies the answer is 204, again and again', async () => {
  for (let time = 0; time < 3; time += 1) {
    const answer = await app.request(pathOf('pilot_mines', { z: 5, x: 0, y: 0 }))
    expect([answer.status, await answer.text()]).toEqual([204, ''])
  }
})

describe('the tile matrix set', () => {
  test('halves from level to level', () => {
    const [first, second] = tileMatrixSet.tileMatrices
    expect(first?.scaleDenominator).toBeCloseTo(559_082_264.028717, 5)
    expect(first?.cellSize).toBeCloseTo(156_543.033928041, 6)
    expect([second?.matrixWidth, second?.scaleDenominator]).toEqual([2, 559_082_264.028717 / 2])
  })

  test('tiles are where Web Mercator has them', () => {
    const tile = tileOf('1', '0', '1')
    expect(tile).toEqual({ level: 1, row: 0, column: 1 })
    const { west, south, east, north } = degreesOf({ level: 1, row: 0, column: 1 })
    expect([west, south, east]).toEqual([0, 0, 180])
    expect(north).toBeCloseTo(85.0511287798, 9)
  })
})
