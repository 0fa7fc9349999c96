import { defineIndicator } from '#data/define.ts'
import { pilotRowFields } from '#data/indicators/pilot-row-fields.ts'
import { mineFilter } from '#data/parameters.ts'
import { term } from '#data/vocabularies/vocabulary.ts'

export const pilotsWithPaymentDisclosure = defineIndicator({
  id: 'FO-01',
  name: term('Payment disclosure', '付款信息披露率'),
  definition: term(
    'Pilots whose payments to governments are published project by project, as a share of all active and completed pilots.',
    '按项目公布对政府付款的试点占进行中与已完成试点的比例。',
  ),
  caveat: term(
    'It shows what is reported and does not test whether it is complete.',
    '仅显示已报送情况，不核验其完整性。',
  ),
  issue: 'FO',
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
      field: 'payments_published',
      label: term('Payments published by project', '按项目公布付款'),
    },
  ],
  method: 'Project-level disclosure after EITI; domain reference 4b',
  rows: { key: 'pilot_id', fields: pilotRowFields, numerator: 'count' },
})
