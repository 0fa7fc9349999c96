import { cahraAreas } from '#data/datasets/cahra.ts'
import { defineIndicator } from '#data/define.ts'
import { mineRowFields } from '#data/indicators/row-fields.ts'
import { mineFilter } from '#data/parameters.ts'
import { term } from '#data/vocabularies/vocabulary.ts'

const { list_name, list_version } = cahraAreas.fields

export const minesInListedCountries = defineIndicator({
  id: 'VC-01',
  name: term('Mines in listed countries', '清单所涉国家的矿山'),
  definition: term(
    'Selected mines in a country that the newest list of conflict-affected and high-risk areas names, as a share of all selected mines. Indicated by that list and its date, not a determination.',
    '位于最新受冲突影响和高风险区域清单所涉国家的所选矿山，占全部所选矿山的比例。依据该清单及其日期，不构成认定。',
  ),
  caveat: term(
    'By country, while the list itself names areas within countries: this is the most it can be. There is no official list; OECD refuses to make one, and this one, of December 2020, is indicative and has been updated since.',
    '按国家统计，而清单原文列出的是国家内的区域，因此这是可能的最大值。目前没有官方清单，经合组织拒绝编制；本清单为2020年12月的参考清单，其后已有更新。',
  ),
  issue: 'VC',
  class: 'measured',
  unit: 'percent',
  direction: 'context',
  aggregation: 'sum',
  levels: ['country', 'region'],
  inputs: ['mine_places', 'cahra_areas'],
  parameters: [...mineFilter, 'by'],
  method:
    'Indicative list under Art. 14(2) of Regulation (EU) 2017/821, December 2020; domain reference 1.3 and 3.2, OV6',
  rows: { key: 'mine_id', fields: { ...mineRowFields, list_name, list_version }, numerator: 'count' },
})
