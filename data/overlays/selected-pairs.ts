import { defineOverlay } from '#data/define.ts'
import { int, required } from '#data/field.ts'
import { distanceFields, nearFields, pairFields } from '#data/overlays/near-fields.ts'
import { proximity } from '#data/overlays/proximity.ts'
import { mineFilter } from '#data/parameters.ts'
import { term } from '#data/vocabularies/vocabulary.ts'

const { dataset, feature_id, overlap_ha } = proximity.fields

/** What lists near mines and tables of pairs have in common; `place_in_row` 1 is the nearest mine of a feature. */
export const selectedPairs = defineOverlay({
  id: 'selected_pairs',
  title: term('Pairs of the selected mines', '所选矿山的配对'),
  description: term(
    'One row for each selected mine and each feature within the radius, with the rank of the mine among those near the feature.',
    '每座所选矿山与其指定距离内每个要素一行，并注明该矿山在要素附近矿山中的次序。',
  ),
  when: 'query',
  is_internal: true,
  inputs: ['selected_mines', 'proximity', 'pairs_kept'],
  parameters: [...mineFilter, 'radius_km'],
  geometry: 'point',
  key: 'pair_id',
  name: { en: 'mine_name', zh: 'mine_name_zh' },
  fields: {
    ...pairFields,
    dataset,
    feature_id,
    ...distanceFields,
    overlap_ha,
    place_in_row: required(int(term('Rank of the mine by distance', '矿山的距离次序'), { min: 1 })),
    n_mines: nearFields.n_mines,
  },
})
