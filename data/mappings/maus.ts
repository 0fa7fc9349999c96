import { constant, defineMapping } from '#data/mappings/define.ts'
import { term } from '#data/vocabularies/vocabulary.ts'

/** Global mining polygons (Maus et al. 2020, 2022). They name no mine; linking them is proposed, not done. */
export const maus = defineMapping({
  id: 'maus',
  dataset: 'mine_footprints',
  title: term('Global mining land use (Maus et al.)', '全球采矿用地（Maus等）'),
  recognise: [['ISO3_CODE'], ['COUNTRY_NAME'], ['AREA']],
  lacks: ['GEM Mine ID', 'WDPAID', 'SITE_ID'],
  fields: {
    mine_id: { template: 'maus-{id|FID|$row}' },
    area_type: constant('mining area'),
    image_year: { from: ['year', '$release'], pattern: '(\\d{4})' },
    source: constant('Maus et al., from satellite images'),
  },
  mends: [],
  source: {
    publisher: term('Vienna University of Economics and Business', '维也纳经济大学'),
    licence: 'CC-BY-SA-4.0',
    licence_url: 'https://creativecommons.org/licenses/by-sa/4.0/',
    attribution: 'Maus et al., global-scale mining polygons (PANGAEA)',
    url: 'https://doi.pangaea.de/10.1594/PANGAEA.942325',
    date: '2019-12-31',
  },
  redistribution: 'open',
  terms: term(
    'May be passed on under the same licence with the names of the authors.',
    '注明作者并以相同许可方式可再分发。',
  ),
})
