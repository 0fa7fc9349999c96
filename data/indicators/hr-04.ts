import { incidentReports } from '#data/datasets/incident-reports.ts'
import { defineIndicator } from '#data/define.ts'
import { double, flag, required } from '#data/field.ts'
import { mineFilter } from '#data/parameters.ts'
import { term } from '#data/vocabularies/vocabulary.ts'

const { incident_id, title_en, title_zh, event_date, incident_type, severity } = incidentReports.fields
const { verification, n_sources, iso3, region_id, mine_id, displaced_people } = incidentReports.fields

export const displacedPeople = defineIndicator({
  id: 'HR-04',
  name: term('Displaced people reported', '报告的流离失所人数'),
  definition: term(
    'Displaced people in the incident reports of the period that name a selected mine or lie within the radius of a located one. Each report counts once a place.',
    '统计时段内指明所选矿山、或位于已定位矿山指定距离内的事件报告中的流离失所人数。每份报告在每个地点只计一次。',
  ),
  caveat: term(
    'Most reports give no number: no data means that none does, not that nobody was displaced. Left out: events before the present owner, running totals and refuted reports.',
    '多数报告未给出人数：无数据表示没有报告给出数字，而非无人流离失所。不计：现所有者入股前的事件、累计数及已被否定的报告。',
  ),
  issue: 'HR',
  class: 'attribute',
  unit: 'people',
  direction: 'down',
  aggregation: 'sum',
  levels: ['mine', 'country', 'region'],
  inputs: ['incident_places', 'linked_incidents', 'public_incidents', 'place_totals'],
  parameters: [...mineFilter, 'from', 'to', 'radius_km', 'by'],
  method: 'Domain reference 4b; reports with a number only',
  rows: {
    key: 'incident_id',
    fields: {
      incident_id,
      title_en,
      title_zh,
      event_date,
      incident_type,
      severity,
      verification,
      n_sources,
      iso3,
      region_id,
      mine_id,
      is_linked: required(flag(term('Linked to a mine of the place', '与该地矿山关联'))),
      distance_m: double(term('Distance to the nearest mine', '至最近矿山的距离'), { unit: 'm', min: 0 }),
      displaced_people,
    },
    numerator: { sum: 'displaced_people' },
  },
})
