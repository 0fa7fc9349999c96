import { defineOverlay } from '#data/define.ts'
import { date, int, required, text } from '#data/field.ts'
import { term } from '#data/vocabularies/vocabulary.ts'

const count = (en: string, zh: string) => required(int(term(en, zh), { unit: 'count', min: 0 }))

export const pilotTimeline = defineOverlay({
  id: 'pilot_timeline',
  title: term('Pilots over time', '试点随时间的变化'),
  description: term(
    'Active, completed and withdrawn pilots of each region and all together after each day on which a pilot began or ended. A pilot whose day is unknown counts from the day of the snapshot’s newest report.',
    '各区域及全部区域在每个试点开始或结束之日后的进行中、已完成与已退出数量。日期未知的试点自快照最新报告之日起计。',
  ),
  when: 'query',
  inputs: ['pilot_places'],
  parameters: [],
  geometry: 'none',
  key: 'step_id',
  name: { en: 'step_id' },
  time: { start: 'day' },
  fields: {
    step_id: required(text(term('Step', '变化点'))),
    place_id: required(text(term('Region, or ALL', '区域（ALL为全部）'))),
    day: required(date(term('Day', '日期'))),
    active: count('Active', '进行中'),
    completed: count('Completed', '已完成'),
    withdrawn: count('Withdrawn', '已退出'),
  },
  table: ['place_id', 'day', 'active', 'completed', 'withdrawn'],
})
