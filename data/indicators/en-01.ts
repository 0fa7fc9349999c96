import { defineIndicator } from '#data/define.ts'
import { areaPairFields } from '#data/indicators/row-fields.ts'
import { mineFilter } from '#data/parameters.ts'
import { term } from '#data/vocabularies/vocabulary.ts'

export const minesInsideProtectedAreas = defineIndicator({
  id: 'EN-01',
  name: term('Mines inside protected areas', '位于保护区内的矿山'),
  definition: term(
    'Located mines whose point or footprint lies inside a protected area, as a share of all located mines.',
    '点位或矿区范围位于保护区内的已定位矿山占全部已定位矿山的比例。',
  ),
  caveat: term(
    'Areas are circles of the reported size: a mine beside a long park can fall inside by mistake, and the other way round.',
    '保护区以报告面积的圆形代替：狭长保护区旁的矿山可能被误判为在内，反之亦然。',
  ),
  issue: 'EN',
  class: 'measured',
  unit: 'percent',
  direction: 'down',
  aggregation: 'ratio_of_sums',
  levels: ['country', 'region'],
  inputs: ['mine_places', 'proximity', 'protected_areas'],
  parameters: [...mineFilter, 'by'],
  method: 'Durán et al. 2013; WDPA cleaning rules of wdpar; domain reference 3.2, OV1',
  rows: { key: 'mine_id', fields: areaPairFields, numerator: 'count' },
})
