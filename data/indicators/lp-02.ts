import { defineIndicator } from '#data/define.ts'
import { linkedIncidentFields } from '#data/overlays/linked-incidents.ts'
import { mineFilter } from '#data/parameters.ts'
import { term } from '#data/vocabularies/vocabulary.ts'

export const labourDisputes = defineIndicator({
  id: 'LP-02',
  name: term('Labour disputes', '劳资纠纷'),
  definition: term(
    'Reported labour disputes whose source names a selected mine, per mine and year.',
    '来源指明所选矿山的已报告劳资纠纷，按每矿山每年计。',
  ),
  caveat: term(
    'Where strikes are forbidden or nobody reports them, there are none here: few disputes are not good conditions. Left out: events before the present owner, running totals and refuted reports.',
    '在禁止罢工或无人报道之处，此处即无记录：纠纷少不等于条件好。不计：现所有者入股前的事件、累计数及已被否定的报告。',
  ),
  issue: 'LP',
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
