import { defineOverlay } from '#data/define.ts'
import { required, text } from '#data/field.ts'
import { mineFields } from '#data/overlays/all-mines.ts'
import { mineFilter } from '#data/parameters.ts'
import { term } from '#data/vocabularies/vocabulary.ts'

export const minePlaces = defineOverlay({
  id: 'mine_places',
  title: term('Selected mines by place', '按地点列出的所选矿山'),
  description: term(
    'Each selected mine once for all regions together and once for its own region, country or itself.',
    '每座所选矿山在全部区域中计一次，并在其所属区域、国家或自身层级计一次。',
  ),
  when: 'query',
  is_internal: true,
  inputs: ['selected_mines'],
  parameters: [...mineFilter, 'by'],
  geometry: 'none',
  key: 'mine_id',
  name: { en: 'mine_name', zh: 'mine_name_zh' },
  fields: { place_id: required(text(term('Place', '地点'))), ...mineFields },
})
