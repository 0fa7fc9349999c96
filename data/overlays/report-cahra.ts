import { cahraAreas } from '#data/datasets/cahra.ts'
import { defineOverlay } from '#data/define.ts'
import { term } from '#data/vocabularies/vocabulary.ts'

const { cahra_id, iso3, list_name, list_version, source, source_url } = cahraAreas.fields

export const reportCahra = defineOverlay({
  id: 'report_cahra',
  title: term('List entries for the country of one mine', '单座矿山所在国家的清单条目'),
  description: term(
    'Entries of the newest list of conflict-affected and high-risk areas that name the country of one mine. A benchmark, not a determination.',
    '受冲突影响和高风险区域最新清单中涉及该矿山所在国家的条目。仅作参照，不构成认定。',
  ),
  when: 'query',
  is_internal: true,
  inputs: ['all_mines', 'cahra_areas'],
  parameters: ['mine'],
  geometry: 'none',
  key: 'cahra_id',
  name: { en: 'cahra_id' },
  fields: { cahra_id, iso3, list_name, list_version, source, source_url },
})
