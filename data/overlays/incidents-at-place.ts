import { defineOverlay } from '#data/define.ts'
import { incidentPlaceFields } from '#data/overlays/incident-places.ts'
import { mineFilter } from '#data/parameters.ts'
import { term } from '#data/vocabularies/vocabulary.ts'

export const incidentsAtPlace = defineOverlay({
  id: 'incidents_at_place',
  title: term('Incident reports of a place', '一地的事件报告'),
  description: term(
    'Incident reports that count in rates, linked to or within reach of the located mines of the place asked for.',
    '计入比率、且与所问地点的已定位矿山关联或在可达范围内的事件报告。',
  ),
  when: 'query',
  is_internal: true,
  inputs: ['incident_places'],
  parameters: [...mineFilter, 'by', 'from', 'to', 'place'],
  geometry: 'none',
  key: 'incident_id',
  name: { en: 'title_en', zh: 'title_zh' },
  fields: incidentPlaceFields,
})
