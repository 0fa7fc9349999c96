import { defineOverlay } from '#data/define.ts'
import { double, required } from '#data/field.ts'
import { ringFields } from '#data/overlays/mine-rings.ts'
import { term } from '#data/vocabularies/vocabulary.ts'

/** Made by `server/prepare/protected-land.sql`: areas on the ellipsoid need the geodesic macros. */
export const ringProtectedLand = defineOverlay({
  id: 'ring_protected_land',
  title: term('Protected land in rings', '缓冲区内的受保护土地'),
  description: term(
    'The part of each ring that is protected land. Rings of neighbouring mines overlap: unite the pieces before adding up areas.',
    '各缓冲区中属于受保护土地的部分。相邻矿山的缓冲区会重叠:汇总面积前须先合并。',
  ),
  when: 'prepare',
  inputs: ['mine_rings', 'protected_land'],
  parameters: [],
  geometry: 'polygon',
  equal_area: 'geometry_ea',
  key: 'ring_id',
  name: { en: 'ring_id' },
  fields: { ...ringFields, area_ha: required(double(term('Protected land', '受保护土地'), { unit: 'ha', min: 0 })) },
})
