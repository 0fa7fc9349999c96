import { incidentReports } from '#data/datasets/incident-reports.ts'
import { defineOverlay } from '#data/define.ts'
import { flag, required } from '#data/field.ts'
import { nearFields } from '#data/overlays/near-fields.ts'
import { incidentFilter, mineFilter } from '#data/parameters.ts'
import { term } from '#data/vocabularies/vocabulary.ts'

export const incidentsNearMines = defineOverlay({
  id: 'incidents_near_mines',
  title: term('Incident reports near mines', '矿山附近的事件报告'),
  description: term(
    'Incident reports within the radius of a selected mine, and those that their source links to one at any distance. Near is not caused.',
    '位于所选矿山指定距离内的事件报告，以及来源指明与其关联的事件报告（不限距离）。邻近不等于因果。',
  ),
  when: 'query',
  inputs: ['selected_pairs', 'selected_mines', 'selected_incidents'],
  parameters: [...mineFilter, ...incidentFilter, 'radius_km'],
  geometry: 'point',
  key: 'incident_id',
  name: { en: 'title_en', zh: 'title_zh' },
  time: { start: 'event_date' },
  fields: {
    ...incidentReports.fields,
    ...nearFields,
    is_near: required(flag(term('Within the radius', '在距离内'))),
    is_linked: required(flag(term('Linked to a selected mine', '与所选矿山关联'))),
  },
  layer: incidentReports.layer,
  popup: [...incidentReports.popup, 'nearest_mine_name', 'distance_m', 'is_near', 'is_linked'],
  table: [
    'title_en',
    'event_date',
    'iso3',
    'incident_type',
    'severity',
    'nearest_mine_name',
    'distance_m',
    'is_linked',
  ],
})
