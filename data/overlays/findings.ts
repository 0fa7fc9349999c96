import { defineOverlay } from '#data/define.ts'
import { double, required, text } from '#data/field.ts'
import { recordFields } from '#data/overlays/quarantine.ts'
import { term } from '#data/vocabularies/vocabulary.ts'

/** Made by `server/prepare` while it reads. */
export const findings = defineOverlay({
  id: 'findings',
  title: term('Findings', '数据检查结果'),
  description: term(
    'What prepare mended in accepted records by a named rule, and what it flagged for a person to look at.',
    '数据准备时按命名规则修正的内容，以及标记待人工核查的内容。',
  ),
  when: 'prepare',
  is_internal: true,
  inputs: [],
  parameters: [],
  geometry: 'none',
  key: 'finding_id',
  name: { en: 'finding_id' },
  fields: {
    finding_id: required(text(term('Finding id', '检查编号'))),
    ...recordFields,
    feature_id: required(text(term('Feature id', '要素编号'))),
    kind: required(text(term('Mended or flagged', '修正或标记'))),
    rule: required(text(term('Rule', '规则'))),
    detail: text(term('Detail', '详情')),
    moved_m: double(term('Moved by', '移动距离'), { unit: 'm', min: 0 }),
  },
})
