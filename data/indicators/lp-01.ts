import { pilotMines } from '#data/datasets/pilot-mines.ts'
import { defineIndicator } from '#data/define.ts'
import { mineRowFields } from '#data/indicators/row-fields.ts'
import { mineFilter } from '#data/parameters.ts'
import { term } from '#data/vocabularies/vocabulary.ts'

export const hostCountryEmployment = defineIndicator({
  id: 'LP-01',
  name: term('Host-country employment', '东道国用工比例'),
  definition: term(
    'Jobs held by people of the host country as a share of all jobs at the selected mines that report both.',
    '在同时报送两项数据的所选矿山中，东道国员工占全部员工的比例。',
  ),
  caveat: term(
    'It shows what is reported; pay and working conditions are not in it.',
    '仅显示已报送情况，不含薪酬与劳动条件。',
  ),
  issue: 'LP',
  class: 'attribute',
  unit: 'percent',
  direction: 'up',
  aggregation: 'ratio_of_sums',
  levels: ['mine', 'country', 'region'],
  inputs: ['place_totals'],
  parameters: [...mineFilter, 'by'],
  needs: [
    { dataset: 'pilot_mines', field: 'jobs_domestic', label: term('Jobs of host-country people', '东道国员工人数') },
  ],
  method: 'Domain reference 4b; ratio of sums',
  rows: { key: 'mine_id', fields: { ...mineRowFields, jobs_total: pilotMines.fields.jobs_total }, numerator: 'none' },
})
