import { defineOverlay } from '#data/define.ts'
import { code, double, flag, required, text } from '#data/field.ts'
import { term } from '#data/vocabularies/vocabulary.ts'

/** The rows of `indicator_periods` that give PC-02 and the coverage matrix their targets, of the last period that has one. */
export const pilotTargets = defineOverlay({
  id: 'pilot_targets',
  title: term('Pilot targets', '试点目标值'),
  description: term(
    'Projects planned by the Result Matrix for all regions together, for each region, and for each guideline issue in a region.',
    '结果矩阵为全部区域、各区域及区域内各指南议题规划的项目数。',
  ),
  when: 'query',
  is_internal: true,
  inputs: ['indicator_periods', 'result_indicators'],
  parameters: [],
  geometry: 'none',
  key: 'target_id',
  name: { en: 'target_id' },
  fields: {
    target_id: required(text(term('Target id', '目标值编号'))),
    place_id: required(text(term('Place', '地点'))),
    issue: code(term('Guideline issue', '指南议题'), 'guideline_issue'),
    target: required(double(term('Target', '目标值'), { unit: 'count', min: 0 })),
    is_illustrative: required(flag(term('Illustrative', '示例数据'))),
  },
})
