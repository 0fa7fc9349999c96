import { defineOverlay } from '#data/define.ts'
import { code, double, flag, int, required, text } from '#data/field.ts'
import { term } from '#data/vocabularies/vocabulary.ts'

const count = (en: string, zh: string) => required(int(term(en, zh), { unit: 'count', min: 0 }))

/** A cell of the coverage matrix. */
export const cellFields = {
  cell_id: required(text(term('Cell', '单元格'))),
  place_id: required(text(term('Region, or ALL', '区域（ALL为全部）'))),
}

export const pilotCoverage = defineOverlay({
  id: 'pilot_coverage',
  title: term('Coverage by region and issue', '区域与议题覆盖情况'),
  description: term(
    'Pilots of each region and all together that work on each of the eight guideline issues. Every cell is there, empty ones too. A pilot that works on several issues counts in each, so issues do not add up.',
    '各区域及全部区域中针对八项指南议题的试点数量。所有单元格均列出，包括空白单元格。涉及多项议题的试点在每项中各计一次，因此各议题不可相加。',
  ),
  when: 'query',
  inputs: ['regions', 'pilot_places', 'pilot_targets'],
  parameters: [],
  geometry: 'none',
  key: 'cell_id',
  name: { en: 'cell_id' },
  fields: {
    ...cellFields,
    issue: required(code(term('Guideline issue', '指南议题'), 'guideline_issue')),
    planned: count('Planned', '计划中'),
    active: count('Active', '进行中'),
    completed: count('Completed', '已完成'),
    withdrawn: count('Withdrawn', '已退出'),
    target: double(term('Target', '目标值'), {
      unit: 'count',
      min: 0,
      help: term('Active or completed pilots planned by the Result Matrix.', '结果矩阵规划的进行中或已完成试点数。'),
    }),
    is_target_illustrative: required(flag(term('Target is illustrative', '目标值为示例数据'))),
    is_illustrative: required(flag(term('Illustrative', '示例数据'))),
  },
  table: ['place_id', 'issue', 'planned', 'active', 'completed', 'target'],
})
