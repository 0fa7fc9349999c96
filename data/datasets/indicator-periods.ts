import { defineDataset } from '#data/define.ts'
import { code, codeList, date, double, required, text, url } from '#data/field.ts'
import { programmeData } from '#data/sources.ts'
import { term } from '#data/vocabularies/vocabulary.ts'

export const indicatorPeriods = defineDataset({
  id: 'indicator_periods',
  title: term('Periods of the result indicators', '结果指标的时段'),
  description: term(
    'Milestone, target and reported actual of each result indicator, period, region and part. Only the targets of 100 and 20 projects come from a source; all other numbers are illustrative. Where an indicator of this atlas gives the actual, it is computed and not written here.',
    '各结果指标在每一时段、区域及细分项的里程碑、目标值与报送实际值。仅100个和20个项目的目标值有来源，其余数值均为示例。可由本图集指标得出的实际值由系统计算，不在此填写。',
  ),
  source: programmeData('indicator-periods.csv'),
  is_illustrative: true,
  geometry: 'none',
  key: 'period_id',
  name: { en: 'period_id' },
  time: { start: 'period_start', end: 'period_end' },
  mends: ['override_needs_reason', 'breakdown_is_whole', 'period_ends_last'],
  references: { indicator_id: 'result_indicators' },
  fields: {
    period_id: required(text(term('Period id', '时段编号'))),
    indicator_id: required(text(term('Result indicator id', '结果指标编号'))),
    region_id: code(term('Region', '区域'), 'region'),
    dimension: code(term('Breakdown', '细分维度'), 'result_dimension'),
    dimension_value: code(term('Part', '细分项'), 'dimension_value'),
    period_start: required(date(term('Start of the period', '时段起始'))),
    period_end: required(date(term('End of the period', '时段截止'))),
    baseline: double(term('Baseline', '基线值'), {
      help: term(
        'Only where it differs from the baseline of the result indicator.',
        '仅在与结果指标的基线值不同时填写。',
      ),
    }),
    milestone: double(term('Milestone', '里程碑')),
    target: double(term('Target', '目标值')),
    actual: double(term('Actual', '实际值')),
    illustrative: codeList(term('Illustrative numbers', '示例数值'), 'matrix_number'),
    comment_en: text(term('Comment', '说明')),
    comment_zh: text(term('Comment (Chinese)', '说明（中文）')),
    override_rag: code(term('Status set by hand', '人工设定的状态'), 'rag'),
    override_reason_en: text(term('Reason for it', '人工设定的理由')),
    override_reason_zh: text(term('Reason for it (Chinese)', '人工设定的理由（中文）')),
    source: text(term('Source', '来源')),
    source_url: url(term('Source address', '来源网址')),
    source_date: date(term('Source date', '来源日期')),
  },
  table: ['indicator_id', 'region_id', 'period_end', 'milestone', 'target', 'actual', 'illustrative'],
})
