import { readFileSync } from 'node:fs'
import { strToU8, zipSync } from 'fflate'
import { serialize } from 'flatgeobuf/lib/mjs/geojson.js'
import { describe, expect, test } from 'vitest'
import { parseFile } from '#web/drop/parse-file.ts'
import { FileError } from '#web/drop/parsed.ts'

const bytes = (text: string): ArrayBuffer => Uint8Array.from(strToU8(text)).buffer
const problemOf = async (name: string, content: ArrayBuffer): Promise<unknown> => {
  const error = await parseFile(name, content).catch((reason: unknown) => reason)
  return error instanceof FileError ? error.problem : error
}
const square = {
  type: 'Polygon' as const,
  coordinates: [
    [
      [10, 1],
      [11, 1],
      [11, 2],
      [10, 1],
    ],
  ],
}
const feature = (geometry: unknown, properties = {}) => ({ type: 'Feature', properties, geometry })

describe('a dropped table', () => {
  test('becomes points where its columns say so; every other row is listed with its number and reason', async () => {
    const parsed = await parseFile(
      'places.csv',
      bytes('Name;Latitude;Longitude\nA;−1,5;30,25\nB;;30\nC;95;30\nD;2;31\n'),
    )
    expect(parsed.coordinates).toEqual({ longitude: 'Longitude', latitude: 'Latitude' })
    expect(parsed.features.map(({ id, geometry }) => [id, geometry])).toEqual([
      ['2', { type: 'Point', coordinates: [30.25, -1.5] }],
      ['5', { type: 'Point', coordinates: [31, 2] }],
    ])
    expect(parsed.bad).toEqual([
      { row: 3, reason: 'no_coordinates' },
      { row: 4, reason: 'outside_earth' },
    ])
    expect(parsed.features[0]?.properties.Name).toBe('A')
  })

  test('in an old encoding is read and said to be', async () => {
    const latin = new Uint8Array([...'name,lat,lon\nCerro de Pasc'].map((c) => c.charCodeAt(0)))
    const whole = new Uint8Array([...latin, 0xf3, ...[...',-10.6,-76.2\n'].map((c) => c.charCodeAt(0))])
    const parsed = await parseFile('mines.csv', whole.buffer)
    expect(parsed.notes).toEqual(['windows_1252'])
    expect(parsed.features[0]?.properties.name).toBe('Cerro de Pascó')
  })

  test('that was encoded twice is repaired and says where; what only looks so stays', async () => {
    const parsed = await parseFile('m.csv', bytes('name,RegiÃ³n,lat,lon\nCerro de PascÃ³,x,-10,-76\nÅland Ã,y,60,20\n'))
    expect(parsed.features.map(({ properties }) => properties.name)).toEqual(['Cerro de Pascó', 'Åland Ã'])
    expect(parsed.columns).toEqual(['name', 'Región', 'lat', 'lon'])
    expect(parsed.features[0]?.properties.Región).toBe('x')
    expect(parsed.repaired?.columns).toEqual(['name', 'Región'])
    const whole = await parseFile('m.csv', bytes('name,lat,lon\nPascó,-10,-76\n'))
    expect(whole.repaired).toBeNull()
  })

  test('without columns that tell the place asks which ones do', async () => {
    const content = bytes('a,b,c\n1,2,3\n')
    const error = await parseFile('t.csv', content).catch((reason: unknown) => reason)
    expect(error).toMatchObject({ problem: 'choose_coordinates', columns: ['a', 'b', 'c'] })
    const parsed = await parseFile('t.csv', content, { longitude: 'a', latitude: 'c' })
    expect(parsed.features[0]?.geometry).toEqual({ type: 'Point', coordinates: [1, 3] })
  })
})

describe('a dropped file with geometry', () => {
  test('GeoJSON: features that can not be drawn are listed', async () => {
    const features = [
      feature(square, { size: 4 }),
      feature(null),
      feature({ type: 'Point', coordinates: [200, 0] }),
      null,
    ]
    const parsed = await parseFile('a.geojson', bytes(JSON.stringify({ type: 'FeatureCollection', features })))
    expect(parsed.features).toHaveLength(1)
    expect(parsed.vertices).toBe(4)
    expect(parsed.bad.map(({ reason }) => reason)).toEqual(['no_geometry', 'outside_earth', 'unreadable'])
  })

  test('GeoJSON in another coordinate system is refused, as is one nested without end', async () => {
    const crs = { type: 'name', properties: { name: 'urn:ogc:def:crs:EPSG::3857' } }
    expect(await problemOf('a.geojson', bytes(JSON.stringify({ type: 'FeatureCollection', crs, features: [] })))).toBe(
      'other_projection',
    )
    const deep = `{"type":"FeatureCollection","features":[{"type":"Feature","properties":{},"geometry":{"type":"MultiPolygon","coordinates":${'['.repeat(5000)}1${']'.repeat(5000)}}}]}`
    expect((await parseFile('a.json', bytes(deep))).bad).toEqual([{ row: 1, reason: 'bad_geometry' }])
  })

  test('one feature a line', async () => {
    const lines = [feature(square), feature({ type: 'Point', coordinates: [1, 2] })].map((one) => JSON.stringify(one))
    expect((await parseFile('a.geojsonl', bytes(lines.join('\n')))).features).toHaveLength(2)
  })

  test('FlatGeobuf in degrees is read, in another system refused', async () => {
    const collection = { type: 'FeatureCollection' as const, features: [feature(square, { name: 'A' })] }
    const of = (code: number) => Uint8Array.from(serialize(collection as never, code)).buffer
    expect((await parseFile('a.fgb', of(4326))).features[0]?.properties.name).toBe('A')
    expect(await problemOf('a.fgb', of(32735))).toBe('other_projection')
  })

  test('KML and KMZ', async () => {
    const kml = `<kml xmlns="http://www.opengis.net/kml/2.2"><Placemark><name>矿山</name><Point><coordinates>26.1,-10.6,0</coordinates></Point></Placemark></kml>`
    expect((await parseFile('a.kml', bytes(kml))).features[0]?.properties.name).toBe('矿山')
    const zipped = Uint8Array.from(zipSync({ 'doc.kml': strToU8(kml) })).buffer
    expect((await parseFile('a.kmz', zipped)).features).toHaveLength(1)
  })

  test('a zip without a Shapefile, an unknown ending and a broken file are told apart', async () => {
    expect(await problemOf('a.zip', Uint8Array.from(zipSync({ 'readme.txt': strToU8('') })).buffer)).toBe(
      'unknown_format',
    )
    expect(await problemOf('a.gpkg', bytes('x'))).toBe('unknown_format')
    expect(await problemOf('a.xlsx', bytes('not a workbook'))).toBe('unreadable')
    expect(await problemOf('a.csv', bytes(''))).toBe('empty')
  })
})

test('the tables that ship read with nothing lost', async () => {
  const file = readFileSync(new URL('../../data/source/pilot-mines.csv', import.meta.url))
  const parsed = await parseFile('pilot-mines.csv', Uint8Array.from(file).buffer)
  expect(parsed.features.length + parsed.bad.length).toBe(141)
})
