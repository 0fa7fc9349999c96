import { defineIndicator } from '#data/define.ts'
import { communityPlaceFields } from '#data/overlays/community-places.ts'
import { mineFilter } from '#data/parameters.ts'
import { term } from '#data/vocabularies/vocabulary.ts'

export const peopleNearHazardousTailings = defineIndicator({
  id: 'EN-07',
  name: term('People near higher-hazard tailings', '较高风险尾矿库附近的人口'),
  definition: term(
    'People in the listed host communities within 10 km of a located mine with tailings of class High or above, each community once.',
    '居住在尾矿库等级为高及以上的已定位矿山10公里内已收录当地社区的人口，每个社区只计一次。',
  ),
  caveat: term(
    'A radius is not a run-out model: a valley decides where tailings go.',
    '距离不等于溃坝演进模型：尾砂流向取决于地形。',
  ),
  issue: 'EN',
  class: 'measured',
  unit: 'people',
  direction: 'down',
  aggregation: 'union',
  levels: ['mine', 'country', 'region'],
  inputs: ['place_totals'],
  parameters: [...mineFilter, 'by'],
  needs: [{ dataset: 'pilot_mines', field: 'tailings_class', label: term('Tailings class', '尾矿库等级') }],
  method: 'Classes of the Global Industry Standard on Tailings Management; domain reference 4b',
  rows: { key: 'community_id', fields: communityPlaceFields, numerator: { sum: 'population' } },
})
