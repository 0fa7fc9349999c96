import { indicatorPeriods } from '#data/datasets/indicator-periods.ts'
import { defineOverlay } from '#data/define.ts'
import { double, flag, required } from '#data/field.ts'
import { term } from '#data/vocabularies/vocabulary.ts'

/** What every overlay that computes actuals answers. */
export const computedFields = {
  period_id: indicatorPeriods.fields.period_id,
  actual: double(term('Actual', '实际值')),
  is_illustrative: required(flag(term('Illustrative', '示例数据'))),
}

/**
 * PC-01, PC-02 and PC-03 as they stood on the last day of a period (or on the day of the newest report, if that is earlier).
 * Stages of the past are not recorded: which pilots ran then follows from their dates. On the snapshot's own day it is the indicator itself.
 */
export const pilotPeriods = defineOverlay({
  id: 'pilot_periods',
  title: term('Actuals from pilots', '由试点得出的实际值'),
  description: term(
    'Actuals of the Result Matrix that are computed from the pilots of the programme.',
    '结果矩阵中由计划试点计算得出的实际值。',
  ),
  when: 'query',
  is_internal: true,
  inputs: ['snapshot_facts', 'indicator_periods', 'result_indicators', 'pilot_places', 'pilot_targets'],
  parameters: [],
  geometry: 'none',
  key: 'period_id',
  name: { en: 'period_id' },
  fields: computedFields,
})
