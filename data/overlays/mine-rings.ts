import { defineOverlay } from '#data/define.ts'
import { int, required, text } from '#data/field.ts'
import { mineFields } from '#data/overlays/all-mines.ts'
import { term } from '#data/vocabularies/vocabulary.ts'

/** A ring of a mine: its key and size. */
export const ringFields = {
  ring_id: required(text(term('Ring: mine and radius', '距离圈:矿山与半径'))),
  mine_dataset: mineFields.mine_dataset,
  mine_id: mineFields.mine_id,
  radius_km: required(int(term('Radius', '半径'), { unit: 'km', min: 1, max: 50 })),
}

/** Made by `server/prepare`, not by a `.sql` beside this file: it needs the geodesic macros. */
export const mineRings = defineOverlay({
  id: 'mine_rings',
  title: term('Rings round mines', '矿山距离圈'),
  description: term(
    'The area within 1, 5, 10, 20 and 50 km of each located mine, measured on the ellipsoid from its footprint or point.',
    '每座已定位矿山1、5、10、20、50公里以内的范围,自矿区范围或点位在椭球面上量算。',
  ),
  when: 'prepare',
  inputs: ['all_mines', 'mine_footprints'],
  parameters: [],
  geometry: 'polygon',
  key: 'ring_id',
  name: { en: 'ring_id' },
  fields: ringFields,
  layer: {
    group: 'ring',
    mark: 'line',
    colour: { scale: 'constant', palette: 'muted' },
    size: { scale: 'constant', px: 1 },
  },
})
