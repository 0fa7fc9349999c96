import { defineOverlay } from '#data/define.ts'
import { int, required, text } from '#data/field.ts'
import { mineFilter } from '#data/parameters.ts'
import { term } from '#data/vocabularies/vocabulary.ts'

const count = (en: string, zh: string) => required(int(term(en, zh), { unit: 'count', min: 0 }))

export const placeTotals = defineOverlay({
  id: 'place_totals',
  title: term('Selected mines of each place', '各地所选矿山数'),
  description: term(
    'How many selected mines each place has: located, approximate, and too coarse to be placed in a ring.',
    '各地所选矿山的数量：已定位、位置近似，以及位置过于粗略而无法置于距离圈者。',
  ),
  when: 'query',
  is_internal: true,
  inputs: ['mine_places', 'pairs_kept'],
  parameters: [...mineFilter, 'by'],
  geometry: 'none',
  key: 'place_id',
  name: { en: 'place_id' },
  fields: {
    place_id: required(text(term('Place', '地点'))),
    mines: count('Mines', '矿山'),
    located: count('Located mines', '已定位矿山'),
    n_approximate: count('Located approximately', '位置近似'),
    n_coarse: count('Location too coarse', '位置过于粗略'),
  },
})
