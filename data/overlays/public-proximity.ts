import { defineOverlay } from '#data/define.ts'
import { proximity } from '#data/overlays/proximity.ts'
import { term } from '#data/vocabularies/vocabulary.ts'

export const publicProximity = defineOverlay({
  id: 'public_proximity',
  title: term('Public pairs', '公开的配对'),
  description: term('Proximity without the pairs of restricted incident reports.', '不含受限事件报告的邻近关系。'),
  when: 'query',
  is_internal: true,
  inputs: ['proximity', 'public_incidents'],
  parameters: [],
  geometry: 'none',
  key: 'pair_id',
  name: { en: 'pair_id' },
  fields: proximity.fields,
})
