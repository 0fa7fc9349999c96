import { incidentReports } from '#data/datasets/incident-reports.ts'
import { defineOverlay } from '#data/define.ts'
import { flag, required } from '#data/field.ts'
import { distanceFields, pairFields } from '#data/overlays/near-fields.ts'
import { incidentFilter, mineFilter } from '#data/parameters.ts'
import { term } from '#data/vocabularies/vocabulary.ts'

const { incident_id, title_en, title_zh, event_date, incident_type, severity } = incidentReports.fields
const { verification, iso3, geo_precision } = incidentReports.fields

export const mineIncidentPairs = defineOverlay({
  id: 'mine_incident_pairs',
  title: term('Pairs of mine and incident report', '矿山与事件报告配对'),
  description: term(
    'One row for each selected mine and each incident report within the radius. Near is not caused: a column says whether the source names the mine.',
    '每座所选矿山与其指定距离内每份事件报告一行。邻近不等于因果：另有一列说明来源是否指明该矿山。',
  ),
  when: 'query',
  inputs: ['selected_pairs', 'selected_incidents'],
  parameters: [...mineFilter, ...incidentFilter, 'radius_km'],
  geometry: 'point',
  key: 'pair_id',
  name: { en: 'mine_name', zh: 'mine_name_zh' },
  time: { start: 'event_date' },
  fields: {
    ...pairFields,
    incident_id,
    title_en,
    title_zh,
    event_date,
    incident_type,
    severity,
    verification,
    iso3,
    geo_precision,
    ...distanceFields,
    is_linked: required(flag(term('Linked to the mine by the source', '来源指明与该矿山关联'))),
  },
  table: ['mine_name', 'title_en', 'event_date', 'incident_type', 'severity', 'distance_m', 'is_linked'],
})
