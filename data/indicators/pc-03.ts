import { programme } from '#data/datasets/programme.ts'
import { defineIndicator } from '#data/define.ts'
import { code, int, required, text } from '#data/field.ts'
import { mineRowFields } from '#data/indicators/row-fields.ts'
import { mineFilter } from '#data/parameters.ts'
import { term } from '#data/vocabularies/vocabulary.ts'

const { pilot_id, stage, start_date } = programme.fields
const { mine_id, mine_name, mine_name_zh, iso3, region_id } = mineRowFields

export const issueCoverage = defineIndicator({
  id: 'PC-03',
  name: term('Guideline issues covered', '已覆盖的指南议题'),
  definition: term(
    'How many of the eight guideline issues at least one active or completed pilot works on. Active: from agreed to implementation.',
    '八项指南议题中，至少有一个进行中或已完成的试点涉及的议题数。进行中指从已签约到实施中。',
  ),
  caveat: term(
    'Illustrative until the Project Management Unit’s own file takes the place of the one that ships. One pilot is enough to cover an issue.',
    '在以项目管理办公室的数据替换之前，均为示例数据。一个试点即视为覆盖该议题。',
  ),
  issue: null,
  class: 'attribute',
  unit: 'of_8',
  direction: 'up',
  aggregation: 'union',
  levels: ['country', 'region'],
  inputs: ['mine_places', 'place_totals', 'programme'],
  parameters: [...mineFilter, 'by'],
  classes: 'guideline_issue',
  method: 'Domain reference 4b; eight issues of chapter 2 of the Guidelines',
  is_illustrative: true,
  rows: {
    key: 'row_id',
    fields: {
      row_id: required(text(term('Issue and pilot', '议题与试点'))),
      issue: required(code(term('Guideline issue', '指南议题'), 'guideline_issue')),
      counts: required(
        int(term('Counts for the issue', '计入该议题'), {
          min: 0,
          max: 1,
          help: term('1 for the first pilot of each issue.', '每个议题的首个试点为1。'),
        }),
      ),
      pilot_id,
      stage,
      start_date,
      mine_id,
      mine_name,
      mine_name_zh,
      iso3,
      region_id,
    },
    numerator: { sum: 'counts' },
  },
})
