import { defineIndicator } from '#data/define.ts'
import { flag, required } from '#data/field.ts'
import { areaPairFields } from '#data/indicators/row-fields.ts'
import { mineFilter } from '#data/parameters.ts'
import { term } from '#data/vocabularies/vocabulary.ts'

export const minesInsideWorldHeritage = defineIndicator({
  id: 'EN-02',
  name: term('Mines inside World Heritage sites', '位于世界遗产地内的矿山'),
  definition: term(
    'Located mines whose point or footprint lies inside a World Heritage site; beside it those within the radius of one.',
    '点位或矿区范围位于世界遗产地内的已定位矿山，并列出指定距离内的矿山。',
  ),
  caveat: term(
    'A benchmark, not a duty of these companies: members of ICMM have pledged not to mine in World Heritage sites since 2003. Sites are circles of the reported size, so check every hit against the true boundary.',
    '仅为参照，并非相关企业的义务：国际采矿与金属理事会成员自2003年起承诺不在世界遗产地采矿。遗产地以报告面积的圆形代替，每个结果均须与真实边界核对。',
  ),
  issue: 'EN',
  class: 'measured',
  unit: 'count',
  direction: 'down',
  aggregation: 'sum',
  levels: ['mine', 'country', 'region'],
  inputs: ['mine_places', 'proximity', 'protected_areas'],
  parameters: [...mineFilter, 'radius_km', 'by'],
  classes: 'heritage_nearness',
  method: 'ICMM position of 2003, restated in January 2024; domain reference 3.2, OV2',
  rows: {
    key: 'mine_id',
    fields: { ...areaPairFields, is_inside: required(flag(term('Inside', '位于其内'))) },
    numerator: 'count',
  },
})
