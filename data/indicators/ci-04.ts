import { defineIndicator } from '#data/define.ts'
import { incidentPlaceFields } from '#data/overlays/incident-places.ts'
import { mineFilter } from '#data/parameters.ts'
import { term } from '#data/vocabularies/vocabulary.ts'

export const communityConflictRate = defineIndicator({
  id: 'CI-04',
  name: term('Community conflict rate', '社区冲突率'),
  definition: term(
    'Reported protests and land disputes within the radius of a located mine, per 100,000 people in the host communities within the same radius and year. Each report and each community counts once a place.',
    '已定位矿山指定距离内的抗议与土地纠纷事件，按同一距离内当地社区每10万人每年计。每份报告与每个社区在每个地点只计一次。',
  ),
  caveat: term(
    'Few listed people make a rate jump. Near is not caused. The range combines the fewest reports with the most people, and the other way round.',
    '收录人口少时，比率波动很大。邻近不等于因果。区间下限取最少报告与最多人口，上限相反。',
  ),
  issue: 'CI',
  class: 'proxy',
  unit: 'per_100k_year',
  direction: 'down',
  aggregation: 'ratio_of_sums',
  levels: ['country', 'region'],
  inputs: ['incident_places', 'incidents_at_place', 'community_places', 'place_totals', 'reporting_period'],
  parameters: [...mineFilter, 'from', 'to', 'radius_km', 'by'],
  defaults: { radius_km: 20 },
  classes: 'incident_link',
  method: 'Domain reference 3.2, OV4 and 4b; the denominator is person-years',
  rows: { key: 'incident_id', fields: incidentPlaceFields, numerator: 'count' },
})
