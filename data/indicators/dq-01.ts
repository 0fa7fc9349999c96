import { defineIndicator } from '#data/define.ts'
import { mineRowFields } from '#data/indicators/row-fields.ts'
import { mineFilter } from '#data/parameters.ts'
import { term } from '#data/vocabularies/vocabulary.ts'

export const minesWithPreciseLocation = defineIndicator({
  id: 'DQ-01',
  name: term('Mines with a precise location', '位置精确的矿山'),
  definition: term(
    'Selected mines whose location is given as coordinates or as an exact location, as a share of all selected mines.',
    '位置为坐标或准确位置的所选矿山占全部所选矿山的比例。',
  ),
  caveat: term(
    'What the source says of its own precision; nobody has measured it on the ground.',
    '依据来源自述的精度，未经实地核实。',
  ),
  issue: null,
  class: 'attribute',
  unit: 'percent',
  direction: 'up',
  aggregation: 'ratio_of_sums',
  levels: ['country', 'region'],
  inputs: ['mine_places', 'place_totals'],
  parameters: [...mineFilter, 'by'],
  method: 'Location accuracy codes of Land Matrix; domain reference 4b',
  rows: { key: 'mine_id', fields: mineRowFields, numerator: 'count' },
})
