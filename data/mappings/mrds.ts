import { constant, defineMapping, from } from '#data/mappings/define.ts'
import { commodityRules } from '#data/mappings/words.ts'
import { term } from '#data/vocabularies/vocabulary.ts'

/** Mineral Resources Data System of the USGS: deposits and occurrences too, without systematic update since 2011. */
export const mrds = defineMapping({
  id: 'usgs-mrds',
  dataset: 'mines',
  title: term('USGS Mineral Resources Data System', '美国地质调查局矿产资源数据系统'),
  recognise: [['dep_id'], ['site_name'], ['dev_stat'], ['commod1'], ['latitude', '$latitude']],
  fields: {
    mine_id: { template: 'mrds-{dep_id}' },
    mine_name: from('site_name'),
    latitude: from('latitude', '$latitude'),
    longitude: from('longitude', '$longitude'),
    iso3: { from: ['country'], as: 'country' },
    stated_country: from('country'),
    loc_accuracy: constant('APPROXIMATE_LOCATION'),
    ...commodityRules(['commod1', 'commod2', 'commod3'], ','),
    asset_type: {
      from: ['dev_stat'],
      codes: {
        occurrence: 'Deposit',
        prospect: 'Exploration',
        producer: 'Mine',
        'past producer': 'Mine',
        plant: 'Plant',
        unknown: 'Other',
      },
      otherwise: 'Other',
    },
    dev_stat: {
      from: ['dev_stat'],
      codes: { producer: 'OPERATING', 'past producer': 'RETIRED', prospect: 'PROPOSED' },
      otherwise: 'UNKNOWN',
      ifEmpty: 'UNKNOWN',
    },
    ownership_class: constant('UNKNOWN'),
    confidence: from('score'),
  },
  mends: ['country_if_unstated', 'region_of_country'],
  source: {
    publisher: term('U.S. Geological Survey', '美国地质调查局'),
    licence: 'Public domain',
    licence_url: 'https://mrdata.usgs.gov/mrds/',
    attribution: 'U.S. Geological Survey, Mineral Resources Data System',
    url: 'https://mrdata.usgs.gov/mrds/',
    date: '2011-12-31',
  },
  redistribution: 'open',
  terms: term(
    'Free; a reference of names, not a list of what is active.',
    '可自由使用；仅供名称参考，并非在产矿山清单。',
  ),
})
