import { defineMapping, from } from '#data/mappings/define.ts'
import { term } from '#data/vocabularies/vocabulary.ts'

/** GRID3 settlement points and settlement extents; an extent stands at its middle. */
export const grid3 = defineMapping({
  id: 'grid3',
  dataset: 'host_communities',
  title: term('GRID3 settlements', 'GRID3聚落'),
  recognise: [
    ['set_name', 'settlement_name', 'settl_name', 'mgrs_code', 'fcode_name', 'settlementname'],
    ['globalid', 'mgrs_code', 'pcode', 'settl_pcod', 'set_id', 'settlement_id', 'bld_count', 'building_count'],
    [
      'country',
      'iso',
      'iso3',
      'adm0_name',
      'adm0_pcode',
      'countryiso',
      'state_name',
      'statename',
      'adm1_name',
      'province',
    ],
  ],
  lacks: ['geonameid', 'event_id_cnty'],
  fields: {
    community_id: { template: 'grid3-{mgrs_code|globalid|pcode|settl_pcod|set_id|settlement_id|$row}' },
    name: from('set_name', 'settlement_name', 'settl_name', 'settlementname', 'name', 'nom', 'mgrs_code', 'pcode'),
    feature_code: from('type', 'set_type', 'settl_type', 'fcode_name'),
    iso3: { from: ['iso3', 'countryiso', 'iso', 'adm0_pcode', 'country', 'adm0_name'], as: 'country' },
    latitude: from('latitude', 'lat', 'y', '$latitude'),
    longitude: from('longitude', 'lon', 'long', 'x', '$longitude'),
    population: {
      from: ['population', 'pop', 'pop_un_adj', 'population_estimate', 'pop_est'],
      empty: ['0'],
      as: 'whole',
    },
  },
  mends: ['country_if_unstated', 'region_of_country'],
  source: {
    publisher: term('GRID3', 'GRID3'),
    licence: 'CC-BY-4.0',
    licence_url: 'https://creativecommons.org/licenses/by/4.0/',
    attribution: 'GRID3 (CIESIN, Columbia University, and partners)',
    url: 'https://grid3.org/',
  },
  release: { pattern: '(?<year>20\\d\\d)[-_]?(?<month>\\d\\d)?', isRequired: false },
  redistribution: 'open',
  terms: term('May be passed on with the name of GRID3 and its partners.', '注明GRID3及其伙伴即可再分发。'),
})
