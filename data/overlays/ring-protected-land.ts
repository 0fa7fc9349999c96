import { defineOverlay } from '#data/define.ts'
import { double, required, text } from '#data/field.ts'
import { ringFields } from '#data/overlays/mine-rings.ts'
import { term } from '#data/vocabularies/vocabulary.ts'

/** Made by `server/prepare/protected-land.sql`: areas on the ellipsoid need the geodesic macros. */
export const ringProtectedLand = defineOverlay({
  id: 'ring_protected_land',
  title: term('Protected land in rings', '缓冲区内的受保护土地'),
  description: term(
    'The part of each ring that is protected land: of all places together, of the region of its mine, and of its country. Rings of neighbouring mines overlap: unite the pieces before adding up areas.',
    '各缓冲区中属于受保护土地的部分，按总体、矿山所在区域和所在国家分别给出。相邻矿山的缓冲区会重叠：汇总面积前须先合并。',
  ),
  when: 'prepare',
  inputs: ['all_mines', 'mine_rings', 'protected_land'],
  parameters: [],
  geometry: 'polygon',
  equal_area: 'geometry_ea',
  key: 'ring_land_id',
  name: { en: 'ring_land_id' },
  fields: {
    ring_land_id: required(text(term('Ring and place', '距离圈与地点编号'))),
    place_id: required(text(term('Place', '地点'))),
    ...ringFields,
    area_ha: required(double(term('Protected land', '受保护土地'), { unit: 'ha', min: 0 })),
  },
})
