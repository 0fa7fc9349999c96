import { defineIndicator } from '#data/define.ts'
import { communityPlaceFields } from '#data/overlays/community-places.ts'
import { mineFilter } from '#data/parameters.ts'
import { term } from '#data/vocabularies/vocabulary.ts'

export const recentlyConsultedCommunities = defineIndicator({
  id: 'CI-03',
  name: term('Recent consultation', '近期协商'),
  definition: term(
    'Host communities within 10 km of a located mine that were consulted in the last twelve months, in a limited way or to consent, as a share of all host communities there.',
    '已定位矿山10公里内，近十二个月接受过有限协商或完整征得同意的当地社区占该范围内全部当地社区的比例。',
  ),
  caveat: term('The quality of the consultation is not in it.', '不反映协商质量。'),
  issue: 'CI',
  class: 'measured',
  unit: 'percent',
  direction: 'up',
  aggregation: 'ratio_of_sums',
  levels: ['mine', 'country', 'region'],
  inputs: ['place_totals'],
  parameters: [...mineFilter, 'by'],
  needs: [
    { dataset: 'host_communities', field: 'community_consultation', label: term('Level of consultation', '协商程度') },
    { dataset: 'host_communities', field: 'consultation_date', label: term('Date of consultation', '协商日期') },
  ],
  method: 'Land Matrix consultation codes; domain reference 4b',
  rows: { key: 'community_id', fields: communityPlaceFields, numerator: 'count' },
})
