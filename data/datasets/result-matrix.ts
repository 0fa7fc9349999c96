import { defineDataset } from '#data/define.ts'
import { code, double, flag, int, required, text } from '#data/field.ts'
import { programmeData } from '#data/sources.ts'
import { term } from '#data/vocabularies/vocabulary.ts'

const isIllustrative = required(flag(term('Illustrative', '示例数据')))

export const results = defineDataset({
  id: 'results',
  title: term('Results', '结果'),
  description: term(
    'Impact, outcome and outputs of the Result Matrix, with the weight and the risk of each output, in the shape of IATI.',
    '结果矩阵的影响、成果与产出，以及各项产出的权重与风险，结构与IATI一致。',
  ),
  source: programmeData('results.csv'),
  is_illustrative: true,
  geometry: 'none',
  key: 'result_id',
  name: { en: 'title_en', zh: 'title_zh' },
  fields: {
    result_id: required(text(term('Result id', '结果编号'))),
    type: required(code(term('Level', '层级'), 'result_type')),
    title_en: required(text(term('Result', '结果'))),
    title_zh: required(text(term('Result (Chinese)', '结果（中文）'))),
    weight_pct: double(term('Weight', '权重'), {
      unit: 'percent',
      min: 0,
      max: 100,
      help: term(
        'Share of an output in the weighted score; the outputs add up to 100.',
        '产出在加权得分中的占比，各产出合计100。',
      ),
    }),
    risk_rating: code(term('Risk rating', '风险等级'), 'risk_rating'),
    assumption_en: text(term('Assumption', '假设条件')),
    assumption_zh: text(term('Assumption (Chinese)', '假设条件（中文）')),
    is_illustrative: isIllustrative,
  },
  table: ['result_id', 'type', 'title_en', 'weight_pct', 'risk_rating'],
})

export const resultIndicators = defineDataset({
  id: 'result_indicators',
  title: term('Result indicators', '结果指标'),
  description: term(
    'How each result is measured: unit, direction, baseline and means of verification. Some are computed from an indicator of this atlas, the others are reported.',
    '各项结果的衡量方式：单位、方向、基线值与核查依据。部分由本图集的指标计算得出，其余为报送数据。',
  ),
  source: programmeData('result-indicators.csv'),
  is_illustrative: true,
  geometry: 'none',
  key: 'indicator_id',
  references: { result_id: 'results' },
  name: { en: 'name_en', zh: 'name_zh' },
  fields: {
    indicator_id: required(text(term('Result indicator id', '结果指标编号'))),
    result_id: required(text(term('Result id', '结果编号'))),
    name_en: required(text(term('Result indicator', '结果指标'))),
    name_zh: required(text(term('Result indicator (Chinese)', '结果指标（中文）'))),
    issue: code(term('Guideline issue', '指南议题'), 'guideline_issue'),
    measure: required(code(term('Measure', '计量方式'), 'indicator_measure')),
    ascending: required(flag(term('Higher is better', '数值越高越好'))),
    aggregation_status: required(
      flag(term('Regions add up', '各区域可相加'), {
        help: term('True where the values of the regions may be added up to one.', '各区域数值可相加得到总数时为真。'),
      }),
    ),
    unit: required(code(term('Unit', '单位'), 'result_unit')),
    source_mov_en: text(term('Means of verification', '核查依据')),
    source_mov_zh: text(term('Means of verification (Chinese)', '核查依据（中文）')),
    baseline_year: int(term('Baseline year', '基线年份'), { unit: 'year', min: 1990, max: 2100 }),
    baseline_value: double(term('Baseline', '基线值')),
    computed_from: text(term('Computed from indicator', '据以计算的指标')),
    computed_class: text(term('Class of that indicator', '该指标的类别')),
    is_illustrative: isIllustrative,
  },
  table: ['indicator_id', 'result_id', 'name_en', 'unit', 'baseline_year', 'baseline_value', 'computed_from'],
})
