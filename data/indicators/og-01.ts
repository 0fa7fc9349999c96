import { defineIndicator } from '#data/define.ts'
import { pilotRowFields } from '#data/indicators/pilot-row-fields.ts'
import { mineFilter } from '#data/parameters.ts'
import { term } from '#data/vocabularies/vocabulary.ts'

export const pilotsWithResponsibilityReport = defineIndicator({
  id: 'OG-01',
  name: term('Public responsibility report', '社会责任报告公开率'),
  definition: term(
    'Pilots with a public responsibility report for the last year, as a share of all active and completed pilots.',
    '上一年度已公开社会责任报告的试点占进行中与已完成试点的比例。',
  ),
  caveat: term('It shows what is reported and does not test it.', '仅显示已报送情况，不作核验。'),
  issue: 'OG',
  class: 'attribute',
  unit: 'percent',
  direction: 'up',
  aggregation: 'ratio_of_sums',
  levels: ['country', 'region'],
  inputs: ['place_totals'],
  parameters: [...mineFilter, 'by'],
  needs: [
    {
      dataset: 'programme',
      field: 'report_year',
      label: term('Year of the last public responsibility report', '最近一份公开社会责任报告的年份'),
    },
  ],
  method: 'Domain reference 4b',
  rows: { key: 'pilot_id', fields: pilotRowFields, numerator: 'count' },
})
