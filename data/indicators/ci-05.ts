import { defineIndicator } from '#data/define.ts'
import { int, required } from '#data/field.ts'
import { communityPlaceFields } from '#data/overlays/community-places.ts'
import { mineFilter } from '#data/parameters.ts'
import { term } from '#data/vocabularies/vocabulary.ts'

export const communitiesNearSeveralMines = defineIndicator({
  id: 'CI-05',
  name: term('Communities near several mines', '邻近多座矿山的社区'),
  definition: term(
    'Host communities within the radius of a mine of the place that lie within the radius of at least two selected mines, as a share of all communities within the radius of a mine of the place.',
    '位于该地某矿山指定距离内、且同时位于至少两座所选矿山指定距离内的当地社区，占该地矿山指定距离内全部社区的比例。',
  ),
  caveat: term(
    'Two entries of one site, such as a park and a plant in it, count as two mines.',
    '同一场址的两个条目（如园区及其中的工厂）按两座矿山计。',
  ),
  issue: 'CI',
  class: 'measured',
  unit: 'percent',
  direction: 'down',
  aggregation: 'union',
  levels: ['mine', 'country', 'region'],
  inputs: ['community_places', 'place_totals', 'selected_mines', 'proximity', 'pairs_kept'],
  parameters: [...mineFilter, 'radius_km', 'by'],
  method: 'Domain reference 3.2, OV7',
  rows: {
    key: 'community_id',
    fields: {
      ...communityPlaceFields,
      n_mines: required(int(term('Mines within the radius', '距离内的矿山数'), { unit: 'count', min: 2 })),
    },
    numerator: 'count',
  },
})
