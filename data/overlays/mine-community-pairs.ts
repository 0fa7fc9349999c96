import { hostCommunities } from '#data/datasets/host-communities.ts'
import { defineOverlay } from '#data/define.ts'
import { distanceFields, pairFields } from '#data/overlays/near-fields.ts'
import { mineFilter } from '#data/parameters.ts'
import { term } from '#data/vocabularies/vocabulary.ts'

const { community_id, name, name_zh, iso3, population } = hostCommunities.fields

export const mineCommunityPairs = defineOverlay({
  id: 'mine_community_pairs',
  title: term('Pairs of mine and host community', '矿山与当地社区配对'),
  description: term(
    'One row for each selected mine and each host community within the radius. Summing people here counts some of them twice.',
    '每座所选矿山与其指定距离内每个当地社区一行。在此对人口求和会重复计算。',
  ),
  when: 'query',
  inputs: ['selected_pairs', 'host_communities'],
  parameters: [...mineFilter, 'radius_km'],
  geometry: 'point',
  key: 'pair_id',
  name: { en: 'mine_name', zh: 'mine_name_zh' },
  fields: { ...pairFields, community_id, name, name_zh, iso3, population, ...distanceFields },
  table: ['mine_name', 'name', 'population', 'distance_m', 'ring_km', 'is_approx'],
})
