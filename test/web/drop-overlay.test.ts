import { describe, expect, test } from 'vitest'
import { readUpload, uploadedAtMost } from '#server/processes/geojson.ts'
import { inputsOf } from '#web/drop/overlay-question.ts'
import { guessNameColumn, holdsAreas, uploadLimits, uploadOf } from '#web/drop/overlay-upload.ts'
import { parseFile } from '#web/drop/parse-file.ts'

const bytes = (value: unknown): ArrayBuffer => Uint8Array.from(new TextEncoder().encode(JSON.stringify(value))).buffer
const read = (features: unknown[]) => parseFile('t.geojson', bytes({ type: 'FeatureCollection', features }))
const feature = (geometry: unknown, properties = {}) => ({ type: 'Feature', properties, geometry })
const ring = [
  [10, 1, 300],
  [11, 1, 300],
  [11, 2, 300],
  [10, 1, 300],
]
const point = (coordinates: unknown) => ({ type: 'Point', coordinates })
const collection = (...geometries: unknown[]) => ({ type: 'GeometryCollection', geometries })

describe('a dropped file for the overlay process', () => {
  test('is what the server takes, whatever geometry the file has; what it would refuse stays out and is counted', async () => {
    const parsed = await read([
      feature(point([28, -12, 1200]), { site: 'Camp', secret: 1 }),
      feature({ type: 'Polygon', coordinates: [ring] }, { site: 'Field' }),
      feature(collection(point([1, 2]), collection(collection(point([3, 4])))), { site: null }),
      feature(
        collection(point([1, 2]), {
          type: 'LineString',
          coordinates: [
            [1, 2],
            [2, 3],
          ],
        }),
      ),
      feature({ type: 'Polygon', coordinates: [ring.slice(0, 3)] }),
      feature({ type: 'LineString', coordinates: [[1, 2]] }),
      feature({ type: 'Point', coordinates: [[1, 2]] }),
      feature({ type: 'Polygon', coordinates: [] }),
    ])
    const upload = uploadOf(parsed, guessNameColumn(parsed))
    expect(upload.collection.features.map(({ id, properties }) => [id, properties])).toEqual([
      ['1', { name: 'Camp' }],
      ['2', { name: 'Field' }],
      ['3', { name: '3' }],
    ])
    expect(upload.leftOut + upload.collection.features.length).toBe(parsed.features.length)
    const taken = readUpload(JSON.parse(JSON.stringify(upload.collection)), 'inputs.right')
    expect(taken.map(({ id, name }) => [id, name])).toEqual([
      ['1', 'Camp'],
      ['2', 'Field'],
      ['3', '3'],
    ])
    expect(upload.vertices).toBe(7)
    expect(holdsAreas(parsed)).toBe(true)
  })

  test('may be as large as the server says: limits are the same, and one feature more is too much', async () => {
    expect(uploadLimits).toEqual(uploadedAtMost)
    const features = Array.from({ length: uploadLimits.features + 1 }, (_, index) => feature(point([index / 100, 1])))
    const one = await read(features)
    expect(uploadOf(one, null).isTooMuch).toBe(true)
    expect(uploadOf({ ...one, features: one.features.slice(1) }, null).isTooMuch).toBe(false)
  })

  test('asks for each relation what the process understands', async () => {
    const upload = uploadOf(await read([feature(point([28, -12]))]), null)
    const question = { collection: 'mines', distance_km: 5, k: 3, nameColumn: null }
    const asked = (relation: 'within' | 'nearest' | 'intersects') => inputsOf({ ...question, relation }, upload)
    expect(asked('within')).toEqual({
      left: { collection: 'mines' },
      right: upload.collection,
      relation: 'within',
      distance_m: 5000,
    })
    expect(asked('nearest')).toMatchObject({ relation: 'nearest', k: 3 })
    expect(Object.keys(asked('intersects'))).toEqual(['left', 'right', 'relation'])
  })
})
