import { defineIndicator } from '#data/define.ts'
import { linkedIncidentFields } from '#data/overlays/linked-incidents.ts'
import { mineFilter } from '#data/parameters.ts'
import { term } from '#data/vocabularies/vocabulary.ts'

export const reportedDeaths = defineIndicator({
  id: 'OHS-01',
  name: term('Deaths reported', '报告的死亡人数'),
  definition: term(
    'Deaths a year in incident reports of the health and safety issue whose source names a selected mine. The range takes the lowest and the highest number that reports give.',
    '来源指明所选矿山的职业健康与安全事件报告中的年均死亡人数。区间取各报道中的最低与最高数字。',
  ),
  caveat: term(
    'Reported deaths only: a report without a number adds none, and accidents that nobody reports are missing. Left out: events before the present owner, running totals and refuted reports.',
    '仅计已报告的死亡人数：未给出数字的报告不计人数，未被报道的事故缺失。不计：现所有者入股前的事件、累计数及已被否定的报告。',
  ),
  issue: 'OHS',
  class: 'proxy',
  unit: 'people_per_year',
  direction: 'down',
  aggregation: 'sum',
  levels: ['mine', 'country', 'region'],
  inputs: ['linked_incidents', 'linked_at_place', 'linked_mine_years'],
  parameters: [...mineFilter, 'from', 'to', 'by'],
  method: 'Domain reference 4b; lowest and highest reported deaths as the range',
  rows: { key: 'incident_id', fields: linkedIncidentFields, numerator: { sum: 'fatalities' } },
})
