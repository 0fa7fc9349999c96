import { defineIndicator } from '#data/define.ts'
import { communityPlaceFields } from '#data/overlays/community-places.ts'
import { mineFilter } from '#data/parameters.ts'
import { term } from '#data/vocabularies/vocabulary.ts'

export const consentRecordedWhereDue = defineIndicator({
  id: 'HR-02',
  name: term('Consent recorded where it is due', '应征得同意之处的同意记录率'),
  definition: term(
    'Indigenous communities within 5 km of a located mine whose consultation is recorded as free, prior and informed consent, as a share of all Indigenous communities there.',
    '已定位矿山5公里内的原住民社区中，协商记录为自由、事先和知情同意者的比例。',
  ),
  caveat: term(
    'A record says that consent was given, not that it was free, prior or informed.',
    '记录仅表明已作出同意，不能说明同意是否自由、事先且知情。',
  ),
  issue: 'HR',
  class: 'measured',
  unit: 'percent',
  direction: 'up',
  aggregation: 'ratio_of_sums',
  levels: ['mine', 'country', 'region'],
  inputs: ['place_totals'],
  parameters: [...mineFilter, 'by'],
  needs: [
    { dataset: 'host_communities', field: 'is_indigenous', label: term('Indigenous community', '原住民社区') },
    { dataset: 'host_communities', field: 'community_consultation', label: term('Level of consultation', '协商程度') },
  ],
  method: 'Land Matrix consultation codes; domain reference 1.2 and 4b',
  rows: { key: 'community_id', fields: communityPlaceFields, numerator: 'count' },
})
