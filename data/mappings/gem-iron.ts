import { constant, defineMapping, from } from '#data/mappings/define.ts'
import { gemSource } from '#data/mappings/gem.ts'
import { term } from '#data/vocabularies/vocabulary.ts'

const latitude = '^\\s*([-\u2212]?\\d+(?:\\.\\d+)?)'
const longitude = '([-\u2212]?\\d+(?:\\.\\d+)?)\\s*$'

/** Global Iron Ore Mines Tracker; the place is one cell "latitude, longitude". */
export const gemIron = defineMapping({
  id: 'gem-iron',
  dataset: 'mines',
  title: term('Global Iron Ore Mines Tracker', '全球铁矿追踪'),
  recognise: [
    ['GEM Asset ID', 'Asset ID'],
    ['Asset name (English)', 'Asset name English'],
    ['Operating status'],
    ['Coordinates', 'Latitude'],
    ['Coordinate accuracy', 'Location accuracy'],
  ],
  fields: {
    mine_id: from('GEM Asset ID', 'Asset ID'),
    mine_name: from('Asset name (English)', 'Asset name English'),
    group_name: from('Parent', 'Parent company', 'Owner', 'Owner name'),
    latitude: { from: ['Latitude', 'Coordinates'], pattern: latitude },
    longitude: { from: ['Longitude', 'Coordinates'], pattern: longitude },
    iso3: { from: ['Country/Area', 'Country'], as: 'country' },
    stated_country: from('Country/Area', 'Country'),
    loc_accuracy: {
      from: ['Coordinate accuracy', 'Location accuracy'],
      codes: { exact: 'EXACT_LOCATION', approximate: 'APPROXIMATE_LOCATION' },
      otherwise: 'APPROXIMATE_LOCATION',
      ifEmpty: 'APPROXIMATE_LOCATION',
    },
    commod1: constant('FE'),
    asset_type: constant('Mine'),
    dev_stat: {
      from: ['Operating status'],
      codes: {
        operating: 'OPERATING',
        proposed: 'PROPOSED',
        announced: 'PROPOSED',
        'pre-permit': 'PROPOSED',
        permitted: 'PROPOSED',
        construction: 'CONSTRUCTION',
        mothballed: 'MOTHBALLED',
        'care and maintenance': 'MOTHBALLED',
        shelved: 'SHELVED',
        retired: 'RETIRED',
        closed: 'RETIRED',
        cancelled: 'CANCELLED',
        unknown: 'UNKNOWN',
      },
      ifEmpty: 'UNKNOWN',
    },
    ownership_class: constant('UNKNOWN'),
  },
  mends: ['country_if_unstated', 'region_of_country'],
  source: { ...gemSource, attribution: 'Global Iron Ore Mines Tracker, Global Energy Monitor' },
  release: { pattern: '(?<month>[A-Z][a-z]+)[-_ ](?<year>20\\d\\d)', isRequired: false },
  redistribution: 'open',
  terms: term(
    'May be passed on with the name of Global Energy Monitor and the release.',
    '注明全球能源监测及版本即可再分发。',
  ),
})
