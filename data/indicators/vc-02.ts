import { defineIndicator } from '#data/define.ts'
import { mineRowFields } from '#data/indicators/row-fields.ts'
import { mineFilter } from '#data/parameters.ts'
import { term } from '#data/vocabularies/vocabulary.ts'

export const dueDiligenceDepth = defineIndicator({
  id: 'VC-02',
  name: term('Depth of due diligence', '尽责管理深度'),
  definition: term(
    'Selected mines in listed countries that have reached step 3 or more of the OECD five steps, as a share of the selected mines in listed countries.',
    '清单所涉国家的所选矿山中，已达到经合组织五步法第三步及以上者的比例。',
  ),
  caveat: term('It shows what is reported and does not test it.', '仅显示已报送情况，不作核验。'),
  issue: 'VC',
  class: 'attribute',
  unit: 'percent',
  direction: 'up',
  aggregation: 'ratio_of_sums',
  levels: ['country', 'region'],
  inputs: ['place_totals'],
  parameters: [...mineFilter, 'by'],
  needs: [
    {
      dataset: 'pilot_mines',
      field: 'due_diligence_step',
      label: term('Due diligence step reached', '已达到的尽责管理步骤'),
    },
  ],
  method: 'OECD five steps as in the Chinese Due Diligence Guidelines, 2nd edition 2022; domain reference 1.3',
  rows: { key: 'mine_id', fields: mineRowFields, numerator: 'count' },
})
