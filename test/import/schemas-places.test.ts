import { describe, expect, it } from 'vitest'
import { collection, csv, feature, squareJson, write } from '#test/fixtures/files.ts'
import { importInto, importWorld, reasonsIn } from '#test/import/world.ts'

const world = importWorld()
const { at } = world

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
    const { normalised, loaded, rows } = await importInto(world.bench, 'host_communities', write(at('ZM.txt'), text))
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
    const { normalised, rows } = await importInto(world.bench, 'host_communities', path)
    expect(normalised.mapping.id).toBe('grid3')
    expect(rows).toMatchObject([{ community_id: 'grid3-35LKE1', iso3: 'COD', population: 13, feature_code: 'Hamlet' }])
    expect(rows[0]?.latitude).toBeCloseTo(-4.99, 6)
  })

  it('tables of GHSL and WorldPop become settlements', async () => {
    const ghsl = csv(
      ['ID_HDC_G0', 'CTR_MN_ISO', 'UC_NM_MN', 'GCPNT_LAT', 'GCPNT_LON', 'P15'],
      [['77', 'ZMB', 'Lusaka', '-15.4', '28.3', '2100000.4']],
    )
    expect((await importInto(world.bench, 'host_communities', write(at('ucdb.csv'), ghsl))).rows).toMatchObject([
      { community_id: 'ghsl-77', population: 2100000 },
    ])
    const worldpop = csv(
      ['settlement_id', 'name', 'iso3', 'lat', 'lon', 'worldpop'],
      [['9', 'Solwezi', 'ZMB', '-12.2', '26.4', '65000.2']],
    )
    const found = await importInto(world.bench, 'host_communities', write(at('wp.csv'), worldpop))
    expect(found.normalised.mapping.id).toBe('worldpop')
    expect(found.rows).toMatchObject([{ community_id: 'worldpop-9', population: 65000 }])
  })
})
