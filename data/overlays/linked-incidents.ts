import { incidentReports } from '#data/datasets/incident-reports.ts'
import { defineOverlay } from '#data/define.ts'
import { required, text } from '#data/field.ts'
import { mineFilter } from '#data/parameters.ts'
import { term } from '#data/vocabularies/vocabulary.ts'

const { incident_id, title_en, title_zh, event_date, incident_type, issue, severity } = incidentReports.fields
const { verification, n_sources, iso3, region_id, fatalities, fatalities_min, fatalities_max } = incidentReports.fields

/** An incident report and the mine that its source names. */
export const linkedIncidentFields = {
  incident_id,
  title_en,
  title_zh,
  event_date,
  incident_type,
  issue,
  severity,
  verification,
  n_sources,
  iso3,
  region_id,
  mine_id: required(text(term('Linked mine', '关联的矿山编号'))),
  fatalities,
}

export const linkedIncidents = defineOverlay({
  id: 'linked_incidents',
  title: term('Linked incident reports by place', '按地点列出的关联事件报告'),
  description: term(
    'Incident reports that count in rates and name a selected mine, once for each place of that mine.',
    '计入比率且指明所选矿山的事件报告，对该矿山所属的每个地点各计一次。',
  ),
  when: 'query',
  is_internal: true,
  inputs: ['mine_places', 'rate_incidents', 'public_incidents'],
  parameters: [...mineFilter, 'by', 'from', 'to'],
  geometry: 'none',
  key: 'incident_id',
  name: { en: 'title_en', zh: 'title_zh' },
  fields: {
    place_id: required(text(term('Place', '地点'))),
    ...linkedIncidentFields,
    fatalities_min,
    fatalities_max,
  },
})
