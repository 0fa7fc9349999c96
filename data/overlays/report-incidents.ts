import { incidentReports } from '#data/datasets/incident-reports.ts'
import { defineOverlay } from '#data/define.ts'
import { flag, required } from '#data/field.ts'
import { reportFields } from '#data/overlays/report-fields.ts'
import { incidentFilter } from '#data/parameters.ts'
import { term } from '#data/vocabularies/vocabulary.ts'

const { event_date, incident_type, severity, verification, fatalities } = incidentReports.fields

export const reportIncidents = defineOverlay({
  id: 'report_incidents',
  title: term('Incident reports near or linked to one mine', '单座矿山邻近或关联的事件报告'),
  description: term(
    'Incident reports near one mine or linked to it by their source, nearest first. Near is not caused.',
    '单座矿山邻近或来源指明与其关联的事件报告，由近及远。邻近不等于因果。',
  ),
  when: 'query',
  is_internal: true,
  inputs: ['proximity', 'selected_incidents'],
  parameters: ['mine', ...incidentFilter, 'precise_only'],
  geometry: 'none',
  key: 'feature_id',
  name: { en: 'name_en', zh: 'name_zh' },
  fields: {
    ...reportFields,
    event_date,
    incident_type,
    severity,
    verification,
    fatalities,
    is_linked: required(flag(term('Linked to the mine by the source', '来源指明与该矿山关联'))),
  },
})
