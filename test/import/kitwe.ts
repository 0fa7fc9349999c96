import type { LayerRow } from '#test/fixtures/files.ts'

/** Kitwe in Zambia as a host community: what every format is read from. */
export const header = ['community_id', 'name', 'iso3', 'latitude', 'longitude', 'population']
export const kitwe = { community_id: 'a', name: 'Kitwe', iso3: 'ZMB', population: 500000 }
/** Kitwe stands at 28.2 E, 12.8 S; the same place in UTM zone 35 S, by pyproj 3.7.2: easting 630241.6933, northing 8584679.1556. */
export const place: LayerRow = { values: kitwe, shape: 'POINT(28.2 -12.8)' }
export const utm: LayerRow = { values: kitwe, shape: 'POINT(630241.6933 8584679.1556)' }
export const expected = [{ ...kitwe, latitude: -12.8, longitude: 28.2, region_id: 'AFR' }]

/** An area with the columns of WDPA. */
export const outline = (name: string): LayerRow => ({
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
