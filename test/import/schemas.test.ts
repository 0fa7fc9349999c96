import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Workbench } from '#server/prepare/database.ts'
import * as lists from '#test/fixtures/columns.ts'
import {
  collection,
  csv,
  feature,
  inFolder,
  pointJson,
  squareJson,
  squareText,
  write,
  writeLayer,
  xlsx,
} from '#test/fixtures/files.ts'
import { importInto, lawHolds, reasonsIn } from '#test/import/world.ts'
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

const at = (name: string) => inFolder(folder.path, name)

describe('ACLED', () => {
  const { acledColumns: columns, record } = lists
  const base = {
    event_date: '2024-05-07',
    time_precision: 1,
    event_type: 'Protests',
    sub_event_type: 'Peaceful protest',
    iso: 894,
    country: 'Zambia',
    location: 'Chambishi',
    latitude: -12.6,
    longitude: 28,
    geo_precision: 1,
    source: 'Lusaka Times; BBC',
    fatalities: 0,
  }

  it('is known by its 31 columns; types, severity and country follow the crosswalk', async () => {
    const rows = [
      record(columns, {
        ...base,
        event_id_cnty: 'ZAM1',
        fatalities: 12,
        event_type: 'Battles',
        sub_event_type: 'Armed clash',
      }),
      record(columns, { ...base, event_id_cnty: 'ZAM2', geo_precision: 2, event_date: '07 May 2024' }),
      record(columns, { ...base, event_id_cnty: 'ZAM2' }),
      record(columns, { ...base, event_id_cnty: 'USA1', iso: 840, country: 'United States' }),
      record(columns, { ...base, event_id_cnty: 'ZAM3', event_type: 'Gossip' }),
    ]
    expect(columns).toHaveLength(31)
    const {
      normalised,
      loaded,
      rows: found,
    } = await importInto(bench, 'incident_reports', write(at('acled.csv'), csv(columns, rows)))
    expect(normalised.mapping.id).toBe('acled')
    expect(normalised.facts.redistribution).toBe('derived_only')
    expect(found).toMatchObject([
      {
        incident_id: 'ZAM1',
        incident_type: 'ARMED_CONFLICT',
        issue: 'HR',
        severity: '5',
        iso3: 'ZMB',
        region_id: 'AFR',
        n_sources: 2,
        fatalities: 12,
        loc_accuracy: 'EXACT_LOCATION',
      },
      {
        incident_id: 'ZAM2',
        incident_type: 'PROTEST',
        severity: '2',
        loc_accuracy: 'APPROXIMATE_LOCATION',
        title_en: 'Peaceful protest: Chambishi',
      },
    ])
    expect(reasonsIn(loaded)).toEqual([
      '1 x event_type: "Gossip" is not a word that is known here',
      '1 x incident_id: "ZAM2" is there twice',
      '1 x region_id: outside the four regions (USA)',
    ])
  })
})

describe('UCDP GED', () => {
  it('keeps best, low and high, and places events by the codebook’s precision', async () => {
    const { ucdpColumns: columns, record } = lists
    const base = {
      relid: 'x',
      type_of_violence: 3,
      dyad_name: 'A - Civilians',
      where_description: 'near Beni',
      number_of_sources: -1,
      date_prec: 4,
      date_start: '2023-02-01 00:00:00.000',
      latitude: -5,
      longitude: 29,
      country: 'DR Congo (Zaire)',
      best: 3,
      low: 2,
      high: 9,
    }
    const rows = [
      record(columns, { ...base, id: 1, where_prec: 1 }),
      record(columns, { ...base, id: 2, where_prec: 4 }),
    ]
    const {
      normalised,
      loaded,
      rows: found,
    } = await importInto(bench, 'incident_reports', write(at('GEDEvent_v24_1.csv'), csv(columns, rows)))
    expect(normalised.mapping.id).toBe('ucdp-ged')
    expect(loaded.rejects).toEqual([])
    expect(found).toMatchObject([
      {
        incident_id: 'ucdp-1',
        iso3: 'COD',
        severity: '4',
        time_precision: '3',
        geo_precision: '1',
        loc_accuracy: 'EXACT_LOCATION',
        fatalities: 3,
        fatalities_min: 2,
        fatalities_max: 9,
        n_sources: null,
      },
      { incident_id: 'ucdp-2', geo_precision: '3', loc_accuracy: 'ADMINISTRATIVE_REGION' },
    ])
  })
})

describe('WDPA', () => {
  const old = {
    DESIG_ENG: 'National Park',
    DESIG_TYPE: 'National',
    IUCN_CAT: 'II',
    MARINE: '0',
    REP_AREA: 100,
    STATUS: 'Designated',
    STATUS_YR: 0,
    ISO3: 'ZMB',
  }
  const area = (WDPA_PID: string, more: Record<string, string | number>, shape: string) => ({
    values: { WDPAID: 1, WDPA_PID, NAME: `Area ${WDPA_PID}`, ORIG_NAME: 'Parc', ...old, ...more },
    shape,
  })

  it('asks for the release, which it finds in the name of the file as published', async () => {
    const rows = [area('1_A', {}, squareText(25, -15))]
    const unnamed = await writeLayer(bench, at('areas/areas.shp'), 'ESRI Shapefile', rows)
    await expect(importInto(bench, 'protected_areas', unnamed)).rejects.toThrow(/--release YYYY-MM/)
    const named = await writeLayer(bench, at('wdpa/WDPA_Oct2025_Public_shp-polygons.shp'), 'ESRI Shapefile', rows)
    expect((await importInto(bench, 'protected_areas', named)).normalised.facts.source.date).toBe('2025-10-01')
    const asked = await importInto(bench, 'protected_areas', unnamed, '--release', '2025-09')
    expect(asked.normalised.facts.source.date).toBe('2025-09-01')
  })

  it('with the old names counts by wdpa_clean: status, biosphere reserves and marine areas stay out of totals', async () => {
    const rows = [
      area('1_A', {}, squareText(25, -15)),
      area('2_A', { STATUS: 'Proposed' }, squareText(26, -15)),
      area('3_A', { DESIG_ENG: 'UNESCO-MAB Biosphere Reserve' }, squareText(27, -15)),
      area('4_A', { MARINE: '2' }, squareText(28, -15)),
      area(
        '5_A',
        { DESIG_ENG: 'World Heritage Site (natural or mixed)', STATUS: 'Inscribed', STATUS_YR: 1989 },
        squareText(22, -15),
      ),
    ]
    const path = await writeLayer(bench, at('old/WDPA_Oct2025_polygons.shp'), 'ESRI Shapefile', rows)
    const { loaded, rows: found } = await importInto(bench, 'protected_areas', path)
    expect(loaded.accepted).toBe(5)
    expect(
      found.map(({ site_id, is_counted, int_crit, status_yr }) => [site_id, is_counted, int_crit, status_yr]),
    ).toEqual([
      ['1_A', true, null, null],
      ['2_A', false, null, null],
      ['3_A', false, 'Biosphere', null],
      ['4_A', false, null, null],
      ['5_A', true, 'World Heritage (natural)', 1989],
    ])
    expect(found[0]).toMatchObject({ name_eng: 'Area 1_A', name: 'Parc', is_approx: false, realm: 'Terrestrial' })
  })

  it('with the names of November 2025 takes points as circles, flagged approximate', async () => {
    const { wdpaNewColumns: columns, record } = lists
    const base = {
      DESIG_ENG: 'Forest Reserve',
      DESIG_TYPE: 'National',
      IUCN_CAT: 'VI',
      REALM: 'Coastal',
      STATUS: 'Established',
      STATUS_YR: 2001,
      ISO3: 'ZMB;COD',
    }
    const properties = (values: Record<string, string | number>) =>
      Object.fromEntries(columns.map((name, index) => [name, record(columns, { ...base, ...values })[index]]))
    const path = write(
      at('WDPA_Nov2025_Public_points.geojson'),
      collection(
        feature(properties({ SITE_ID: 7, SITE_PID: '7', NAME_ENG: 'Point wood', NAME: 'Bois', REP_AREA: 50 }), {
          type: 'MultiPoint',
          coordinates: [[25, -15]],
        }),
        feature(
          properties({ SITE_ID: 8, SITE_PID: '8', NAME_ENG: '', NAME: 'Bois huit', REP_AREA: 0 }),
          pointJson(26, -15),
        ),
      ),
    )
    const { normalised, loaded, rows } = await importInto(bench, 'protected_areas', path)
    expect([normalised.mapping.id, normalised.facts.source.date]).toEqual(['wdpa', '2025-11-01'])
    expect(loaded.rejects).toEqual([])
    expect(rows).toMatchObject([
      {
        site_id: '7',
        name_eng: 'Point wood',
        name: 'Bois',
        latitude: -15,
        longitude: 25,
        is_approx: true,
        rep_area_km2: 50,
        iso3: 'ZMB',
        realm: 'Coastal',
      },
      { site_id: '8', name_eng: 'Bois huit', rep_area_km2: null, is_approx: true, shape: 'POINT' },
    ])
  })
})

describe('places where people live', () => {
  it('GeoNames dumps have no header; only populated places that are not sections of cities stay, 0 people is unknown', async () => {
    const line = (id: number, name: string, kind: string, code: string, country: string, people: number) =>
      [
        id,
        name,
        name,
        '',
        -12.5,
        28.2,
        kind,
        code,
        country,
        '',
        '08',
        '',
        '',
        '',
        people,
        '',
        1200,
        'Africa/Lusaka',
        '2024-01-01',
      ].join('\t')
    const text = [
      line(1, 'Kitwe "the town"', 'P', 'PPLA2', 'ZM', 400000),
      line(2, 'Ndola', 'P', 'PPL', 'ZM', 0),
      line(3, 'Kafue River', 'H', 'STM', 'ZM', 0),
      line(4, 'Riverside', 'P', 'PPLX', 'ZM', 900),
      line(5, 'Reno', 'P', 'PPL', 'US', 900),
    ].join('\n')
    const { normalised, loaded, rows } = await importInto(bench, 'host_communities', write(at('ZM.txt'), text))
    expect(normalised.mapping.id).toBe('geonames')
    expect(rows).toMatchObject([
      { community_id: '1', name: 'Kitwe "the town"', iso3: 'ZMB', population: 400000 },
      { community_id: '2', population: null },
    ])
    expect(reasonsIn(loaded)).toEqual([
      '1 x feature_class: not a populated place (feature class P)',
      '1 x feature_code: a section of a city, whose people are counted there, or a place that is abandoned',
      '1 x region_id: outside the four regions (USA)',
    ])
  })

  it('GRID3 extents stand at their middle, and shares of people are rounded', async () => {
    const path = write(
      at('GRID3_COD_settlement_extents.geojson'),
      collection(
        feature(
          {
            mgrs_code: '35LKE1',
            country: 'Democratic Republic of the Congo',
            iso: 'COD',
            type: 'Hamlet',
            population: 12.6,
          },
          squareJson(25, -5, 0.02),
        ),
      ),
    )
    const { normalised, rows } = await importInto(bench, 'host_communities', path)
    expect(normalised.mapping.id).toBe('grid3')
    expect(rows).toMatchObject([{ community_id: 'grid3-35LKE1', iso3: 'COD', population: 13, feature_code: 'Hamlet' }])
    expect(rows[0]?.latitude).toBeCloseTo(-4.99, 6)
  })

  it('tables of GHSL and WorldPop become settlements', async () => {
    const ghsl = csv(
      ['ID_HDC_G0', 'CTR_MN_ISO', 'UC_NM_MN', 'GCPNT_LAT', 'GCPNT_LON', 'P15'],
      [['77', 'ZMB', 'Lusaka', '-15.4', '28.3', '2100000.4']],
    )
    expect((await importInto(bench, 'host_communities', write(at('ucdb.csv'), ghsl))).rows).toMatchObject([
      { community_id: 'ghsl-77', population: 2100000 },
    ])
    const worldpop = csv(
      ['settlement_id', 'name', 'iso3', 'lat', 'lon', 'worldpop'],
      [['9', 'Solwezi', 'ZMB', '-12.2', '26.4', '65000.2']],
    )
    const found = await importInto(bench, 'host_communities', write(at('wp.csv'), worldpop))
    expect(found.normalised.mapping.id).toBe('worldpop')
    expect(found.rows).toMatchObject([{ community_id: 'worldpop-9', population: 65000 }])
  })
})

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
    const { normalised, loaded, rows: found } = await importInto(bench, 'mines', path)
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
    const { normalised, rows: found } = await importInto(bench, 'mines', write(at('mrds.csv'), csv(columns, rows)))
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
    } = await importInto(bench, 'mines', write(at('deals.csv'), csv(columns, rows, ';')))
    expect(normalised.mapping.id).toBe('land-matrix')
    expect(found).toMatchObject([
      { mine_id: 'landmatrix-11', mine_name: 'Kabwe', loc_accuracy: 'ADMINISTRATIVE_REGION', dev_stat: 'PROPOSED' },
    ])
    expect(reasonsIn(loaded)).toEqual(['1 x Intention of investment: mining is not among the intentions of the deal'])
  })

  it('Maus: polygons of a GeoPackage become footprints', async () => {
    const rows = [{ values: { ISO3_CODE: 'ZMB', COUNTRY_NAME: 'Zambia', AREA: 1.2 }, shape: squareText(27, -13, 0.01) }]
    const { normalised, rows: found } = await importInto(
      bench,
      'mine_footprints',
      await writeLayer(bench, at('global_mining_polygons_v2.gpkg'), 'GPKG', rows),
    )
    expect(normalised.mapping.id).toBe('maus')
    expect(found).toMatchObject([{ mine_id: 'maus-1', shape: 'POLYGON', area_type: 'mining area' }])
    // 0.01 degrees are 1.106 km north to south and 1.085 km west to east at 13 degrees south.
    expect(Number(found[0]?.km2)).toBeCloseTo(1.2, 1)
  })
})

describe('boundaries', () => {
  it.each([
    ['lower case', { adm1_pcode: 'ZM01', adm1_name: 'Copperbelt', adm0_pcode: 'ZM', adm0_name: 'Zambia' }],
    ['upper case', { ADM1_PCODE: 'ZM01', ADM1_EN: 'Copperbelt', ADM0_PCODE: 'ZM', ADM0_EN: 'Zambia' }],
  ])('COD-AB p-codes in %s', async (_, properties) => {
    const path = write(at('zmb_admbnda_adm1.geojson'), collection(feature(properties, squareJson(26, -14, 2))))
    const { normalised, loaded, rows } = await importInto(bench, 'admin1', path)
    expect(normalised.mapping.id).toBe('cod-ab')
    expect(lawHolds(loaded)).toBe(true)
    expect(rows).toMatchObject([{ adm1_code: 'ZM01', iso3: 'ZMB', name_en: 'Copperbelt' }])
  })
})
