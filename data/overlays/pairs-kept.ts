import { defineOverlay } from '#data/define.ts'
import { flag, required, text } from '#data/field.ts'
import { term } from '#data/vocabularies/vocabulary.ts'

export const pairsKept = defineOverlay({
  id: 'pairs_kept',
  title: term('Pairs kept', '保留的配对'),
  description: term(
    'Whether `proximity` has every pair of the mines asked for. Beyond the budget of pairs it has those of pilots, and of other mines the nearest ones.',
    'proximity是否包含所询矿山的全部配对。超出配对上限时，仅试点矿山保留全部，其余矿山只保留最近者。',
  ),
  when: 'query',
  is_internal: true,
  inputs: ['snapshot_facts'],
  parameters: ['mine_dataset', 'commodity', 'status', 'ownership', 'precise_only'],
  geometry: 'none',
  key: 'fact',
  name: { en: 'fact' },
  fields: {
    fact: required(text(term('Fact', '项目'))),
    is_whole: required(flag(term('Every pair is there', '配对齐全'))),
    is_union_known: required(flag(term('Nearness to any of the mines chosen is known', '可知是否邻近任一所选矿山'))),
  },
})
