import { defineOverlay } from '#data/define.ts'
import { int, required } from '#data/field.ts'
import { mineFields } from '#data/overlays/all-mines.ts'
import { term } from '#data/vocabularies/vocabulary.ts'

export const reportNeighbours = defineOverlay({
  id: 'report_neighbours',
  title: term('Neighbours of one mine', '单座矿山的相邻矿山'),
  description: term(
    'Other mines, of both datasets, that have host communities within the radius in common with one mine.',
    '与某矿山在指定距离内共有当地社区的其他矿山（含两个数据集）。',
  ),
  when: 'query',
  is_internal: true,
  inputs: ['proximity', 'all_mines', 'snapshot_facts'],
  parameters: ['mine', 'radius_km'],
  geometry: 'none',
  key: 'mine_id',
  name: { en: 'name_en', zh: 'name_zh' },
  fields: {
    mine_id: mineFields.mine_id,
    name_en: mineFields.mine_name,
    name_zh: mineFields.mine_name_zh,
    mine_dataset: mineFields.mine_dataset,
    shared_communities: required(int(term('Host communities in common', '共有的当地社区'), { unit: 'count', min: 1 })),
  },
})
