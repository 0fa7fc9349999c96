import { readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Workbench } from '#server/prepare/database.ts'
import {
  collection,
  csv,
  feature,
  inFolder,
  type LayerRow,
  pointJson,
  squareJson,
  write,
  writeLayer,
  writeParquet,
  xlsx,
  zip,
} from '#test/fixtures/files.ts'
import { importInto, reasonsIn } from '#test/import/world.ts'
import { openBench, temporaryFolder } from '#test/prepare/workbench.ts'

let bench: Workbench
const folder = temporaryFolder()
beforeAll(async () => {
  bench = await openBench()
})
afterAll(() => {
  bench.close()
  folder[Symbol.dispose]()
})

const at = (...names: string[]) => inFolder(folder.path, ...names)
const header = ['community_id', 'name', 'iso3', 'latitude', 'longitude', 'population']
const kitwe = { community_id: 'a', name: 'Kitwe', iso3: 'ZMB', population: 500000 }
/** Kitwe stands at 28.2 E, 12.8 S; the same place in UTM zone 35 S, by pyproj 3.7.2: easting 630241.6933, northing 8584679.1556. */
const place: LayerRow = { values: kitwe, shape: 'POINT(28.2 -12.8)' }
const utm: LayerRow = { values: kitwe, shape: 'POINT(630241.6933 8584679.1556)' }
const expected = [{ ...kitwe, latitude: -12.8, longitude: 28.2, region_id: 'AFR' }]

/** An area with the columns of WDPA. */
const outline = (name: string): LayerRow => ({
  values: {
    SITE_ID: 1,
    SITE_PID: '1',
    NAME_ENG: name,
    DESIG_ENG: 'Park',
    IUCN_CAT: 'II',
    STATUS: 'Designated',
    STATUS_YR: 1990,
    REP_AREA: 1,
    ISO3: 'ZMB',
  },
  shape: 'POLYGON((25 -15,26 -15,26 -14,25 -15))',
})

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
    const { rows, normalised } = await importInto(bench, 'host_communities', write(at(`${name}.csv`), text))
    expect(rows).toMatchObject(expected)
    expect(normalised.mapping.id).toBe('template')
  })

  it.each([
    ['utf-8 with a mark', 'utf8', '\uFEFF'],
    ['utf-16', 'utf16le', '\uFEFF'],
    ['Latin-1', 'latin1', ''],
  ] as const)('CSV in %s', async (name, encoding, mark) => {
    const text = mark + csv(header, [['a', 'Município São José', 'ZMB', '-12.8', '28.2', '1']])
    const { rows } = await importInto(bench, 'host_communities', write(at(`${name}.csv`), Buffer.from(text, encoding)))
    expect(rows).toMatchObject([{ name: 'Município São José' }])
  })

  it('CSV in Windows-1251 and in GB 18030, as asked or guessed', async () => {
    const russian = Buffer.from(
      [...csv(header, [['a', 'NAME', 'KAZ', '45', '70', '1']]).split('NAME')].flatMap((part, index) => [
        ...(index === 0 ? [] : [0xca, 0xe0, 0xf0, 0xe0, 0xe3, 0xe0, 0xed, 0xe4, 0xe0]),
        ...Buffer.from(part),
      ]),
    )
    expect((await importInto(bench, 'host_communities', write(at('ru.csv'), russian))).rows).toMatchObject([
      { name: 'Караганда' },
    ])
    const chinese = Buffer.from(
      [...csv(header, [['a', 'NAME', 'KAZ', '45', '70', '1']]).split('NAME')].flatMap((part, index) => [
        ...(index === 0 ? [] : [0xb0, 0xa2, 0xc0, 0xad, 0xc9, 0xbd, 0xbf, 0xda]),
        ...Buffer.from(part),
      ]),
    )
    expect((await importInto(bench, 'host_communities', write(at('zh.csv'), chinese))).rows).toMatchObject([
      { name: '阿拉山口' },
    ])
  })

  it('XLSX, the only sheet with a table', async () => {
    const bytes = xlsx({ Notes: [['read me']], Data: [header, ['a', 'Kitwe', 'ZMB', '-12.8', '28.2', '500000']] })
    expect((await importInto(bench, 'host_communities', write(at('one.xlsx'), bytes))).rows).toMatchObject(expected)
  })

  it('GeoJSON, line by line, and as a text sequence', async () => {
    const one = feature(kitwe, pointJson(28.2, -12.8))
    const texts = {
      'a.geojson': collection(one),
      'a.geojsonl': `${JSON.stringify(one)}\n`,
      'a.geojsons': `\u001e${JSON.stringify(one)}\n`,
    }
    for (const [name, text] of Object.entries(texts)) {
      expect((await importInto(bench, 'host_communities', write(at(name), text))).rows).toMatchObject(expected)
    }
  })

  it.each(['ESRI Shapefile', 'GPKG', 'FlatGeobuf'] as const)('%s in UTM', async (driver) => {
    const ending = { 'ESRI Shapefile': 'shp', GPKG: 'gpkg', FlatGeobuf: 'fgb' }[driver]
    const values = driver === 'ESRI Shapefile' ? { ...kitwe } : kitwe
    const metres = await writeLayer(
      bench,
      at('utm', ending, `utm.${ending}`),
      driver,
      [{ ...utm, values }],
      'EPSG:32735',
    )
    const { rows, normalised } = await importInto(bench, 'host_communities', metres, ...shortNames(driver))
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
    const path = await writeParquet(bench, at(`${version}.parquet`), [place], version)
    expect((await importInto(bench, 'host_communities', path)).rows).toMatchObject(expected)
  })

  it('KML with data fields, and KMZ', async () => {
    const data = Object.entries(kitwe).map(([name, value]) => `<Data name="${name}"><value>${value}</value></Data>`)
    const kml = `<?xml version="1.0"?><kml xmlns="http://www.opengis.net/kml/2.2"><Document><Placemark><name>Kitwe</name><ExtendedData>${data.join('')}</ExtendedData><Point><coordinates>28.2,-12.8,1200</coordinates></Point></Placemark></Document></kml>`
    expect((await importInto(bench, 'host_communities', write(at('a.kml'), kml))).rows).toMatchObject(expected)
    const kmz = write(at('a.kmz'), zip({ 'doc.kml': Buffer.from(kml) }))
    expect((await importInto(bench, 'host_communities', kmz)).rows).toMatchObject(expected)
  })

  it('a folder of files of one schema, and a zipped one', async () => {
    write(at('villages', 'one.csv'), line(','))
    write(at('villages', 'two.csv'), line(';').replace('a;', 'b;'))
    write(at('villages', 'readme.md'), 'about')
    const { rows, normalised } = await importInto(bench, 'host_communities', at('villages'))
    expect(rows.map(({ community_id }) => community_id)).toEqual(['a', 'b'])
    expect(normalised.passedOver.map(({ file }) => file)).toEqual([expect.stringContaining('readme.md')])
    const packed = write(at('villages.zip'), zip({ 'x/one.csv': Buffer.from(line(',')) }))
    expect((await importInto(bench, 'host_communities', packed)).rows).toMatchObject(expected)
  })

  it('CSV with easting and northing, when the system is named', async () => {
    const path = write(at('utm.csv'), line(',', '8584679.1556', '630241.6933'))
    await expect(importInto(bench, 'host_communities', path)).rejects.toThrow(/in which coordinate system .*--crs EPSG/)
    const { rows } = await importInto(bench, 'host_communities', path, '--crs', 'EPSG:32735')
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
    const { rows, loaded } = await importInto(bench, 'mine_footprints', write(at('outlines.csv'), text))
    expect(rows).toMatchObject([{ mine_id: 'm1', shape: 'POLYGON' }])
    expect(reasonsIn(loaded)).toEqual(['1 x geometry: geometry: not well-known text'])
  })
})

describe('a question is asked, never answered by a guess', () => {
  it('which coordinate system, where a Shapefile has no .prj', async () => {
    const path = await writeLayer(bench, at('noprj', 'a.shp'), 'ESRI Shapefile', [outline('A')])
    rmSync(path.replace('.shp', '.prj'))
    const flags = ['--release', '2025-11']
    const asked = importInto(bench, 'protected_areas', path, ...flags)
    await expect(asked).rejects.toMatchObject({ kind: 'question', message: expect.stringMatching(/--crs EPSG/) })
    const told = await importInto(bench, 'protected_areas', path, ...flags, '--crs', 'EPSG:4326')
    expect(told.loaded.accepted).toBe(1)
  })

  it('which sheet and which layer, where several may be meant', async () => {
    const table = [header, ['a', 'Kitwe', 'ZMB', '-12.8', '28.2', '1']]
    const path = write(at('two.xlsx'), xlsx({ First: table, Second: table }))
    await expect(importInto(bench, 'host_communities', path)).rejects.toMatchObject({
      kind: 'question',
      message: expect.stringMatching(/--sheet .*"First".*"Second"/),
    })
    expect((await importInto(bench, 'host_communities', path, '--sheet', 'Second')).rows).toHaveLength(1)
  })

  it('day or month first, and comma or point, where no value tells', async () => {
    const names = [
      'incident_id',
      'title_en',
      'event_date',
      'time_precision',
      'incident_type',
      'severity',
      'link_basis',
      'iso3',
      'latitude',
      'longitude',
      'geo_precision',
      'verification',
      'is_before_ownership',
      'is_running_total',
      'fatalities',
    ]
    const row = (id: string, date: string, deaths = '0') => [
      id,
      'Protest',
      date,
      '1',
      'PROTEST',
      '2',
      'none',
      'ZMB',
      '-12.8',
      '28.2',
      '1',
      'REPORTED',
      'false',
      'false',
      deaths,
    ]
    const open = write(at('dates.csv'), csv(names, [row('a', '03/04/2024'), row('b', '2024-04-03')]))
    const first = await importInto(bench, 'incident_reports', open)
    expect(reasonsIn(first.loaded)).toEqual([
      '1 x event_date: "03/04/2024": the day or the month first? --dates dmy or mdy says which',
    ])
    const asked = await importInto(bench, 'incident_reports', open, '--dates', 'dmy')
    expect(asked.rows.map(({ event_date }) => (event_date as Date).toISOString().slice(0, 10))).toEqual([
      '2024-04-03',
      '2024-04-03',
    ])
    const told = write(at('told.csv'), csv(names, [row('a', '03/04/2024'), row('b', '25/04/2024', '1,234')]))
    const second = await importInto(bench, 'incident_reports', told)
    expect(second.rows).toMatchObject([{ incident_id: 'a' }, { incident_id: 'b', fatalities: 1234 }])
  })
})

describe('a file that can not be used is one clear line', () => {
  const cases: readonly (readonly [string, () => Promise<string> | string, RegExp])[] = [
    ['a raster', () => write(at('pop.tif'), 'II*\u0000 raster'), /pop\.tif: a raster \(TIFF\): rasters are not read/],
    [
      'an old workbook',
      () => write(at('old.xls'), Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0, 0])),
      /old\.xls: an old Excel workbook/,
    ],
    ['gzip', () => write(at('a.csv.gz'), Buffer.from([0x1f, 0x8b, 8])), /packed with gzip/],
    ['nothing', () => write(at('empty.csv'), ''), /empty\.csv: the file is empty/],
    [
      'a VRT',
      () =>
        write(
          at('trap.geojson'),
          '<OGRVRTDataSource><OGRVRTLayer name="x"><SrcDataSource>/etc/passwd</SrcDataSource></OGRVRTLayer></OGRVRTDataSource>',
        ),
      /only points at others \(VRT\): not read/,
    ],
    ['XML that is no KML', () => write(at('x.kml'), '<gml/>'), /XML, but not KML/],
    [
      'KML with a document type',
      () => write(at('bomb.kml'), '<!DOCTYPE kml [<!ENTITY a "b">]><kml><Placemark><name>&a;</name></Placemark></kml>'),
      /declares a document type/,
    ],
    [
      'cut GeoJSON',
      () => write(at('cut.geojson'), collection(feature({}, squareJson(1, 1))).slice(0, -30)),
      /it was cut off/,
    ],
    [
      'a cut archive',
      () => write(at('cut.zip'), zip({ 'a.csv': Buffer.from('a,b\n1,2') }).slice(0, 60)),
      /damaged or cut off/,
    ],
    [
      'an archive that leads out',
      () => write(at('slip.zip'), zip({ '../../evil.csv': Buffer.from('a,b') })),
      /invalid relative path|leads out/,
    ],
    ['no file', () => at('missing.csv'), /missing\.csv: it is not there/],
  ]
  it.each(cases)('%s', async (_, make, message) => {
    const error = await importInto(bench, 'host_communities', await make()).catch((thrown: unknown) => thrown)
    expect(error).toBeInstanceOf(Error)
    expect((error as Error).message).toMatch(message)
    expect((error as Error).message).not.toContain('\n')
  })

  it('a cut Shapefile, GeoPackage and Parquet file', async () => {
    const rows = [place, place, place]
    for (const [driver, ending] of [
      ['ESRI Shapefile', 'shp'],
      ['GPKG', 'gpkg'],
    ] as const) {
      const path = await writeLayer(bench, at('cut', ending, `a.${ending}`), driver, rows)
      truncateSync(path, Math.floor(readFileSync(path).length / 2))
      await expect(importInto(bench, 'host_communities', path)).rejects.toThrow(/cut off/)
    }
    const parquet = await writeParquet(bench, at('cut.parquet'), rows, 'V2')
    writeFileSync(parquet, readFileSync(parquet).subarray(0, 300))
    await expect(importInto(bench, 'host_communities', parquet)).rejects.toThrow(/cut off/)
  })

  it('GeoJSON nested a hundred thousand deep is set aside, and its neighbours stay', async () => {
    const deep = `{"type":"Feature","properties":{},"geometry":${'{"type":"GeometryCollection","geometries":['.repeat(100_000)}${']}'.repeat(100_000)}}`
    const whole = JSON.stringify(feature(kitwe, pointJson(28.2, -12.8)))
    const path = write(at('deep.geojson'), `{"type":"FeatureCollection","features":[${whole},${deep}]}`)
    const { loaded, rows } = await importInto(bench, 'host_communities', path)
    expect(rows).toMatchObject(expected)
    expect(reasonsIn(loaded)).toEqual(['1 x : nested too deeply'])
  })
})

describe('texts of a Shapefile are read by their bytes', () => {
  it.each([
    ['missing', null],
    ['wrong', 'ISO-8859-1'],
    ['right', 'UTF-8'],
  ])('where the .cpg is %s', async (_, page) => {
    const path = await writeLayer(bench, at(`cpg-${page}`, 'a.shp'), 'ESRI Shapefile', [outline('Perú – Ñuñoa')])
    const file = path.replace('.shp', '.cpg')
    rmSync(file, { force: true })
    if (page !== null) writeFileSync(file, page)
    const { rows } = await importInto(bench, 'protected_areas', path, '--release', '2025-11')
    expect(rows).toMatchObject([{ name_eng: 'Perú – Ñuñoa' }])
  })
})
