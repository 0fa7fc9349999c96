import { defineOverlay } from '#data/define.ts'
import { required, text } from '#data/field.ts'
import { term } from '#data/vocabularies/vocabulary.ts'

/** Made by `server/prepare`, not by a `.sql` beside this file. */
export const snapshotFacts = defineOverlay({
  id: 'snapshot_facts',
  title: term('Facts of the snapshot', '快照信息'),
  description: term(
    'What a question must know of the data as a whole: `as_of` is the date of the newest incident report.',
    '问题所需的整体信息：as_of为最新事件报告的日期。',
  ),
  when: 'prepare',
  is_internal: true,
  inputs: ['incident_reports'],
  parameters: [],
  geometry: 'none',
  key: 'fact',
  name: { en: 'fact' },
  fields: { fact: required(text(term('Fact', '项目'))), value: required(text(term('Value', '内容'))) },
})
