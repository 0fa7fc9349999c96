import { defineOverlay } from '#data/define.ts'
import { type Field, int, required, text } from '#data/field.ts'
import { term } from '#data/vocabularies/vocabulary.ts'

const count: Field<number> = { ...required(int(term('Count', '数量'), { unit: 'count', min: 0 })), type: 'bigint' }

export const facetCounts = defineOverlay({
  id: 'facet_counts',
  title: term('Counts beside the filters', '筛选项计数'),
  description: term(
    'For each filter value, how many mines (or, by type, incident reports) it would leave with all other filters kept.',
    '每个筛选值在其他筛选条件不变时所保留的矿山数（按类型则为事件报告数）。',
  ),
  when: 'query',
  is_internal: true,
  inputs: ['all_mines', 'public_incidents'],
  parameters: ['mine_dataset', 'region', 'country', 'commodity', 'status', 'ownership', 'precise_only', 'from', 'to'],
  geometry: 'none',
  key: 'value',
  name: { en: 'value' },
  fields: {
    parameter: required(text(term('Filter', '筛选项'))),
    value: required(text(term('Value', '取值'))),
    n: count,
  },
})
