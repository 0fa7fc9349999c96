import { defineOverlay } from '#data/define.ts'
import { mineFields } from '#data/overlays/all-mines.ts'
import { mineFilter } from '#data/parameters.ts'
import { term } from '#data/vocabularies/vocabulary.ts'

export const selectedMines = defineOverlay({
  id: 'selected_mines',
  title: term('Selected mines', '所选矿山'),
  description: term('The mines that the filter leaves.', '筛选后保留的矿山。'),
  when: 'query',
  is_internal: true,
  inputs: ['all_mines'],
  parameters: mineFilter,
  geometry: 'point',
  key: 'mine_id',
  name: { en: 'mine_name', zh: 'mine_name_zh' },
  fields: mineFields,
})
