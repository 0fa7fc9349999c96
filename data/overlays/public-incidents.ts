import { incidentReports } from '#data/datasets/incident-reports.ts'
import { defineOverlay } from '#data/define.ts'
import { term } from '#data/vocabularies/vocabulary.ts'

/** Every question reads incident reports through this overlay and no other way; a contract test holds it. */
export const publicIncidents = defineOverlay({
  id: 'public_incidents',
  title: term('Public incident reports', '公开的事件报告'),
  description: term(
    'Incident reports without the restricted ones; generalised locations are rounded to a tenth of a degree.',
    '不含受限记录的事件报告；需模糊化的位置取整至0.1度。',
  ),
  when: 'query',
  is_internal: true,
  inputs: ['incident_reports'],
  parameters: [],
  geometry: 'point',
  key: 'incident_id',
  name: { en: 'title_en', zh: 'title_zh' },
  fields: incidentReports.fields,
})
