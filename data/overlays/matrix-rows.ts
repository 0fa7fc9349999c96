import { indicatorPeriods } from '#data/datasets/indicator-periods.ts'
import { defineOverlay } from '#data/define.ts'
import { flag, required } from '#data/field.ts'
import { term } from '#data/vocabularies/vocabulary.ts'

const { period_id, indicator_id, region_id, dimension, dimension_value, period_start, period_end } =
  indicatorPeriods.fields
const { baseline, milestone, target, actual } = indicatorPeriods.fields
const { override_rag, override_reason_en, override_reason_zh, comment_en, comment_zh } = indicatorPeriods.fields
const { source, source_url, source_date } = indicatorPeriods.fields
const isSo = (en: string, zh: string) => required(flag(term(en, zh)))

/** What a row is about. */
export const matrixPlace = { region_id, dimension, dimension_value, period_start, period_end }
/** Where its actual comes from and which of its numbers are invented. */
export const matrixFlags = {
  is_computed: isSo('Actual is computed by the atlas', '实际值由本图集计算'),
  is_total: isSo('Sum of the regions', '各区域之和'),
  is_milestone_illustrative: isSo('Milestone is illustrative', '里程碑为示例数据'),
  is_target_illustrative: isSo('Target is illustrative', '目标值为示例数据'),
  is_actual_illustrative: isSo('Actual is illustrative', '实际值为示例数据'),
}

export const matrixRows = defineOverlay({
  id: 'matrix_rows',
  title: term('Rows of the Result Matrix', '结果矩阵的行'),
  description: term(
    'Written rows of the Result Matrix with their computed actuals, and a sum where the regions add up and the indicator has no overall row. A sum needs every region: one late region leaves it without an actual.',
    '结果矩阵的已填写行及其计算所得实际值；若各区域可相加且未填写总行，则给出合计。合计需各区域齐全，任一区域缺报则无实际值。',
  ),
  when: 'query',
  is_internal: true,
  inputs: ['indicator_periods', 'result_indicators', 'pilot_periods', 'impact_periods'],
  parameters: [],
  geometry: 'none',
  key: 'period_id',
  name: { en: 'period_id' },
  fields: {
    period_id,
    indicator_id,
    ...matrixPlace,
    baseline,
    milestone,
    target,
    actual,
    ...matrixFlags,
    override_rag,
    override_reason_en,
    override_reason_zh,
    comment_en,
    comment_zh,
    source,
    source_url,
    source_date,
  },
})
