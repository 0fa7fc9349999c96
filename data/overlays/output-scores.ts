import { indicatorPeriods } from '#data/datasets/indicator-periods.ts'
import { results } from '#data/datasets/result-matrix.ts'
import { defineOverlay } from '#data/define.ts'
import { code, double, int, required, text } from '#data/field.ts'
import { term } from '#data/vocabularies/vocabulary.ts'

const { result_id, title_en, title_zh, risk_rating, weight_pct } = results.fields
const { period_start, period_end } = indicatorPeriods.fields
const count = (en: string, zh: string) => required(int(term(en, zh), { unit: 'count', min: 0 }))

/** The rule is written down in docs/decisions/0010-output-scores.md. */
export const outputScores = defineOverlay({
  id: 'output_scores',
  title: term('Output scores', '产出评分'),
  description: term(
    'Ratio and score of each output in each period, and the weighted score of all. Outputs without data add nothing, and the share of weight that has data stands beside the sum. The score hides much: read it with the numbers.',
    '各产出在每一时段的比值与评分，以及加权总得分。无数据的产出不计分，并同时列出有数据的权重占比。评分会掩盖细节，请结合数值阅读。',
  ),
  when: 'query',
  inputs: ['result_indicators', 'score_bands', 'result_matrix', 'results'],
  parameters: [],
  geometry: 'none',
  key: 'score_id',
  name: { en: 'title_en', zh: 'title_zh' },
  fields: {
    score_id: required(text(term('Score id', '评分编号'))),
    result_id,
    title_en,
    title_zh,
    risk_rating,
    period_start,
    period_end,
    weight_pct,
    indicators: count('Indicators', '指标数'),
    indicators_with_data: count('Indicators with data', '有数据的指标数'),
    ratio: double(term('Ratio', '比值')),
    score: code(term('Score', '评分'), 'output_score'),
    weight_with_data_pct: double(term('Weight with data', '有数据的权重'), { unit: 'percent', min: 0 }),
    points: double(term('Weighted points', '加权得分')),
  },
  table: ['title_en', 'weight_pct', 'period_end', 'indicators_with_data', 'indicators', 'ratio', 'score', 'points'],
})
