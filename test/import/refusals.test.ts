import { readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { incidentColumns, record } from '#test/fixtures/columns.ts'
import {
  collection,
  csv,
  feature,
  pointJson,
  squareJson,
  write,
  writeLayer,
  writeParquet,
  xlsx,
  zip,
} from '#test/fixtures/files.ts'
import { expected, header, kitwe, outline, place } from '#test/import/kitwe.ts'
import { importInto, importWorld, reasonsIn } from '#test/import/world.ts'

const world = importWorld()
const { at } = world

describe('a question is asked, never answered by a guess', () => {
  it('which coordinate system, where a Shapefile has no .prj', async () => {
    const path = await writeLayer(world.bench, at('noprj', 'a.shp'), 'ESRI Shapefile', [outline('A')])
    rmSync(path.replace('.shp', '.prj'))
    const flags = ['--release', '2025-11']
    const asked = importInto(world.bench, 'protected_areas', path, ...flags)
    await expect(asked).rejects.toMatchObject({ kind: 'question', message: expect.stringMatching(/--crs EPSG/) })
    const told = await importInto(world.bench, 'protected_areas', path, ...flags, '--crs', 'EPSG:4326')
    expect(told.loaded.accepted).toBe(1)
  })

  it('which sheet and which layer, where several may be meant', async () => {
    const table = [header, ['a', 'Kitwe', 'ZMB', '-12.8', '28.2', '1']]
    const path = write(at('two.xlsx'), xlsx({ First: table, Second: table }))
    await expect(importInto(world.bench, 'host_communities', path)).rejects.toMatchObject({
      kind: 'question',
      message: expect.stringMatching(/--sheet .*"First".*"Second"/),
    })
    expect((await importInto(world.bench, 'host_communities', path, '--sheet', 'Second')).rows).toHaveLength(1)
  })

  it('day or month first, and comma or point, where no value tells', async () => {
    const report = { title_en: 'Protest', time_precision: 1, incident_type: 'PROTEST', severity: 2, link_basis: 'none' }
    const site = { iso3: 'ZMB', latitude: -12.8, longitude: 28.2, geo_precision: 1, verification: 'REPORTED' }
    const flags = { is_before_ownership: 'false', is_running_total: 'false' }
    const row = (incident_id: string, event_date: string, fatalities = '0') =>
      record(incidentColumns, { ...report, ...site, ...flags, incident_id, event_date, fatalities })
    const open = write(at('dates.csv'), csv(incidentColumns, [row('a', '03/04/2024'), row('b', '2024-04-03')]))
    const first = await importInto(world.bench, 'incident_reports', open)
    expect(reasonsIn(first.loaded)).toEqual([
      '1 x event_date: "03/04/2024": the day or the month first? --dates dmy or mdy says which',
    ])
    const asked = await importInto(world.bench, 'incident_reports', open, '--dates', 'dmy')
    expect(asked.rows.map(({ event_date }) => (event_date as Date).toISOString().slice(0, 10))).toEqual([
      '2024-04-03',
      '2024-04-03',
    ])
    const told = write(at('told.csv'), csv(incidentColumns, [row('a', '03/04/2024'), row('b', '25/04/2024', '1,234')]))
    const second = await importInto(world.bench, 'incident_reports', told)
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
    const error = await importInto(world.bench, 'host_communities', await make()).catch((thrown: unknown) => thrown)
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
      const path = await writeLayer(world.bench, at('cut', ending, `a.${ending}`), driver, rows)
      truncateSync(path, Math.floor(readFileSync(path).length / 2))
      await expect(importInto(world.bench, 'host_communities', path)).rejects.toThrow(/cut off/)
    }
    const parquet = await writeParquet(world.bench, at('cut.parquet'), rows, 'V2')
    writeFileSync(parquet, readFileSync(parquet).subarray(0, 300))
    await expect(importInto(world.bench, 'host_communities', parquet)).rejects.toThrow(/cut off/)
  })

  it('GeoJSON nested a hundred thousand deep is set aside, and its neighbours stay', async () => {
    const deep = `{"type":"Feature","properties":{},"geometry":${'{"type":"GeometryCollection","geometries":['.repeat(100_000)}${']}'.repeat(100_000)}}`
    const whole = JSON.stringify(feature(kitwe, pointJson(28.2, -12.8)))
    const path = write(at('deep.geojson'), `{"type":"FeatureCollection","features":[${whole},${deep}]}`)
    const { loaded, rows } = await importInto(world.bench, 'host_communities', path)
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
    const path = await writeLayer(world.bench, at(`cpg-${page}`, 'a.shp'), 'ESRI Shapefile', [outline('Perú – Ñuñoa')])
    const file = path.replace('.shp', '.cpg')
    rmSync(file, { force: true })
    if (page !== null) writeFileSync(file, page)
    const { rows } = await importInto(world.bench, 'protected_areas', path, '--release', '2025-11')
    expect(rows).toMatchObject([{ name_eng: 'Perú – Ñuñoa' }])
  })
})
