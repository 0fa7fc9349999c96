import { defineOverlay } from '#data/define.ts'
import { double, required, text } from '#data/field.ts'
import { term } from '#data/vocabularies/vocabulary.ts'

const hectares = (en: string, zh: string) => required(double(term(en, zh), { unit: 'ha', min: 0 }))

/** Areas on the ellipsoid need the macros of prepare, so this is not left to query time. */
export const footprintProtectedLand = defineOverlay({
  id: 'footprint_protected_land',
  title: term('Protected land in mine footprints', '矿区范围内的受保护土地'),
  description: term(
    'The size of each mine footprint and the part of it that is protected land, counted once where areas overlap.',
    '各矿区范围的面积及其中的受保护土地，保护区重叠部分只计一次。',
  ),
  when: 'prepare',
  is_internal: true,
  inputs: ['mine_footprints', 'protected_land'],
  parameters: [],
  geometry: 'none',
  key: 'mine_id',
  name: { en: 'mine_id' },
  fields: {
    mine_id: required(text(term('Mine id', '矿山编号'))),
    footprint_ha: hectares('Footprint', '矿区面积'),
    protected_ha: hectares('Protected land in it', '其中的受保护土地'),
  },
})
