import { defineIndicator } from '#data/define.ts'
import { incidentPlaceFields } from '#data/overlays/incident-places.ts'
import { mineFilter } from '#data/parameters.ts'
import { term } from '#data/vocabularies/vocabulary.ts'

export const violentEvents = defineIndicator({
  id: 'HR-01',
  name: term('Violent events near mines', '矿山附近的暴力事件'),
  definition: term(
    'Reported armed conflict and security force violence, placed at a town or site, within the radius of a located mine, per mine and year. Each report counts once a place; beside it the same within each ring.',
    '定位至城镇或场址、且在已定位矿山指定距离内的武装冲突与安保暴力事件，按每矿山每年计。每份报告在每个地点只计一次，并列出各距离圈内的数值。',
  ),
  caveat: term(
    'Near is not caused, and violence that nobody reports is not here. Left out: events before the present owner, running totals and refuted reports.',
    '邻近不等于因果，未被报道的暴力不在其中。不计：现所有者入股前的事件、累计数及已被否定的报告。',
  ),
  issue: 'HR',
  class: 'proxy',
  unit: 'per_mine_year',
  direction: 'down',
  aggregation: 'ratio_of_sums',
  levels: ['mine', 'country', 'region'],
  inputs: ['incident_places', 'incidents_at_place', 'place_totals', 'reporting_period'],
  parameters: [...mineFilter, 'from', 'to', 'radius_km', 'by'],
  defaults: { radius_km: 20 },
  classes: 'ring',
  method: 'ACLED conflict exposure rings; mapme: precise locations only; domain reference 3.2, OV5',
  rows: { key: 'incident_id', fields: incidentPlaceFields, numerator: 'count' },
})
