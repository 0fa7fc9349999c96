import { defineOverlay } from '#data/define.ts'
import { double, int, required, text } from '#data/field.ts'
import { term } from '#data/vocabularies/vocabulary.ts'

/** Made by `server/prepare`, not by a `.sql` beside this file. */
export const findings = defineOverlay({
  id: 'findings',
  title: term('Mended and flagged rows', '已修正与已标记的记录'),
  description: term('What prepare changed or doubted, row by row.', '数据准备中逐行修正或存疑之处。'),
  when: 'prepare',
  is_internal: true,
  inputs: [],
  parameters: [],
  geometry: 'none',
  key: 'feature_id',
  name: { en: 'feature_id' },
  fields: {
    dataset: required(text(term('Dataset', '数据集'))),
    file: required(text(term('File', '文件'))),
    row_number: required(int(term('Row', '行号'), { min: 1 })),
    feature_id: text(term('Feature id', '要素编号')),
    kind: required(text(term('Mended or flagged', '修正或标记'))),
    rule: required(text(term('Rule', '规则'))),
    detail: text(term('Detail', '详情')),
    moved_m: double(term('Moved by', '移动距离'), { unit: 'm', min: 0 }),
  },
})
