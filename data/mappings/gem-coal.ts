import { constant, defineMapping, from } from '#data/mappings/define.ts'
import { gemSource } from '#data/mappings/gem.ts'
import { term } from '#data/vocabularies/vocabulary.ts'

/** Global Coal Mine Tracker: one row per project of a mine; a further project of a mine that is there already is set aside. */
export const gemCoal = defineMapping({
  id: 'gem-coal',
  dataset: 'mines',
  title: term('Global Coal Mine Tracker', '全球煤矿追踪'),
  recognise: [['GEM Mine ID'], ['Mine Name'], ['Status'], ['Coal Type', 'Coal Grade', 'Coalfield'], ['Latitude']],
  fields: {
    mine_id: { from: ['GEM Mine ID'], pattern: '^(M\\d+)$' },
    mine_name: from('Mine Name'),
    group_name: from('Parent Company', 'Owners'),
    latitude: from('Latitude'),
    longitude: from('Longitude'),
    iso3: { from: ['Country / Area', 'Country'], as: 'country' },
    stated_country: from('Country / Area', 'Country'),
    loc_accuracy: {
      from: ['Location Accuracy'],
      codes: { exact: 'EXACT_LOCATION', approximate: 'APPROXIMATE_LOCATION' },
    },
    commod1: constant('COAL'),
    asset_type: constant('Mine'),
    dev_stat: {
      join: ['Status Detail', 'Status'],
      separator: '\u001f',
      codes: {
        construction: 'CONSTRUCTION',
        'test operation': 'OPERATING',
        'care and maintenance': 'MOTHBALLED',
        'pre-permit': null,
        permitted: null,
        announced: null,
        exploration: null,
        'partial closure': null,
        operating: 'OPERATING',
        proposed: 'PROPOSED',
        mothballed: 'MOTHBALLED',
        shelved: 'SHELVED',
        cancelled: 'CANCELLED',
        retired: 'RETIRED',
        closed: 'RETIRED',
        abandoned: 'RETIRED',
      },
      take: 0,
    },
    ownership_class: constant('UNKNOWN'),
  },
  mends: ['country_if_unstated', 'region_of_country'],
  source: { ...gemSource, attribution: 'Global Coal Mine Tracker, Global Energy Monitor' },
  release: { pattern: '(?<month>[A-Z][a-z]+)[-_ ](?<year>20\\d\\d)', isRequired: false },
  redistribution: 'open',
  terms: term(
    'May be passed on with the name of Global Energy Monitor and the release.',
    '注明全球能源监测及版本即可再分发。',
  ),
})
