import { resultIndicators, results } from '#data/datasets/result-matrix.ts'
import { defineOverlay } from '#data/define.ts'
import { code, double, required, text } from '#data/field.ts'
import { matrixFlags, matrixPlace, matrixRows } from '#data/overlays/matrix-rows.ts'
import { term } from '#data/vocabularies/vocabulary.ts'

const { result_id, name_en, name_zh, issue, measure, ascending, unit } = resultIndicators.fields
const { computed_from, baseline_year } = resultIndicators.fields
const { period_id, indicator_id, baseline, milestone, target, actual } = matrixRows.fields
const { override_rag, override_reason_en, override_reason_zh, comment_en, comment_zh } = matrixRows.fields
const { source, source_url, source_date } = matrixRows.fields

export const resultMatrix = defineOverlay({
  id: 'result_matrix',
  title: term('Result Matrix', '结果矩阵'),
  description: term(
    'Each result indicator in each period, region and part: baseline, milestone, target and actual, and the status that follows from them. The status is computed by the thresholds in the data and never typed; a status set by hand stands beside it.',
    '各结果指标在每一时段、区域与细分项的基线值、里程碑、目标值与实际值及由此得出的状态。状态按数据中的阈值计算，不由人工填写；人工设定的状态并列显示。',
  ),
  when: 'query',
  inputs: ['snapshot_facts', 'matrix_rows', 'result_indicators', 'results', 'rag_thresholds'],
  parameters: [],
  geometry: 'none',
  key: 'period_id',
  name: { en: 'name_en', zh: 'name_zh' },
  time: { start: 'period_start', end: 'period_end' },
  fields: {
    period_id,
    result_id,
    result_type: results.fields.type,
    result_title_en: results.fields.title_en,
    result_title_zh: results.fields.title_zh,
    indicator_id,
    name_en,
    name_zh,
    issue,
    measure,
    ascending,
    unit,
    computed_from,
    ...matrixPlace,
    baseline_year,
    baseline,
    milestone,
    target,
    actual,
    previous_actual: double(term('Actual of the previous period', '上一时段实际值')),
    ratio: double(term('Ratio', '比值'), {
      help: term(
        'What was achieved over what was planned by then, both counted from the baseline: (actual - baseline) / (milestone - baseline).',
        '自基线值起算的完成量与同期计划量之比：（实际值-基线值）/（里程碑-基线值）。',
      ),
    }),
    previous_ratio: double(term('Ratio of the previous period', '上一时段比值')),
    trend: code(term('Trend', '趋势'), 'trend'),
    rag: required(code(term('Status', '状态'), 'rag')),
    letter: text(term('Letter', '字母')),
    grey_reason: code(term('Why there is no status', '无状态的原因'), 'grey_reason'),
    override_rag,
    override_letter: text(term('Letter set by hand', '人工设定的字母')),
    override_reason_en,
    override_reason_zh,
    ...matrixFlags,
    comment_en,
    comment_zh,
    source,
    source_url,
    source_date,
  },
  table: [
    'indicator_id',
    'name_en',
    'region_id',
    'period_end',
    'baseline',
    'milestone',
    'target',
    'actual',
    'ratio',
    'rag',
  ],
})
