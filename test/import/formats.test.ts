import { describe, expect, it } from 'vitest'
import {
  collection,
  csv,
  feature,
  pointJson,
  write,
  writeLayer,
  writeParquet,
  xlsx,
  zip,
} from '#test/fixtures/files.ts'
import { expected, header, kitwe, place, utm } from '#test/import/kitwe.ts'
import { importInto, importWorld, reasonsIn } from '#test/import/world.ts'

const world = importWorld()
const { at } = world

describe('the same place in each format', () => {
  const line = (delimiter: string, latitude = '-12.8', longitude = '28.2') =>
    csv(header, [['a', 'Kitwe', 'ZMB', latitude, longitude, '500000']], delimiter)

  it.each([
    ['comma', line(',')],
    ['semicolon and decimal comma', line(';', '-12,8', '28,2')],
    ['tab', line('\t')],
    ['bar', line('|')],
    ['title lines above the header', `My villages\nas of 2024\n${line(',')}`],
  ])('CSV with %s', async (name, text) => {
    const { rows, normalised } = await importInto(world.bench, 'host_communities', write(at(`${name}.csv`), text))
    expect(rows).toMatchObject(expected)
    expect(normalised.mapping.id).toBe('template')
  })

  it.each([
    ['utf-8 with a mark', 'utf8', '\uFEFF'],
    ['utf-16', 'utf16le', '\uFEFF'],
    ['Latin-1', 'latin1', ''],
  ] as const)('CSV in %s', async (name, encoding, mark) => {
    const text = mark + csv(header, [['a', 'Município São José', 'ZMB', '-12.8', '28.2', '1']])
    const { rows } = await importInto(
      world.bench,
      'host_communities',
      write(at(`${name}.csv`), Buffer.from(text, encoding)),
    )
    expect(rows).toMatchObject([{ name: 'Município São José' }])
  })

  it('CSV in Windows-1251 and in GB 18030, as asked or guessed', async () => {
    const russian = Buffer.from(
      [...csv(header, [['a', 'NAME', 'KAZ', '45', '70', '1']]).split('NAME')].flatMap((part, index) => [
        ...(index === 0 ? [] : [0xca, 0xe0, 0xf0, 0xe0, 0xe3, 0xe0, 0xed, 0xe4, 0xe0]),
        ...Buffer.from(part),
      ]),
    )
    expect((await importInto(world.bench, 'host_communities', write(at('ru.csv'), russian))).rows).toMatchObject([
      { name: 'Караганда' },
    ])
    const chinese = Buffer.from(
      [...csv(header, [['a', 'NAME', 'KAZ', '45', '70', '1']]).split('NAME')].flatMap((part, index) => [
        ...(index === 0 ? [] : [0xb0, 0xa2, 0xc0, 0xad, 0xc9, 0xbd, 0xbf, 0xda]),
        ...Buffer.from(part),
      ]),
    )
    expect((await importInto(world.bench, 'host_communities', write(at('zh.csv'), chinese))).rows).toMatchObject([
      { name: '阿拉山口' },
    ])
  })

  it('XLSX, the only sheet with a table', async () => {
    const bytes = xlsx({ Notes: [['read me']], Data: [header, ['a', 'Kitwe', 'ZMB', '-12.8', '28.2', '500000']] })
    expect((await importInto(world.bench, 'host_communities', write(at('one.xlsx'), bytes))).rows).toMatchObject(
      expected,
    )
  })

  it('GeoJSON, line by line, and as a text sequence', async () => {
    const one = feature(kitwe, pointJson(28.2, -12.8))
    const texts = {
      'a.geojson': collection(one),
      'a.geojsonl': `${JSON.stringify(one)}\n`,
      'a.geojsons': `\u001e${JSON.stringify(one)}\n`,
    }
    for (const [name, text] of Object.entries(texts)) {
      expect((await importInto(world.bench, 'host_communities', write(at(name), text))).rows).toMatchObject(expected)
    }
  })

  it.each(['ESRI Shapefile', 'GPKG', 'FlatGeobuf'] as const)('%s in UTM', async (driver) => {
    const ending = { 'ESRI Shapefile': 'shp', GPKG: 'gpkg', FlatGeobuf: 'fgb' }[driver]
    const values = driver === 'ESRI Shapefile' ? { ...kitwe } : kitwe
    const metres = await writeLayer(
      world.bench,
      at('utm', ending, `utm.${ending}`),
      driver,
      [{ ...utm, values }],
      'EPSG:32735',
    )
    const { rows, normalised } = await importInto(world.bench, 'host_communities', metres, ...shortNames(driver))
    expect(Number(rows[0]?.latitude)).toBeCloseTo(-12.8, 4)
    expect(Number(rows[0]?.longitude)).toBeCloseTo(28.2, 4)
    expect(normalised.files[0]?.notes.join()).toMatch(/coordinates in/)
  })

  /** A Shapefile cuts names at ten letters: a mapping says which field they are. */
  function shortNames(driver: string): string[] {
    if (driver !== 'ESRI Shapefile') return []
    const mapping = {
      id: 'short',
      dataset: 'host_communities',
      title: { en: 'short', zh: 'short' },
      recognise: [['name']],
      fields: {
        community_id: { from: ['community_'] },
        name: { from: ['name'] },
        iso3: { from: ['iso3'] },
        population: { from: ['population'] },
      },
      mends: ['region_of_country'],
      source: { publisher: { en: 'x', zh: 'x' }, licence: 'x', licence_url: '', attribution: 'x', url: '' },
      redistribution: 'open',
      terms: { en: 'x', zh: 'x' },
    }
    return ['--mapping', write(at('short.json'), JSON.stringify(mapping))]
  }

  it.each(['V1', 'V2', 'BOTH'] as const)('GeoParquet %s', async (version) => {
    const path = await writeParquet(world.bench, at(`${version}.parquet`), [place], version)
    expect((await importInto(world.bench, 'host_communities', path)).rows).toMatchObject(expected)
  })

  it('KML with data fields, and KMZ', async () => {
    const data = Object.entries(kitwe).map(([name, value]) => `<Data name="${name}"><value>${value}</value></Data>`)
    const kml = `<?xml version="1.0"?><kml xmlns="http://www.opengis.net/kml/2.2"><Document><Placemark><name>Kitwe</name><ExtendedData>${data.join('')}</ExtendedData><Point><coordinates>28.2,-12.8,1200</coordinates></Point></Placemark></Document></kml>`
    expect((await importInto(world.bench, 'host_communities', write(at('a.kml'), kml))).rows).toMatchObject(expected)
    const kmz = write(at('a.kmz'), zip({ 'doc.kml': Buffer.from(kml) }))
    expect((await importInto(world.bench, 'host_communities', kmz)).rows).toMatchObject(expected)
  })

  it('a folder of files of one schema, and a zipped one', async () => {
    write(at('villages', 'one.csv'), line(','))
    write(at('villages', 'two.csv'), line(';').replace('a;', 'b;'))
    write(at('villages', 'readme.md'), 'about')
    const { rows, normalised } = await importInto(world.bench, 'host_communities', at('villages'))
    expect(rows.map(({ community_id }) => community_id)).toEqual(['a', 'b'])
    expect(normalised.passedOver.map(({ file }) => file)).toEqual([expect.stringContaining('readme.md')])
    const packed = write(at('villages.zip'), zip({ 'x/one.csv': Buffer.from(line(',')) }))
    expect((await importInto(world.bench, 'host_communities', packed)).rows).toMatchObject(expected)
  })

  it('CSV with easting and northing, when the system is named', async () => {
    const path = write(at('utm.csv'), line(',', '8584679.1556', '630241.6933'))
    await expect(importInto(world.bench, 'host_communities', path)).rejects.toThrow(
      /in which coordinate system .*--crs EPSG/,
    )
    const { rows } = await importInto(world.bench, 'host_communities', path, '--crs', 'EPSG:32735')
    expect(Number(rows[0]?.latitude)).toBeCloseTo(-12.8, 4)
  })

  it('CSV with outlines as well-known text', async () => {
    const text = csv(
      ['mine_id', 'geometry'],
      [
        ['m1', 'POLYGON((27 -13,27.01 -13,27.01 -12.99,27 -12.99,27 -13))'],
        ['m2', 'POLYGON((27 -13,27.01 -13'],
      ],
    )
    const { rows, loaded } = await importInto(world.bench, 'mine_footprints', write(at('outlines.csv'), text))
    expect(rows).toMatchObject([{ mine_id: 'm1', shape: 'POLYGON' }])
    expect(reasonsIn(loaded)).toEqual(['1 x geometry: geometry: not well-known text'])
  })
})
