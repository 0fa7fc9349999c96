import { defineMapping, from } from '#data/mappings/define.ts'
import { term } from '#data/vocabularies/vocabulary.ts'

/** GHSL Urban Centre Database (R2019A and R2024A): one row per centre with its people and its middle. */
export const ghsl = defineMapping({
  id: 'ghsl-ucdb',
  dataset: 'host_communities',
  title: term('GHSL urban centres', 'GHSL城市中心'),
  recognise: [
    ['ID_HDC_G0', 'ID_UC_G0'],
    ['UC_NM_MN', 'GC_UCN_MAI_2025', 'UC_NM_LST'],
    ['CTR_MN_ISO', 'GC_CNT_GAD_2025', 'CTR_MN_NM'],
    ['P15', 'GC_POP_TOT_2025', 'P00'],
  ],
  fields: {
    community_id: { template: 'ghsl-{ID_HDC_G0|ID_UC_G0}' },
    name: from('UC_NM_MN', 'GC_UCN_MAI_2025', 'UC_NM_LST'),
    iso3: { from: ['CTR_MN_ISO', 'GC_CNT_GAD_2025', 'CTR_MN_NM'], as: 'country' },
    latitude: from('GCPNT_LAT', '$latitude'),
    longitude: from('GCPNT_LON', '$longitude'),
    population: { from: ['GC_POP_TOT_2025', 'P15', 'P00'], empty: ['0'], as: 'whole' },
  },
  mends: ['country_if_unstated', 'region_of_country'],
  source: {
    publisher: term('European Commission, Joint Research Centre', '欧盟委员会联合研究中心'),
    licence: 'CC-BY-4.0',
    licence_url: 'https://creativecommons.org/licenses/by/4.0/',
    attribution: 'Global Human Settlement Layer (European Commission, JRC)',
    url: 'https://human-settlement.emergency.copernicus.eu/',
  },
  release: { pattern: 'R(?<year>20\\d\\d)', isRequired: false },
  redistribution: 'open',
  terms: term('May be passed on with the name of the source.', '注明来源即可再分发。'),
})

/** Population summed by settlement out of a WorldPop raster, as a table; the raster itself is not read. */
export const worldpop = defineMapping({
  id: 'worldpop',
  dataset: 'host_communities',
  title: term('WorldPop population of settlements', 'WorldPop聚落人口'),
  recognise: [
    ['settlement_id', 'place_id', 'set_id', 'id', 'fid'],
    ['worldpop', 'wp_population', 'ppp_sum', 'pop_sum', 'worldpop_sum', 'ppp'],
    ['latitude', 'lat', 'y', '$latitude'],
  ],
  lacks: ['geonameid', 'mgrs_code'],
  fields: {
    community_id: { template: 'worldpop-{settlement_id|place_id|set_id|id|fid}' },
    name: from('name', 'settlement_name', 'place_name', 'set_name', 'settlement_id', 'place_id', 'set_id', 'id'),
    iso3: { from: ['iso3', 'iso', 'country_code', 'country'], as: 'country' },
    latitude: from('latitude', 'lat', 'y', '$latitude'),
    longitude: from('longitude', 'lon', 'long', 'x', '$longitude'),
    population: {
      from: ['worldpop', 'wp_population', 'ppp_sum', 'pop_sum', 'worldpop_sum', 'ppp'],
      empty: ['0'],
      as: 'whole',
    },
  },
  mends: ['country_if_unstated', 'region_of_country'],
  source: {
    publisher: term('WorldPop', 'WorldPop'),
    licence: 'CC-BY-4.0',
    licence_url: 'https://creativecommons.org/licenses/by/4.0/',
    attribution: 'WorldPop, University of Southampton',
    url: 'https://www.worldpop.org/',
  },
  release: { pattern: '(?<year>20\\d\\d)', isRequired: false },
  redistribution: 'open',
  terms: term('May be passed on with the name of WorldPop and the year.', '注明WorldPop及年份即可再分发。'),
})
