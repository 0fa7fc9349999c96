import { defineIndicator } from '#data/define.ts'
import { linkedIncidentFields } from '#data/overlays/linked-incidents.ts'
import { mineFilter } from '#data/parameters.ts'
import { term } from '#data/vocabularies/vocabulary.ts'

export const allegedRightsIncidents = defineIndicator({
  id: 'HR-03',
  name: term('Alleged rights incidents', '指称的人权事件'),
  definition: term(
    'Incident reports of the human rights issue whose source names a selected mine, per mine and year, whatever their verification but for refuted ones.',
    '来源指明所选矿山的人权议题事件报告，按每矿山每年计，不论核实情况，已被否定者除外。',
  ),
  caveat: term(
    'An allegation is not a finding, and few reports are not few incidents. Left out: events before the present owner, running totals and refuted reports.',
    '指称不等于认定，报告少不等于事件少。不计：现所有者入股前的事件、累计数及已被否定的报告。',
  ),
  issue: 'HR',
  class: 'proxy',
  unit: 'per_mine_year',
  direction: 'down',
  aggregation: 'ratio_of_sums',
  levels: ['mine', 'country', 'region'],
  inputs: ['linked_incidents', 'linked_at_place', 'linked_mine_years'],
  parameters: [...mineFilter, 'from', 'to', 'by'],
  method:
    'Domain reference 3.2, OV4: linked reports only; mine-years of all selected mines, because a link needs no location',
  rows: { key: 'incident_id', fields: linkedIncidentFields, numerator: 'count' },
})
