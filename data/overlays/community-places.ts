import { hostCommunities } from '#data/datasets/host-communities.ts'
import { defineOverlay } from '#data/define.ts'
import { double, required, text } from '#data/field.ts'
import { mineFilter } from '#data/parameters.ts'
import { term } from '#data/vocabularies/vocabulary.ts'

const { community_id, name, name_zh, iso3, region_id, population } = hostCommunities.fields
const metres = (en: string, zh: string) => required(double(term(en, zh), { unit: 'm', min: 0 }))

/** A host community and how far the nearest located mine of a place is. */
export const communityPlaceFields = {
  community_id,
  name,
  name_zh,
  iso3,
  region_id,
  population,
  distance_m: metres('Distance to the nearest mine', '至最近矿山的距离'),
  least_m: metres('Distance at least', '最小可能距离'),
  most_m: metres('Distance at most', '最大可能距离'),
}

export const communityPlaces = defineOverlay({
  id: 'community_places',
  title: term('Host communities by place', '按地点列出的当地社区'),
  description: term(
    'Host communities, once for each place whose located mines they are within reach of.',
    '当地社区，对每个其已定位矿山在可达范围内的地点各计一次。',
  ),
  when: 'query',
  is_internal: true,
  inputs: ['mine_places', 'proximity', 'host_communities'],
  parameters: [...mineFilter, 'by'],
  geometry: 'none',
  key: 'community_id',
  name: { en: 'name', zh: 'name_zh' },
  fields: {
    place_id: required(text(term('Place', '地点'))),
    ...communityPlaceFields,
    precise_m: metres('Distance to the nearest precisely placed mine', '至最近精确定位矿山的距离'),
  },
})
