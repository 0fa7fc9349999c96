import { defineOverlay } from '#data/define.ts'
import { code, flag, int, required } from '#data/field.ts'
import { cellFields } from '#data/overlays/pilot-coverage.ts'
import { term } from '#data/vocabularies/vocabulary.ts'

export const pilotStages = defineOverlay({
  id: 'pilot_stages',
  title: term('Coverage by region and stage', '区域与阶段覆盖情况'),
  description: term(
    'Pilots of each region and all together at each stage. Every cell is there, empty ones too.',
    '各区域及全部区域在各阶段的试点数量。所有单元格均列出，包括空白单元格。',
  ),
  when: 'query',
  inputs: ['regions', 'pilot_places'],
  parameters: [],
  geometry: 'none',
  key: 'cell_id',
  name: { en: 'cell_id' },
  fields: {
    ...cellFields,
    stage: required(code(term('Stage', '阶段'), 'pilot_stage')),
    pilots: required(int(term('Pilots', '试点'), { unit: 'count', min: 0 })),
    is_illustrative: required(flag(term('Illustrative', '示例数据'))),
  },
  table: ['place_id', 'stage', 'pilots'],
})
