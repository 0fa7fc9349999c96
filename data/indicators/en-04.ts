import { defineIndicator } from '#data/define.ts'
import { mineRowFields } from '#data/indicators/row-fields.ts'
import { footprintProtectedLand } from '#data/overlays/footprint-protected-land.ts'
import { mineFilter } from '#data/parameters.ts'
import { term } from '#data/vocabularies/vocabulary.ts'

const { footprint_ha, protected_ha } = footprintProtectedLand.fields

export const footprintInProtectedLand = defineIndicator({
  id: 'EN-04',
  name: term('Footprint in protected areas', '位于保护区内的矿区面积'),
  definition: term(
    'Hectares of the footprints of selected mines that are protected land, counted once where areas overlap.',
    '所选矿山的矿区范围中属于受保护土地的公顷数，保护区重叠部分只计一次。',
  ),
  caveat: term(
    'Only mines with a drawn footprint count, and none ships with the atlas: without one there is no data, never zero. Areas are circles of the reported size.',
    '仅计有矿区范围的矿山，本图集不附带此类数据：没有矿区范围即无数据，而非零。保护区以报告面积的圆形代替。',
  ),
  issue: 'EN',
  class: 'measured',
  unit: 'ha',
  direction: 'down',
  aggregation: 'sum',
  levels: ['mine', 'country', 'region'],
  inputs: ['mine_places', 'footprint_protected_land'],
  parameters: [...mineFilter, 'by'],
  method: 'WDPA dissolve of wdpar; areas on the ellipsoid; domain reference 3.2, OV1',
  rows: {
    key: 'mine_id',
    fields: { ...mineRowFields, footprint_ha, protected_ha },
    numerator: { sum: 'protected_ha' },
  },
})
