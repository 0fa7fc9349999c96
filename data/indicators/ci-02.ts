import { defineIndicator } from '#data/define.ts'
import { communityPlaceFields } from '#data/overlays/community-places.ts'
import { mineFilter } from '#data/parameters.ts'
import { term } from '#data/vocabularies/vocabulary.ts'

export const communitiesWithGrievanceChannel = defineIndicator({
  id: 'CI-02',
  name: term('Communities with a grievance channel', '设有申诉渠道的社区'),
  definition: term(
    'Host communities within 10 km of a located mine that have a grievance mechanism, as a share of all host communities there.',
    '已定位矿山10公里内设有申诉机制的当地社区占该范围内全部当地社区的比例。',
  ),
  caveat: term('Whether the channel is used and trusted is not in it.', '不反映申诉渠道是否被使用和信任。'),
  issue: 'CI',
  class: 'measured',
  unit: 'percent',
  direction: 'up',
  aggregation: 'ratio_of_sums',
  levels: ['mine', 'country', 'region'],
  inputs: ['place_totals'],
  parameters: [...mineFilter, 'by'],
  needs: [
    { dataset: 'host_communities', field: 'grievance_mechanism', label: term('Grievance mechanism', '申诉机制') },
  ],
  method: 'Domain reference 1.2 and 4b',
  rows: { key: 'community_id', fields: communityPlaceFields, numerator: 'count' },
})
