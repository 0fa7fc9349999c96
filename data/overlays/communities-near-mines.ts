import { hostCommunities } from '#data/datasets/host-communities.ts'
import { defineOverlay } from '#data/define.ts'
import { nearFields } from '#data/overlays/near-fields.ts'
import { mineFilter } from '#data/parameters.ts'
import { term } from '#data/vocabularies/vocabulary.ts'

export const communitiesNearMines = defineOverlay({
  id: 'communities_near_mines',
  title: term('Host communities near mines', '矿山附近的当地社区'),
  description: term(
    'Host communities within the radius of a selected mine, each once with the nearest one.',
    '位于所选矿山指定距离内的当地社区，每个社区计一次，并列出最近的矿山。',
  ),
  when: 'query',
  inputs: ['selected_pairs', 'host_communities'],
  parameters: [...mineFilter, 'radius_km'],
  geometry: 'point',
  key: 'community_id',
  name: { en: 'name', zh: 'name_zh' },
  fields: { ...hostCommunities.fields, ...nearFields },
  layer: hostCommunities.layer,
  popup: ['name', 'iso3', 'population', 'nearest_mine_name', 'distance_m', 'n_mines', 'is_approx_distance'],
  table: ['name', 'iso3', 'population', 'nearest_mine_name', 'distance_m', 'n_mines'],
})
