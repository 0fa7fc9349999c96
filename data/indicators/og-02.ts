import { defineIndicator } from '#data/define.ts'
import { pilotRowFields } from '#data/indicators/pilot-row-fields.ts'
import { mineFilter } from '#data/parameters.ts'
import { term } from '#data/vocabularies/vocabulary.ts'

export const pilotsWithSelfAssessment = defineIndicator({
  id: 'OG-02',
  name: term('Guideline self-assessment', '指南自我评估完成率'),
  definition: term(
    'Pilots with a self-assessment against the Guidelines in the last 24 months, as a share of all active and completed pilots.',
    '近24个月内完成指南自我评估的试点占进行中与已完成试点的比例。',
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
      field: 'self_assessment_date',
      label: term('Date of the last self-assessment', '最近一次自我评估日期'),
    },
  ],
  method: 'Domain reference 4b',
  rows: { key: 'pilot_id', fields: pilotRowFields, numerator: 'count' },
})
