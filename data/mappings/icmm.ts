import { constant, defineMapping, from } from '#data/mappings/define.ts'
import { commodityRules } from '#data/mappings/words.ts'
import { term } from '#data/vocabularies/vocabulary.ts'

/** ICMM Global Mining Dataset: the workbook as published, or its table as CSV or Parquet. */
export const icmm = defineMapping({
  id: 'icmm-gmd',
  dataset: 'mines',
  title: term('ICMM Global Mining Dataset', 'ICMM全球矿业数据集'),
  recognise: [['ICMMID'], ['Mine Name'], ['Confidence Factor'], ['Primary Commodity']],
  fields: {
    mine_id: from('ICMMID'),
    mine_name: from('Mine Name'),
    group_name: from('Group Names'),
    latitude: from('Latitude'),
    longitude: from('Longitude'),
    stated_country: from('Country'),
    loc_accuracy: {
      from: ['Confidence Factor'],
      codes: { 'very low': 'APPROXIMATE_LOCATION' },
      otherwise: 'COORDINATES',
    },
    ...commodityRules(['Primary Commodity', 'Secondary Commodity', 'Other Commodities'], ';'),
    asset_type: {
      from: ['Asset Type'],
      separator: ';',
      codes: {
        mine: 'Mine',
        plant: 'Plant',
        smelter: 'Smelter',
        refinery: 'Refinery',
        'steel plant': 'Steelworks',
        steelworks: 'Steelworks',
        deposit: 'Deposit',
        exploration: 'Exploration',
      },
      otherwise: 'Other',
    },
    dev_stat: constant('UNKNOWN'),
    ownership_class: constant('UNKNOWN'),
    confidence: from('Confidence Factor'),
  },
  mends: ['country_by_location', 'region_of_country'],
  source: {
    publisher: term('International Council on Mining and Metals', '国际采矿与金属理事会'),
    licence: 'CC-BY-4.0',
    licence_url: 'https://creativecommons.org/licenses/by/4.0/',
    attribution: 'ICMM Global Mining Dataset',
    url: 'https://www.icmm.com/',
    date: '2025-09-01',
  },
  redistribution: 'open',
  terms: term('May be passed on with the name of ICMM and the release.', '注明ICMM及版本即可再分发。'),
})
