import { incidentReports } from '#data/datasets/incident-reports.ts'
import { defineIndicator } from '#data/define.ts'
import { incidentFilter } from '#data/parameters.ts'
import { term } from '#data/vocabularies/vocabulary.ts'

const { incident_id, title_en, title_zh, event_date, incident_type, severity } = incidentReports.fields
const { verification, n_sources, iso3, region_id, geo_precision } = incidentReports.fields

export const incidentsWithGoodEvidence = defineIndicator({
  id: 'DQ-02',
  name: term('Incident reports with good evidence', '证据充分的事件报告'),
  definition: term(
    'Incident reports placed at a town or site that rest on two sources or more, as a share of all incident reports of the place. Read it beside every rate of incidents.',
    '定位至城镇或场址且有两个及以上来源的事件报告占该地全部事件报告的比例。阅读任何事件比率时应一并参考。',
  ),
  caveat: term(
    'Counts sources, not their quality. Reports count for the country where they happened, near a mine or not.',
    '只计来源数量，不评价其质量。报告计入事发国家，无论是否邻近矿山。',
  ),
  issue: null,
  class: 'attribute',
  unit: 'percent',
  direction: 'up',
  aggregation: 'ratio_of_sums',
  levels: ['country', 'region'],
  inputs: ['selected_incidents'],
  parameters: ['region', 'country', ...incidentFilter, 'precise_only', 'by'],
  method: 'Geographic precision codes of ACLED; domain reference 4b',
  rows: {
    key: 'incident_id',
    fields: {
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
    },
    numerator: 'count',
  },
})
