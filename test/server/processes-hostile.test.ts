import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { send, square } from '#test/setup/execute.ts'
import { tinyApp } from '#test/setup/tiny-app.ts'

const tiny = tinyApp()
const left = { collection: 'host_communities' }
const execute = (right: unknown, more: object = {}) =>
  send(tiny.app, { inputs: { left, right, relation: 'intersects', ...more } })

async function refusal(answer: Response): Promise<string> {
  const text = await answer.text()
  expect([answer.status, answer.headers.get('content-type')], text).toEqual([400, 'application/problem+json'])
  expect(text).not.toMatch(/duckdb|\bselect |\bst_|\/work\/|node_modules/i)
  return (JSON.parse(text) as { detail: string }).detail
}

const polygon = (ring: unknown) => ({ type: 'Polygon', coordinates: [ring] })
const nested = (depth: number): unknown =>
  Array.from({ length: depth }).reduce<unknown>((inner) => ({ type: 'GeometryCollection', geometries: [inner] }), {
    type: 'Point',
    coordinates: [1, 1],
  })
const line = (count: number) => Array.from({ length: count }, (_, index) => [(index % 300) / 10, 1])

describe('GeoJSON that is refused before the engine sees it', () => {
  test.each<[string, unknown, RegExp]>([
    ['no object', 5, /right/],
    ['a list', [], /right/],
    ['nothing', {}, /no type/],
    ['an unknown type', { type: 'Circle', coordinates: [0, 0] }, /no type/],
    ['a type of Object', { type: 'constructor', coordinates: [0, 0] }, /no type/],
    ['a position with a text', { type: 'Point', coordinates: ['1', 2] }, /no longitude/],
    ['a position with one number', { type: 'Point', coordinates: [1] }, /no latitude/],
    ['a position that is null', { type: 'Point', coordinates: [null, null] }, /no longitude/],
    ['a longitude beyond the world', { type: 'Point', coordinates: [181, 0] }, /no longitude/],
    ['a latitude beyond the world', { type: 'Point', coordinates: [0, 90.1] }, /no latitude/],
    ['Web Mercator', { type: 'Point', coordinates: [2_900_000, -1_300_000] }, /no longitude/],
    ['no coordinates', { type: 'Polygon' }, /not a list/],
    ['an empty polygon', { type: 'Polygon', coordinates: [] }, /is empty/],
    [
      'an open ring',
      polygon([
        [0, 0],
        [1, 0],
        [1, 1],
        [0, 1],
      ]),
      /end where it begins/,
    ],
    [
      'a ring of three',
      polygon([
        [0, 0],
        [1, 0],
        [0, 0],
      ]),
      /at least 4/,
    ],
    ['a line of one', { type: 'LineString', coordinates: [[0, 0]] }, /at least 2/],
    ['too deep an array', polygon([[[0, 0]], [[1, 0]], [[1, 1]], [[0, 0]]]), /no longitude/],
    ['a collection three deep', nested(3), /nested more than 2/],
    [
      'points among polygons',
      { type: 'GeometryCollection', geometries: [{ type: 'Point', coordinates: [0, 0] }, square(0, 0, 1, 1)] },
      /mixes/,
    ],
    ['an empty collection', { type: 'FeatureCollection', features: [] }, /empty/],
    [
      'a feature that is none',
      { type: 'FeatureCollection', features: [{ type: 'Point', coordinates: [0, 0] }] },
      /not a feature/,
    ],
    ['a feature without geometry', { type: 'Feature', properties: {}, geometry: null }, /not a geometry/],
    [
      'too many features',
      { type: 'FeatureCollection', features: Array.from({ length: 10_001 }, () => null) },
      /more than 10000/,
    ],
    ['too many vertices', { type: 'MultiPoint', coordinates: line(100_001) }, /one vertex too many/],
    [
      'a CRS of its own',
      { type: 'FeatureCollection', crs: { type: 'name', properties: { name: 'EPSG:3857' } }, features: [] },
      /WGS 84/,
    ],
    [
      'a CRS that is a link',
      { type: 'Point', coordinates: [0, 0], crs: { type: 'link', properties: { href: 'http://localhost:1/x' } } },
      /WGS 84/,
    ],
    ['a reference', { href: 'http://localhost:1/x.json' }, /reference/],
    ['a collection that is none', { collection: 'selected_mines' }, /Collections are/],
    ['a collection without geometry', { collection: 'programme' }, /no geometry/],
    ['a table of the engine', { collection: 'information_schema.tables' }, /Collections are/],
    ['an unknown parameter', { collection: 'mine_exposure', parameters: { nothing: 1 } }, /nothing/],
    ['a parameter that makes no sense', { collection: 'mine_exposure', parameters: { radius_km: 99 } }, /at most 50/],
    ['a parameter of a dataset', { collection: 'mines', parameters: { region: 'AFR' } }, /not a parameter/],
    ['a filter that is SQL', { collection: 'mines', filter: "mine_id = 'x'; drop table mines" }, /filter/],
    ['a filter on a field that is not there', { collection: 'mines', filter: 'secret = 1' }, /unknown property/],
  ])('%s', async (_, right, reason) => {
    expect(await refusal(await execute(right))).toMatch(reason)
  })

  test('a hundred thousand collections in each other, which kill an engine that is given them', async () => {
    const depth = 100_000
    const right = `${'{"type":"GeometryCollection","geometries":['.repeat(depth)}{"type":"Point","coordinates":[1,1]}${']}'.repeat(depth)}`
    const body = `{"inputs":{"left":{"collection":"host_communities"},"right":${right},"relation":"intersects"}}`
    expect(await refusal(await send(tiny.app, body))).toMatch(/nested more than 2/)
    expect((await tiny.get('/api/readyz')).status).toBe(200)
  })

  test('a million brackets', async () => {
    const right = `{"type":"Polygon","coordinates":${'['.repeat(1_000_000)}${']'.repeat(1_000_000)}}`
    const body = `{"inputs":{"left":{"collection":"host_communities"},"right":${right},"relation":"intersects"}}`
    expect(await refusal(await send(tiny.app, body))).toMatch(/right/)
  })

  test('a body of more than 10 MB', async () => {
    const answer = await send(tiny.app, ' '.repeat(10_000_001))
    expect([answer.status, answer.headers.get('content-type')]).toEqual([413, 'application/problem+json'])
  })
})

describe('GeoJSON that is odd but right', () => {
  test.each<[string, unknown, number]>([
    [
      'a bow tie',
      polygon([
        [0.9, 0.9],
        [1.1, 1.1],
        [1.1, 0.9],
        [0.9, 1.1],
        [0.9, 0.9],
      ]),
      1,
    ],
    [
      'a polygon turned the wrong way',
      polygon([
        [0.9, 0.9],
        [0.9, 1.1],
        [1.1, 1.1],
        [1.1, 0.9],
        [0.9, 0.9],
      ]),
      3,
    ],
    [
      'a shape without area',
      polygon([
        [0, 0],
        [1, 0],
        [0, 0],
        [0, 0],
      ]),
      0,
    ],
    ['heights', { type: 'Point', coordinates: [1.08, 1, 500] }, 1],
    ['the whole world', square(-180, -90, 180, 90), 6],
    ['a collection two deep', nested(2), 0],
    [
      'a feature with a strange id',
      {
        type: 'Feature',
        id: "'; drop table x --",
        properties: { name: '$left_west' },
        geometry: square(0.9, 0.9, 1.1, 1.1),
      },
      3,
    ],
    [
      'the same place ten thousand times',
      {
        type: 'FeatureCollection',
        features: Array.from({ length: 10_000 }, () => ({
          type: 'Feature',
          properties: null,
          geometry: { type: 'Point', coordinates: [1.08, 1] },
        })),
      },
      1,
    ],
  ])('%s', async (_, right, features) => {
    const answer = await execute(right)
    expect(answer.status, await answer.clone().text()).toBe(200)
    const { totals } = (await answer.json()) as { totals: { left_features: number } }
    expect(totals.left_features).toBe(features)
  })
})

const number = fc.oneof(
  fc.double(),
  fc.constantFrom(0, 180, -180, 90, -90, 1e308, -1e308, 181),
  fc.double({ min: -180, max: 180 }),
  fc.constantFrom(null, '1', true),
)
const position = fc.array(number, { maxLength: 4 })
const coordinates = fc.oneof(
  position,
  fc.array(position, { maxLength: 6 }),
  fc.array(fc.array(position, { maxLength: 6 }), { maxLength: 3 }),
  fc.array(fc.array(fc.array(position, { maxLength: 6 }), { maxLength: 2 }), { maxLength: 2 }),
)
const closed = fc
  .array(fc.tuple(fc.double({ min: -180, max: 180, noNaN: true }), fc.double({ min: -90, max: 90, noNaN: true })), {
    minLength: 3,
    maxLength: 8,
  })
  .map((ring) => polygon([...ring, ring[0]]))
const geometry = fc.oneof(
  closed,
  fc.record({
    type: fc.constantFrom(
      'Point',
      'MultiPoint',
      'LineString',
      'MultiLineString',
      'Polygon',
      'MultiPolygon',
      'GeometryCollection',
      'x',
    ),
    coordinates,
  }),
)
const relation = fc.constantFrom<object>(
  { relation: 'intersects' },
  { relation: 'within', distance_m: 50_000 },
  { relation: 'nearest', k: 3 },
  { relation: 'overlap_area' },
)

test('whatever is sent, the answer is a result or what is wrong with it, and the engine lives', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.oneof({ arbitrary: geometry, weight: 5 }, { arbitrary: fc.jsonValue(), weight: 1 }),
      relation,
      fc.constantFrom('host_communities', 'protected_areas', 'countries'),
      async (right, more, collection) => {
        const answer = await send(tiny.app, { inputs: { left: { collection }, right, ...more } })
        expect([200, 400], JSON.stringify({ right, more }) + (await answer.clone().text())).toContain(answer.status)
      },
    ),
    { numRuns: 30, seed: 7 },
  )
  expect((await tiny.get('/api/readyz')).status).toBe(200)
}, 120_000)
