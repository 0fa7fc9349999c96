import { defineMapping, from } from '#data/mappings/define.ts'
import { term } from '#data/vocabularies/vocabulary.ts'

/** Natural Earth admin-0 countries of any scale. */
export const naturalEarthCountries = defineMapping({
  id: 'natural-earth-countries',
  dataset: 'countries',
  title: term('Natural Earth countries', 'Natural Earth国家'),
  recognise: [['ADM0_A3'], ['ISO_A3_EH', 'ISO_A3'], ['NAME_LONG', 'NAME_EN', 'NAME']],
  lacks: ['adm1_code', 'iso_3166_2'],
  fields: {
    iso3: { from: ['ISO_A3_EH', 'ISO_A3', 'ADM0_A3'], empty: ['-99'] },
    name_en: from('NAME_EN', 'NAME_LONG', 'NAME'),
    name_zh: from('NAME_ZH'),
  },
  mends: [],
  source: {
    publisher: term('Natural Earth', 'Natural Earth'),
    licence: 'Public domain',
    licence_url: 'https://www.naturalearthdata.com/about/terms-of-use/',
    attribution: 'Made with Natural Earth',
    url: 'https://www.naturalearthdata.com/',
    date: '2022-05-09',
  },
  redistribution: 'open',
  terms: term('Free.', '可自由使用。'),
})
