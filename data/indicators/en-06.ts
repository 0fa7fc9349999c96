import { defineIndicator } from '#data/define.ts'
import { incidentPlaceFields } from '#data/overlays/incident-places.ts'
import { mineFilter } from '#data/parameters.ts'
import { term } from '#data/vocabularies/vocabulary.ts'

export const environmentalIncidents = defineIndicator({
  id: 'EN-06',
  name: term('Environmental incidents near mines', '矿山附近的环境事件'),
  definition: term(
    'Reported tailings failures, spills, water pollution, air pollution, dust and noise within the radius of a located mine or linked to it by the source, per mine and year. Each report counts once a place.',
    '在已定位矿山指定距离内或来源指明与其关联的尾矿库事故、泄漏、水污染、大气、粉尘与噪声事件，按每矿山每年计。每份报告在每个地点只计一次。',
  ),
  caveat: term(
    'Few reports are not little harm: reporting is uneven. Near is not caused. Left out: events before the present owner, running totals, refuted reports, and mines whose location is too coarse.',
    '报告少不等于损害小：报道并不均衡。邻近不等于因果。不计：现所有者入股前的事件、累计数、已被否定的报告，以及位置过于粗略的矿山。',
  ),
  issue: 'EN',
  class: 'proxy',
  unit: 'per_mine_year',
  direction: 'down',
  aggregation: 'ratio_of_sums',
  levels: ['mine', 'country', 'region'],
  inputs: ['incident_places', 'incidents_at_place', 'place_totals', 'reporting_period'],
  parameters: [...mineFilter, 'from', 'to', 'radius_km', 'by'],
  classes: 'incident_link',
  method: 'Domain reference 3.2, OV4: linked and merely near kept apart, mine-years of located mines',
  rows: { key: 'incident_id', fields: incidentPlaceFields, numerator: 'count' },
})
