import { defineOverlay } from '#data/define.ts'
import { int, required, text } from '#data/field.ts'
import { term } from '#data/vocabularies/vocabulary.ts'

/** Made by `server/prepare`, not by a `.sql` beside this file. */
export const quarantine = defineOverlay({
  id: 'quarantine',
  title: term('Quarantined rows', '隔离的记录'),
  description: term('Rows that prepare refused, each with its reason.', '数据准备中被拒绝的记录及其原因。'),
  when: 'prepare',
  is_internal: true,
  inputs: [],
  parameters: [],
  geometry: 'none',
  key: 'row_number',
  name: { en: 'reason' },
  fields: {
    dataset: required(text(term('Dataset', '数据集'))),
    file: required(text(term('File', '文件'))),
    row_number: required(int(term('Row', '行号'), { min: 1 })),
    column_name: text(term('Column', '列')),
    reason: required(text(term('Reason', '原因'))),
    raw_text: text(term('Text as read', '原文')),
  },
})
