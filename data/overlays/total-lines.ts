import { defineOverlay } from '#data/define.ts'
import { code, double, flag, required, text } from '#data/field.ts'
import { incidentFilter, mineFilter } from '#data/parameters.ts'
import { term } from '#data/vocabularies/vocabulary.ts'

export const totalLines = defineOverlay({
  id: 'total_lines',
  title: term('Do the totals add up?', '合计是否一致？'),
  description: term(
    'Totals of all regions beside the sums of regions and of countries. Touching: a thing near mines of two places counts in both, so the sum is larger by what is counted again. Hosted: each thing counts only where it lies itself, so the sums are equal.',
    '全部区域的合计与各区域、各国合计之和的对照。邻近口径：邻近两地矿山的要素在两地各计一次，故合计多出重复计数的部分。所在口径：每个要素只计入自身所在地，故合计相等。',
  ),
  when: 'query',
  inputs: ['selected_mines', 'pairs_kept', 'selected_incidents', 'proximity', 'host_communities', 'protected_areas'],
  parameters: [...mineFilter, ...incidentFilter, 'radius_km'],
  geometry: 'none',
  key: 'line_id',
  name: { en: 'line_id' },
  fields: {
    line_id: required(text(term('Line', '行'))),
    measure: required(code(term('What is added up', '合计对象'), 'total_measure')),
    counting: required(code(term('Where it counts', '计入何处'), 'counting_rule')),
    level: required(code(term('Level', '层级'), 'place_level')),
    all_total: required(double(term('All regions', '全部区域'), { min: 0 })),
    sum_of_parts: required(double(term('Sum of the parts', '各部分之和'), { min: 0 })),
    counted_again: required(
      double(term('Counted again', '重复计数'), {
        min: 0,
        help: term('Once less than the places it counts in, summed.', '各要素所计入的地点数减一后求和。'),
      }),
    ),
    is_equal: required(flag(term('Adds up', '一致'))),
  },
  table: ['measure', 'counting', 'level', 'all_total', 'sum_of_parts', 'counted_again', 'is_equal'],
})
