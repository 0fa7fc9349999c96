import { defineOverlay } from '#data/define.ts'
import { computedFields } from '#data/overlays/pilot-periods.ts'
import { term } from '#data/vocabularies/vocabulary.ts'

/**
 * EN-01, EN-02, CI-04 and OHS-01 with their own defaults (CI-04 within 20 km), for the pilot mines. What is measured on the map is known
 * for the present snapshot only, so it is the actual of the period that the newest report falls in; rates are given for whole periods.
 */
export const impactPeriods = defineOverlay({
  id: 'impact_periods',
  title: term('Actuals from map and reports', '由地图与事件报告得出的实际值'),
  description: term(
    'Actuals of the Result Matrix that are computed from places and incident reports, for the pilot mines.',
    '结果矩阵中由地点与事件报告计算得出的试点矿山实际值。',
  ),
  when: 'query',
  is_internal: true,
  inputs: [
    'snapshot_facts',
    'indicator_periods',
    'result_indicators',
    'all_mines',
    'proximity',
    'protected_areas',
    'public_incidents',
    'host_communities',
  ],
  parameters: [],
  geometry: 'none',
  key: 'period_id',
  name: { en: 'period_id' },
  fields: computedFields,
})
