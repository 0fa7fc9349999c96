import { hostCommunities } from '#data/datasets/host-communities.ts'
import { defineOverlay } from '#data/define.ts'
import { reportFields } from '#data/overlays/report-fields.ts'
import { term } from '#data/vocabularies/vocabulary.ts'

export const reportCommunities = defineOverlay({
  id: 'report_communities',
  title: term('Host communities near one mine', '单座矿山附近的当地社区'),
  description: term('Host communities near one mine, nearest first.', '单座矿山附近的当地社区，由近及远。'),
  when: 'query',
  is_internal: true,
  inputs: ['proximity', 'host_communities'],
  parameters: ['mine'],
  geometry: 'none',
  key: 'feature_id',
  name: { en: 'name_en', zh: 'name_zh' },
  fields: { ...reportFields, population: hostCommunities.fields.population },
})
