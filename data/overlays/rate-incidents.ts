import { incidentReports } from '#data/datasets/incident-reports.ts'
import { defineOverlay } from '#data/define.ts'
import { term } from '#data/vocabularies/vocabulary.ts'

const { incident_id, title_en, title_zh, event_date, incident_type, severity } = incidentReports.fields
const { mine_id, link_basis, iso3, region_id, geo_precision, verification, n_sources } = incidentReports.fields

export const rateIncidents = defineOverlay({
  id: 'rate_incidents',
  title: term('Incident reports that count in rates', '计入比率的事件报告'),
  description: term(
    'Incident reports of the period, without those before the present owner, running totals and refuted ones.',
    '统计时段内的事件报告，不含现所有者入股前的事件、累计数及已被否定的报告。',
  ),
  when: 'query',
  is_internal: true,
  inputs: ['public_incidents', 'reporting_period'],
  parameters: ['from', 'to', 'precise_only'],
  geometry: 'none',
  key: 'incident_id',
  name: { en: 'title_en', zh: 'title_zh' },
  fields: {
    incident_id,
    title_en,
    title_zh,
    event_date,
    incident_type,
    severity,
    mine_id,
    link_basis,
    iso3,
    region_id,
    geo_precision,
    verification,
    n_sources,
  },
})
