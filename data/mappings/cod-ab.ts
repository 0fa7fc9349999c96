import { defineMapping, from } from '#data/mappings/define.ts'
import { term } from '#data/vocabularies/vocabulary.ts'

/** HDX Common Operational Datasets, first-level boundaries; p-codes in either case of letters. */
export const codAb = defineMapping({
  id: 'cod-ab',
  dataset: 'admin1',
  title: term('COD-AB first-level boundaries', 'COD-AB一级行政区边界'),
  recognise: [
    ['adm1_pcode', 'ADM1_PCODE', 'admin1Pcode'],
    ['adm0_pcode', 'ADM0_PCODE', 'admin0Pcode', 'iso3', 'adm0_name', 'ADM0_EN'],
    ['adm1_name', 'ADM1_EN', 'ADM1_FR', 'ADM1_ES', 'ADM1_PT', 'ADM1_RU', 'admin1Name_en', 'ADM1_REF'],
  ],
  lacks: ['adm2_pcode', 'ADM2_PCODE', 'admin2Pcode', 'event_id_cnty', 'mgrs_code'],
  fields: {
    adm1_code: from('adm1_pcode', 'admin1Pcode'),
    iso3: {
      from: ['iso3', 'adm0_pcode', 'admin0Pcode', 'adm0_name', 'ADM0_EN', 'admin0Name_en', 'ADM0_FR'],
      as: 'country',
    },
    name_en: from(
      'ADM1_EN',
      'adm1_name',
      'admin1Name_en',
      'adm1_name1',
      'ADM1_FR',
      'ADM1_ES',
      'ADM1_PT',
      'ADM1_RU',
      'ADM1_REF',
    ),
    name_zh: from('ADM1_ZH', 'adm1_name_zh'),
  },
  mends: [],
  source: {
    publisher: term('OCHA and partners', '联合国人道主义事务协调厅及伙伴'),
    licence: 'CC-BY-IGO',
    licence_url: 'https://creativecommons.org/licenses/by/3.0/igo/',
    attribution: 'Common Operational Datasets, administrative boundaries (OCHA)',
    url: 'https://data.humdata.org/',
  },
  release: { isRequired: false },
  redistribution: 'open',
  terms: term(
    'May be passed on with the name of OCHA and the source that the file names.',
    '注明OCHA及文件所列来源即可再分发。',
  ),
})
