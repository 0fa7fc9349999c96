import { defineMapping, from } from '#data/mappings/define.ts'
import { term } from '#data/vocabularies/vocabulary.ts'

const dumpColumns = [
  'geonameid',
  'name',
  'asciiname',
  'alternatenames',
  'latitude',
  'longitude',
  'feature_class',
  'feature_code',
  'country_code',
  'cc2',
  'admin1_code',
  'admin2_code',
  'admin3_code',
  'admin4_code',
  'population',
  'elevation',
  'dem',
  'timezone',
  'modification_date',
]

/** GeoNames: a dump as it comes (19 columns, tabs, no header), or a table of places made of one. */
export const geonames = defineMapping({
  id: 'geonames',
  dataset: 'host_communities',
  title: term('GeoNames places', 'GeoNames地名'),
  recognise: [['geonameid'], ['name', 'asciiname'], ['country_code', 'countrycode', 'country code'], ['population']],
  headerless: { columns: dumpColumns, first: ['^\\d+$', '^.+$'] },
  fields: {
    community_id: from('geonameid'),
    name: from('name', 'asciiname'),
    feature_code: from('feature_code', 'feature code', 'featurecode'),
    iso3: { from: ['country_code', 'countrycode', 'country code'], as: 'country' },
    latitude: from('latitude'),
    longitude: from('longitude'),
    population: { from: ['population'], empty: ['0'] },
  },
  exclude: [
    { column: 'feature_class', isNoneOf: ['P'], reason: 'not a populated place (feature class P)' },
    {
      column: 'feature_code',
      isOneOf: ['PPLX', 'PPLH', 'PPLCH', 'PPLQ', 'PPLW'],
      reason: 'a section of a city, whose people are counted there, or a place that is abandoned',
    },
  ],
  mends: ['country_if_unstated', 'region_of_country'],
  source: {
    publisher: term('GeoNames', 'GeoNames'),
    licence: 'CC-BY-4.0',
    licence_url: 'https://creativecommons.org/licenses/by/4.0/',
    attribution: 'GeoNames',
    url: 'https://www.geonames.org/',
  },
  release: { isRequired: false },
  redistribution: 'open',
  terms: term('May be passed on with the name of GeoNames.', '注明GeoNames即可再分发。'),
})
