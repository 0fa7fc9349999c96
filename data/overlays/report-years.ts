import { defineOverlay } from '#data/define.ts'
import { int, required } from '#data/field.ts'
import { term } from '#data/vocabularies/vocabulary.ts'

export const reportYears = defineOverlay({
  id: 'report_years',
  title: term('Incident reports of one mine by year', '单座矿山的事件报告（按年份）'),
  description: term(
    'Incident reports near one mine or linked to it by their source, by the year of the event; the whole time, whatever period is asked. Years without a report are left out.',
    '单座矿山邻近或来源指明与其关联的事件报告，按事件年份统计；涵盖全部时间，不受所选时段影响。无报告的年份不列出。',
  ),
  when: 'query',
  is_internal: true,
  inputs: ['proximity', 'public_incidents'],
  parameters: ['mine', 'radius_km', 'incident_type'],
  geometry: 'none',
  key: 'year',
  name: { en: 'year' },
  fields: {
    year: required(int(term('Year', '年份'), { unit: 'year', min: 1800, max: 2200 })),
    n: required(int(term('Incident reports', '事件报告'), { unit: 'count', min: 1 })),
    near: required(int(term('Near the mine', '邻近该矿山'), { unit: 'count', min: 0 })),
    linked: required(int(term('Linked to the mine by the source', '来源指明与该矿山关联'), { unit: 'count', min: 0 })),
  },
})
