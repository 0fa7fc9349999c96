import { defineOverlay } from '#data/define.ts'
import { double, int, required, text } from '#data/field.ts'
import { mineFilter } from '#data/parameters.ts'
import { term } from '#data/vocabularies/vocabulary.ts'

/** The denominator of rates of linked reports. A link needs no place, so mines with a coarse location count too. */
export const linkedMineYears = defineOverlay({
  id: 'linked_mine_years',
  title: term('Mine-years that reports can name', '可被事件报告指明的矿山·年'),
  description: term(
    'Selected mines of each place times the years of the period; no data for a dataset whose mines no report names.',
    '各地所选矿山数乘以统计时段年数；若无任何报告指明该数据集的矿山，则为无数据。',
  ),
  when: 'query',
  is_internal: true,
  inputs: ['public_incidents', 'all_mines', 'place_totals', 'reporting_period'],
  parameters: [...mineFilter, 'by', 'from', 'to'],
  geometry: 'none',
  key: 'place_id',
  name: { en: 'place_id' },
  fields: {
    place_id: required(text(term('Place', '地点'))),
    mines: required(int(term('Mines', '矿山'), { unit: 'count', min: 0 })),
    years: double(term('Years', '年数'), { min: 0 }),
    mine_years: double(term('Mine-years', '矿山·年'), { min: 0 }),
  },
})
