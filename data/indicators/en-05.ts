import { defineIndicator } from '#data/define.ts'
import { double, int, required } from '#data/field.ts'
import { mineRowFields } from '#data/indicators/row-fields.ts'
import { mineFilter } from '#data/parameters.ts'
import { term } from '#data/vocabularies/vocabulary.ts'

export const protectedLandNearMines = defineIndicator({
  id: 'EN-05',
  name: term('Protected land near mines', '矿山附近的受保护土地'),
  definition: term(
    'Protected land of the place inside the ring round any of its selected mines, each hectare once, as a share of all protected land of the place.',
    '该地受保护土地中位于该地任一所选矿山距离圈内的面积（每公顷只计一次）占该地全部受保护土地的比例。',
  ),
  caveat: term(
    'Near is not harmed. The low end leaves approximate mines out, the high end gives them the next ring that is at least 10 km wider (50 km at most). Only areas in this atlas count as protected land; a neighbour’s land in a ring counts for all regions together only.',
    '邻近不等于受损。下限不计位置近似的矿山，上限对其采用至少大10公里的下一级距离圈（最大50公里）。仅本图集收录的保护区计为受保护土地；距离圈内的邻地受保护土地仅计入总体。',
  ),
  issue: 'EN',
  class: 'measured',
  unit: 'percent',
  denominator_unit: 'ha',
  direction: 'down',
  aggregation: 'union',
  levels: ['country', 'region'],
  inputs: ['mine_places', 'ring_protected_land', 'protected_land', 'pairs_kept'],
  parameters: [...mineFilter, 'ring_km', 'by'],
  method: 'Sonter et al. 2020; WDPA dissolve of wdpar; domain reference 3.2 and 4b',
  rows: {
    key: 'mine_id',
    fields: {
      ...mineRowFields,
      ring_km: required(int(term('Ring', '距离圈'), { unit: 'km', min: 1, max: 50 })),
      area_ha: required(double(term('Protected land in the ring', '距离圈内的受保护土地'), { unit: 'ha', min: 0 })),
    },
    numerator: 'none',
  },
})
