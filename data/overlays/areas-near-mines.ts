import { protectedAreas } from '#data/datasets/protected-areas.ts'
import { defineOverlay } from '#data/define.ts'
import { nearFields } from '#data/overlays/near-fields.ts'
import { mineFilter } from '#data/parameters.ts'
import { term } from '#data/vocabularies/vocabulary.ts'

export const areasNearMines = defineOverlay({
  id: 'areas_near_mines',
  title: term('Protected areas near mines', '矿山附近的保护区'),
  description: term(
    'Protected areas that count in totals and lie within the radius of a selected mine, each once with the nearest one.',
    '计入总数且位于所选矿山指定距离内的保护区，每个保护区计一次，并列出最近的矿山。',
  ),
  when: 'query',
  inputs: ['selected_pairs', 'protected_areas'],
  parameters: [...mineFilter, 'radius_km'],
  geometry: 'polygon',
  key: 'site_id',
  name: protectedAreas.name,
  fields: { ...protectedAreas.fields, ...nearFields },
  layer: protectedAreas.layer,
  popup: ['name_eng', 'desig_eng', 'iucn_cat', 'is_approx', 'nearest_mine_name', 'distance_m', 'n_mines'],
  table: ['name_eng', 'iso3', 'iucn_cat', 'rep_area_km2', 'nearest_mine_name', 'distance_m', 'n_mines', 'is_approx'],
})
