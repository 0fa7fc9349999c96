import { defineIndicator } from '#data/define.ts'
import { communityPlaceFields } from '#data/overlays/community-places.ts'
import { mineFilter } from '#data/parameters.ts'
import { term } from '#data/vocabularies/vocabulary.ts'

export const peopleNearMines = defineIndicator({
  id: 'CI-01',
  name: term('People near mines', '矿山附近的人口'),
  definition: term(
    'People who live in the listed host communities within the radius of any selected mine, each community once; beside it the same within each ring.',
    '居住在任一所选矿山指定距离内的已收录当地社区的人口，每个社区只计一次，并列出各距离圈内的数值。',
  ),
  caveat: term(
    'Listed towns and villages only: scattered homes and unlisted villages are missing, and communities of unknown population add nobody. Near is not affected.',
    '仅含已收录的城镇与村庄，不含散居住户与未收录村庄；人口未知的社区不计人数。邻近不等于受影响。',
  ),
  issue: 'CI',
  class: 'measured',
  unit: 'people',
  direction: 'context',
  aggregation: 'union',
  levels: ['mine', 'country', 'region'],
  inputs: ['community_places', 'place_totals'],
  parameters: [...mineFilter, 'radius_km', 'by'],
  defaults: { radius_km: 20 },
  classes: 'ring',
  method: 'Kotsadam & Tolonen 2016 for the 20 km ring; domain reference 3.2, OV3: union, each community once',
  rows: { key: 'community_id', fields: communityPlaceFields, numerator: { sum: 'population' } },
})
