import { describe, expect, it } from 'vitest'
import * as lists from '#test/fixtures/columns.ts'
import { csv, squareText, write, writeLayer, xlsx } from '#test/fixtures/files.ts'
import { importInto, importWorld, reasonsIn } from '#test/import/world.ts'

const world = importWorld()
const { at } = world

describe('mines and their outlines', () => {
  it('GIOMT: one cell holds latitude and longitude', async () => {
    const { gemIronColumns: columns, record } = lists
    const base = {
      'Country/Area': 'Zambia',
      'Operating status': 'operating',
      'Coordinate accuracy': 'exact',
      Parent: 'Parent Co',
    }
    const rows = [
      record(columns, {
        ...base,
        'GEM Asset ID': 'P1',
        'Asset name (English)': 'Iron Hill',
        Coordinates: '\u221212.5, 27.25',
      }),
      record(columns, { ...base, 'GEM Asset ID': 'P2', 'Asset name (English)': 'No place', Coordinates: 'unknown' }),
    ]
    const path = write(
      at('Global-Iron-Ore-Mines-Tracker-August-2025.xlsx'),
      xlsx({ About: [['About this file']], 'Main Data': [[...columns], ...rows] }),
    )
    const { normalised, loaded, rows: found } = await importInto(world.bench, 'mines', path)
    expect([normalised.mapping.id, normalised.facts.source.date]).toEqual(['gem-iron', '2025-08-01'])
    expect(found).toMatchObject([
      {
        mine_id: 'P1',
        latitude: -12.5,
        longitude: 27.25,
        commod1: 'FE',
        dev_stat: 'OPERATING',
        group_name: 'Parent Co',
      },
    ])
    expect(reasonsIn(loaded)).toEqual(['1 x Coordinates; Coordinates: is empty; is empty'])
  })

  it('USGS MRDS: words become codes, the first two kept apart, all approximate', async () => {
    const { mrdsColumns: columns, record } = lists
    const rows = [
      record(columns, {
        dep_id: 100,
        site_name: 'Nkana',
        latitude: -12.8,
        longitude: 28.2,
        country: 'Zambia',
        commod1: 'Copper, Cobalt',
        commod2: 'Gold',
        dev_stat: 'Past Producer',
      }),
    ]
    const { normalised, rows: found } = await importInto(
      world.bench,
      'mines',
      write(at('mrds.csv'), csv(columns, rows)),
    )
    expect(normalised.mapping.id).toBe('usgs-mrds')
    expect(found).toMatchObject([
      {
        mine_id: 'mrds-100',
        commod1: 'CU',
        commod2: 'CO',
        commod3: 'AU',
        dev_stat: 'RETIRED',
        loc_accuracy: 'APPROXIMATE_LOCATION',
      },
    ])
  })

  it('Land Matrix: only deals for mining, with their own accuracy', async () => {
    const { landMatrixColumns: columns, record } = lists
    const base = {
      'Target country': 'Zambia',
      'Spatial accuracy level': 'Administrative region',
      Point: '-13.1,27.2',
      'Implementation status': 'Project not started',
    }
    const rows = [
      record(columns, { ...base, 'Deal ID': 11, 'Intention of investment': 'Mining|Timber', Location: 'Kabwe' }),
      record(columns, { ...base, 'Deal ID': 12, 'Intention of investment': 'Food crops' }),
    ]
    const {
      normalised,
      loaded,
      rows: found,
    } = await importInto(world.bench, 'mines', write(at('deals.csv'), csv(columns, rows, ';')))
    expect(normalised.mapping.id).toBe('land-matrix')
    expect(found).toMatchObject([
      { mine_id: 'landmatrix-11', mine_name: 'Kabwe', loc_accuracy: 'ADMINISTRATIVE_REGION', dev_stat: 'PROPOSED' },
    ])
    expect(reasonsIn(loaded)).toEqual(['1 x Intention of investment: mining is not among the intentions of the deal'])
  })

  it('Maus: polygons of a GeoPackage become footprints', async () => {
    const rows = [{ values: { ISO3_CODE: 'ZMB', COUNTRY_NAME: 'Zambia', AREA: 1.2 }, shape: squareText(27, -13, 0.01) }]
    const { normalised, rows: found } = await importInto(
      world.bench,
      'mine_footprints',
      await writeLayer(world.bench, at('global_mining_polygons_v2.gpkg'), 'GPKG', rows),
    )
    expect(normalised.mapping.id).toBe('maus')
    expect(found).toMatchObject([{ mine_id: 'maus-1', shape: 'POLYGON', area_type: 'mining area' }])
    // 0.01 degrees are 1.106 km north to south and 1.085 km west to east at 13 degrees south.
    expect(Number(found[0]?.km2)).toBeCloseTo(1.2, 1)
  })
})
