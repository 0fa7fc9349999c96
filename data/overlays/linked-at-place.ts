import { defineOverlay } from '#data/define.ts'
import { linkedIncidentFields } from '#data/overlays/linked-incidents.ts'
import { mineFilter } from '#data/parameters.ts'
import { term } from '#data/vocabularies/vocabulary.ts'

export const linkedAtPlace = defineOverlay({
  id: 'linked_at_place',
  title: term('Linked incident reports of a place', '一地的关联事件报告'),
  description: term(
    'Incident reports that count in rates and name a selected mine of the place asked for.',
    '计入比率、且指明所问地点某座所选矿山的事件报告。',
  ),
  when: 'query',
  is_internal: true,
  inputs: ['linked_incidents'],
  parameters: [...mineFilter, 'by', 'from', 'to', 'place'],
  geometry: 'none',
  key: 'incident_id',
  name: { en: 'title_en', zh: 'title_zh' },
  fields: linkedIncidentFields,
})
