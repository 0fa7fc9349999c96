import { defineOverlay } from '#data/define.ts'
import { double, required, text } from '#data/field.ts'
import { term } from '#data/vocabularies/vocabulary.ts'

/** Made by `server/prepare/protected-land.sql`: areas on the ellipsoid need the geodesic macros. */
export const protectedLand = defineOverlay({
  id: 'protected_land',
  title: term('Protected land', '受保护土地'),
  description: term(
    'Protected areas that count in totals, dissolved: land under several of them is there once. For each country, each region and all together.',
    '计入总数的保护区合并后的范围，重叠部分只计一次。按国家、区域和总体分别给出。',
  ),
  when: 'prepare',
  inputs: ['protected_areas'],
  parameters: [],
  geometry: 'polygon',
  key: 'place_id',
  name: { en: 'place_id' },
  fields: {
    place_id: required(text(term('Place', '地点'))),
    area_ha: required(double(term('Area', '面积'), { unit: 'ha', min: 0 })),
  },
})
