import { defineOverlay } from '#data/define.ts'
import { int, required, text } from '#data/field.ts'
import { term } from '#data/vocabularies/vocabulary.ts'

/** Where a record stands in the file it came from. */
export const recordFields = {
  dataset: required(text(term('Dataset', '数据集'))),
  file: required(text(term('File', '文件'))),
  row_number: required(
    int(term('Row', '行号'), {
      help: term('As a spreadsheet shows it: the header is row 1.', '与电子表格一致：表头为第1行。'),
    }),
  ),
}

/** Made by `server/prepare` while it reads. */
export const quarantine = defineOverlay({
  id: 'quarantine',
  title: term('Quarantine', '隔离记录'),
  description: term(
    'Records that are not used, each with the reason and its raw text. Accepted and quarantined records add up to those read.',
    '未被采用的记录，附原因与原文。采用与隔离的记录之和等于读取的记录数。',
  ),
  when: 'prepare',
  is_internal: true,
  inputs: [],
  parameters: [],
  geometry: 'none',
  key: 'quarantine_id',
  name: { en: 'quarantine_id' },
  fields: {
    quarantine_id: required(text(term('Quarantine id', '隔离编号'))),
    ...recordFields,
    column_name: text(term('Column', '列')),
    reason: required(text(term('Reason', '原因'))),
    raw_text: required(text(term('Raw text', '原文'))),
  },
})
