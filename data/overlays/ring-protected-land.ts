import { defineOverlay } from '#data/define.ts'
import { double, required } from '#data/field.ts'
import { ringFields } from '#data/overlays/mine-rings.ts'
import { term } from '#data/vocabularies/vocabulary.ts'

/** Made by `server/prepare`, not by a `.sql` beside this file. */
export const ringProtectedLand = defineOverlay({
  id: 'ring_protected_land',
  title: term('Protected land within rings', '距离圈内的受保护土地'),
  description: term(
    'What of the protected land lies within each ring of each mine; rings without any are left out.',
    '各矿山每个距离圈内的受保护土地;没有受保护土地的距离圈不列出。',
  ),
  when: 'prepare',
  is_internal: true,
  inputs: ['mine_rings', 'protected_land'],
  parameters: [],
  geometry: 'polygon',
  has_equal_area: true,
  key: 'ring_id',
  name: { en: 'ring_id' },
  fields: {
    ...ringFields,
    area_ha: required(double(term('Protected land', '受保护土地'), { unit: 'ha', min: 0 })),
  },
})
