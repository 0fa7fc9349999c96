import { describe, expect, it } from 'vitest'
import * as lists from '#test/fixtures/columns.ts'
import { collection, feature, pointJson, squareJson, squareText, write, writeLayer } from '#test/fixtures/files.ts'
import { importInto, importWorld, lawHolds } from '#test/import/world.ts'

const world = importWorld()
const { at } = world

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
    const unnamed = await writeLayer(world.bench, at('areas/areas.shp'), 'ESRI Shapefile', rows)
    await expect(importInto(world.bench, 'protected_areas', unnamed)).rejects.toThrow(/--release YYYY-MM/)
    const named = await writeLayer(world.bench, at('wdpa/WDPA_Oct2025_Public_shp-polygons.shp'), 'ESRI Shapefile', rows)
    expect((await importInto(world.bench, 'protected_areas', named)).normalised.facts.source.date).toBe('2025-10-01')
    const asked = await importInto(world.bench, 'protected_areas', unnamed, '--release', '2025-09')
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
    const path = await writeLayer(world.bench, at('old/WDPA_Oct2025_polygons.shp'), 'ESRI Shapefile', rows)
    const { loaded, rows: found } = await importInto(world.bench, 'protected_areas', path)
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
    const { normalised, loaded, rows } = await importInto(world.bench, 'protected_areas', path)
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

describe('boundaries', () => {
  it.each([
    ['lower case', { adm1_pcode: 'ZM01', adm1_name: 'Copperbelt', adm0_pcode: 'ZM', adm0_name: 'Zambia' }],
    ['upper case', { ADM1_PCODE: 'ZM01', ADM1_EN: 'Copperbelt', ADM0_PCODE: 'ZM', ADM0_EN: 'Zambia' }],
  ])('COD-AB p-codes in %s', async (_, properties) => {
    const path = write(at('zmb_admbnda_adm1.geojson'), collection(feature(properties, squareJson(26, -14, 2))))
    const { normalised, loaded, rows } = await importInto(world.bench, 'admin1', path)
    expect(normalised.mapping.id).toBe('cod-ab')
    expect(lawHolds(loaded)).toBe(true)
    expect(rows).toMatchObject([{ adm1_code: 'ZM01', iso3: 'ZMB', name_en: 'Copperbelt' }])
  })
})
