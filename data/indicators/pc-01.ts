import { programme } from '#data/datasets/programme.ts'
import { defineIndicator } from '#data/define.ts'
import { mineRowFields } from '#data/indicators/row-fields.ts'
import { mineFilter } from '#data/parameters.ts'
import { term } from '#data/vocabularies/vocabulary.ts'

const { pilot_id, stage, issues, start_date, end_date } = programme.fields
const { mine_id, mine_name, mine_name_zh, iso3, region_id } = mineRowFields

export const pilotsByStage = defineIndicator({
  id: 'PC-01',
  name: term('Pilots by stage', '各阶段的试点'),
  definition: term(
    'Pilots of the programme at selected mines, in all and at each stage.',
    '所选矿山中参与本计划的试点数量，合计及各阶段。',
  ),
  caveat: term(
    'Illustrative until the Project Management Unit’s own file takes the place of the one that ships.',
    '在以项目管理办公室的数据替换之前，均为示例数据。',
  ),
  issue: null,
  class: 'attribute',
  unit: 'count',
  direction: 'up',
  aggregation: 'sum',
  levels: ['country', 'region'],
  inputs: ['mine_places', 'place_totals', 'programme'],
  parameters: [...mineFilter, 'by'],
  classes: 'pilot_stage',
  method: 'Domain reference 4b',
  is_illustrative: true,
  rows: {
    key: 'pilot_id',
    fields: { pilot_id, stage, issues, start_date, end_date, mine_id, mine_name, mine_name_zh, iso3, region_id },
    numerator: 'count',
  },
})
