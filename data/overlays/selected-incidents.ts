import { incidentReports } from '#data/datasets/incident-reports.ts'
import { defineOverlay } from '#data/define.ts'
import { incidentFilter } from '#data/parameters.ts'
import { term } from '#data/vocabularies/vocabulary.ts'

export const selectedIncidents = defineOverlay({
  id: 'selected_incidents',
  title: term('Selected incident reports', '所选事件报告'),
  description: term(
    'The incident reports that the filter leaves; with precise locations only, those placed at a town or site.',
    '筛选后保留的事件报告；仅精确位置时，只保留定位至城镇或场址者。',
  ),
  when: 'query',
  is_internal: true,
  inputs: ['public_incidents'],
  parameters: [...incidentFilter, 'precise_only'],
  geometry: 'point',
  key: 'incident_id',
  name: { en: 'title_en', zh: 'title_zh' },
  fields: incidentReports.fields,
})
