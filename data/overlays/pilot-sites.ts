import { programme } from '#data/datasets/programme.ts'
import { defineOverlay } from '#data/define.ts'
import { mineFields } from '#data/overlays/all-mines.ts'
import { mineFilter } from '#data/parameters.ts'
import { term } from '#data/vocabularies/vocabulary.ts'

const { pilot_id, stage, issues, start_date, end_date, lead_partner, is_illustrative } = programme.fields
const { mine_id, mine_name, mine_name_zh, iso3, region_id, commod1, loc_accuracy } = mineFields

export const pilotSites = defineOverlay({
  id: 'pilot_sites',
  title: term('Pilots', '试点'),
  description: term(
    'Pilots of the programme at the selected mines, with their stage, guideline issues and dates.',
    '所选矿山中的试点，含阶段、指南议题与日期。',
  ),
  when: 'query',
  inputs: ['programme', 'selected_mines'],
  parameters: mineFilter,
  geometry: 'point',
  key: 'pilot_id',
  name: { en: 'mine_name', zh: 'mine_name_zh' },
  time: { start: 'start_date', end: 'end_date' },
  fields: {
    pilot_id,
    stage,
    issues,
    start_date,
    end_date,
    lead_partner,
    is_illustrative,
    mine_id,
    mine_name,
    mine_name_zh,
    iso3,
    region_id,
    commod1,
    loc_accuracy,
  },
  popup: ['mine_name', 'iso3', 'stage', 'issues', 'start_date', 'end_date', 'is_illustrative'],
  table: ['pilot_id', 'mine_name', 'iso3', 'stage', 'issues', 'start_date', 'end_date'],
})
