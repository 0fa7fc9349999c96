import { defineOverlay } from '#data/define.ts'
import { double, required, text } from '#data/field.ts'
import { term } from '#data/vocabularies/vocabulary.ts'

/** Made by `server/prepare`, not by a `.sql` beside this file. */
export const protectedLand = defineOverlay({
  id: 'protected_land',
  title: term('Protected land', '受保护土地'),
  description: term(
    'Counted protected areas merged, so that overlapping ones count once: for all regions together, each region and each country.',
    '合并后的计入总数的保护区,重叠部分只计一次:按全部区域、各区域和各国家。',
  ),
  when: 'prepare',
  inputs: ['protected_areas'],
  parameters: [],
  geometry: 'polygon',
  key: 'place_id',
  name: { en: 'place_id' },
  fields: {
    place_id: required(text(term('Place', '地点'))),
    area_ha: required(double(term('Protected land', '受保护土地'), { unit: 'ha', min: 0 })),
  },
})
