import { pilotMines } from '#data/datasets/pilot-mines.ts'
import { programme } from '#data/datasets/programme.ts'
import { defineOverlay } from '#data/define.ts'
import { date, required, text } from '#data/field.ts'
import { term } from '#data/vocabularies/vocabulary.ts'

const { pilot_id, mine_id, stage, issues, is_illustrative } = programme.fields
const { iso3 } = pilotMines.fields

export const pilotPlaces = defineOverlay({
  id: 'pilot_places',
  title: term('Pilots by place', '按地点列出的试点'),
  description: term(
    'Each pilot once for all regions together and once for its own region. A day that is unknown is taken to be that of the snapshot’s newest report; a withdrawal without a day, the day on which the pilot began.',
    '每个试点在全部区域中计一次，并在其所属区域计一次。日期未知时以快照最新报告之日为准；退出日期未知时以试点开始之日为准。',
  ),
  when: 'query',
  is_internal: true,
  inputs: ['snapshot_facts', 'programme', 'pilot_mines'],
  parameters: [],
  geometry: 'none',
  key: 'pilot_id',
  name: { en: 'pilot_id' },
  fields: {
    place_id: required(text(term('Region, or ALL', '区域（ALL为全部）'))),
    pilot_id,
    mine_id,
    iso3,
    stage,
    issues,
    begun_on: date(term('Begun on', '开始日期')),
    ended_on: date(term('Ended on', '结束日期')),
    is_illustrative,
  },
})
