import { defineIndicator } from '#data/define.ts'
import { pilotRowFields } from '#data/indicators/pilot-row-fields.ts'
import { mineFilter } from '#data/parameters.ts'
import { term } from '#data/vocabularies/vocabulary.ts'

export const pilotCoverageOfTarget = defineIndicator({
  id: 'PC-02',
  name: term('Pilot coverage of the target', '试点目标完成率'),
  definition: term(
    'Active and completed pilots at selected mines as a share of the projects that the Result Matrix plans for the place.',
    '所选矿山中进行中与已完成的试点占结果矩阵为该地规划项目数的比例。',
  ),
  caveat: term(
    'Only the overall target of 100 projects has a source; its split by region and the pilots are illustrative. A filter on mines leaves the target as it is.',
    '仅100个项目的总目标值有来源，按区域的分配及试点均为示例。对矿山的筛选不改变目标值。',
  ),
  issue: null,
  class: 'attribute',
  unit: 'percent',
  direction: 'up',
  aggregation: 'ratio_of_sums',
  levels: ['region'],
  inputs: ['mine_places', 'place_totals', 'programme', 'pilot_targets'],
  parameters: [...mineFilter, 'by'],
  extras: { pilots: { label: term('Active or completed pilots', '进行中或已完成的试点'), unit: 'count' } },
  method: 'Report on the launch of the action plan for the target of 100; domain reference 4b',
  is_illustrative: true,
  rows: { key: 'pilot_id', fields: pilotRowFields, numerator: 'count' },
})
