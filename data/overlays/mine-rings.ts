import { defineOverlay } from '#data/define.ts'
import { code, int, required, text } from '#data/field.ts'
import { term } from '#data/vocabularies/vocabulary.ts'

/** One mine and one radius. */
export const ringFields = {
  ring_id: required(text(term('Ring id', '距离圈编号'))),
  mine_dataset: required(code(term('Mine dataset', '矿山数据集'), 'mine_dataset')),
  mine_id: required(text(term('Mine id', '矿山编号'))),
  radius_km: required(int(term('Radius', '半径'), { unit: 'km', min: 1, max: 50 })),
}

/** Made by `server/prepare/rings.ts`: circles on the ellipsoid need the geodesic code. */
export const mineRings = defineOverlay({
  id: 'mine_rings',
  title: term('Buffer rings', '缓冲区'),
  description: term(
    'The land within 1, 5, 10, 20 and 50 km of each located mine, from its footprint where there is one, else its point; cut at the antimeridian. For drawing and for areas; counts come from distances.',
    '每座已定位矿山1、5、10、20和50公里以内的范围，有矿区范围者自其边界起算，否则自点位起算；在日界线处切分。用于绘图与面积；计数依据距离。',
  ),
  when: 'prepare',
  inputs: ['all_mines'],
  parameters: [],
  geometry: 'polygon',
  key: 'ring_id',
  name: { en: 'ring_id' },
  fields: ringFields,
})
