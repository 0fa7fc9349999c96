import { defineOverlay } from '#data/define.ts'
import { date, double, required } from '#data/field.ts'
import { term } from '#data/vocabularies/vocabulary.ts'

export const reportingPeriod = defineOverlay({
  id: 'reporting_period',
  title: term('Reporting period', '统计时段'),
  description: term(
    'First and last day that a rate counts. Without dates: the twelve months up to the newest report of the snapshot. Whole months and years count exactly.',
    '比率所统计的首日与末日。未指定日期时，为截至本快照最新报告的十二个月。整月与整年精确计算。',
  ),
  when: 'query',
  is_internal: true,
  inputs: ['snapshot_facts'],
  parameters: ['from', 'to'],
  geometry: 'none',
  key: 'from_date',
  name: { en: 'from_date' },
  fields: {
    from_date: required(date(term('First day', '首日'))),
    to_date: required(date(term('Last day', '末日'))),
    years: required(double(term('Years', '年数'), { min: 0 })),
  },
})
