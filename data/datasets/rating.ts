import { defineDataset } from '#data/define.ts'
import { code, double, required, text } from '#data/field.ts'
import { programmeData } from '#data/sources.ts'
import { term } from '#data/vocabularies/vocabulary.ts'

const minimum = double(term('Ratio at least', '比值下限'), {
  help: term(
    'Ratio of what was achieved to what was planned by then, both counted from the baseline. Empty: no lower bound.',
    '自基线值起算的实际完成量与同期计划量之比。留空表示无下限。',
  ),
})

export const ragThresholds = defineDataset({
  id: 'rag_thresholds',
  title: term('Status thresholds', '状态阈值'),
  description: term(
    'From which ratio a row of the Result Matrix has which status. Statuses without a ratio follow from a rule: target reached, or no data.',
    '结果矩阵各行的比值与状态的对应关系。无比值的状态按规则确定：已达目标值，或无数据。',
  ),
  source: programmeData('rag-thresholds.csv'),
  geometry: 'none',
  key: 'rag',
  name: { en: 'rag' },
  fields: {
    rag: required(code(term('Status', '状态'), 'rag')),
    letter: required(text(term('Letter', '字母'))),
    min_ratio: minimum,
  },
  table: ['rag', 'letter', 'min_ratio'],
})

export const scoreBands = defineDataset({
  id: 'score_bands',
  title: term('Score bands', '评分档次'),
  description: term(
    'From which ratio an output has which score. The highest band is also the most that one indicator can add.',
    '产出的比值与评分档次的对应关系。最高档的下限同时是单项指标的计入上限。',
  ),
  source: programmeData('score-bands.csv'),
  geometry: 'none',
  key: 'score',
  name: { en: 'score' },
  fields: { score: required(code(term('Score', '评分'), 'output_score')), min_ratio: minimum },
  table: ['score', 'min_ratio'],
})
