import { incidentReports } from '#data/datasets/incident-reports.ts'
import { defineOverlay } from '#data/define.ts'
import { double, flag, required, text } from '#data/field.ts'
import { mineFilter } from '#data/parameters.ts'
import { term } from '#data/vocabularies/vocabulary.ts'

const { incident_id, title_en, title_zh, event_date, incident_type, severity } = incidentReports.fields
const { verification, n_sources, iso3, region_id, geo_precision } = incidentReports.fields

/** An incident report and the mine that it is linked to, or else the nearest one. */
export const incidentPlaceFields = {
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
  geo_precision,
  is_linked: required(flag(term('Linked to a mine of the place', '与该地矿山关联'))),
  mine_id: required(text(term('Linked or nearest mine', '关联或最近的矿山编号'))),
  distance_m: double(term('Distance to the nearest mine', '至最近矿山的距离'), { unit: 'm', min: 0 }),
  least_m: double(term('Distance at least', '最小可能距离'), { unit: 'm', min: 0 }),
  most_m: double(term('Distance at most', '最大可能距离'), { unit: 'm', min: 0 }),
}

export const incidentPlaces = defineOverlay({
  id: 'incident_places',
  title: term('Incident reports by place', '按地点列出的事件报告'),
  description: term(
    'Incident reports that count in rates, once for each place whose located mines they are linked to or within reach of.',
    '计入比率的事件报告，对每个与其已定位矿山关联或在可达范围内的地点各计一次。',
  ),
  when: 'query',
  is_internal: true,
  inputs: ['mine_places', 'rate_incidents', 'proximity'],
  parameters: [...mineFilter, 'by', 'from', 'to'],
  geometry: 'none',
  key: 'incident_id',
  name: { en: 'title_en', zh: 'title_zh' },
  fields: { place_id: required(text(term('Place', '地点'))), ...incidentPlaceFields },
})
