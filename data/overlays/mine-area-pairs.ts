import { protectedAreas } from '#data/datasets/protected-areas.ts'
import { defineOverlay } from '#data/define.ts'
import { code, double, required } from '#data/field.ts'
import { distanceFields, pairFields } from '#data/overlays/near-fields.ts'
import { mineFilter } from '#data/parameters.ts'
import { term } from '#data/vocabularies/vocabulary.ts'

const { site_id, name_eng, desig_eng, iucn_cat, int_crit, status, iso3, rep_area_km2, is_counted } =
  protectedAreas.fields

export const mineAreaPairs = defineOverlay({
  id: 'mine_area_pairs',
  title: term('Pairs of mine and protected area', '矿山与保护区配对'),
  description: term(
    'One row for each selected mine and each protected area within the radius, also those that no total counts. The tier takes 10 km as near.',
    '每座所选矿山与其指定距离内每个保护区一行，包括不计入总数者。等级以10公里为邻近。',
  ),
  when: 'query',
  inputs: ['selected_pairs', 'protected_areas'],
  parameters: [...mineFilter, 'radius_km'],
  geometry: 'point',
  key: 'pair_id',
  name: { en: 'mine_name', zh: 'mine_name_zh' },
  fields: {
    ...pairFields,
    site_id,
    name_eng,
    desig_eng,
    iucn_cat,
    int_crit,
    status,
    iso3,
    rep_area_km2,
    is_counted,
    ...distanceFields,
    tier: required(code(term('Proximity tier', '邻近等级'), 'area_tier')),
    overlap_ha: double(term('Overlap of footprint and area', '矿区与保护区重叠面积'), { unit: 'ha', min: 0 }),
  },
  table: ['mine_name', 'name_eng', 'iucn_cat', 'relation', 'distance_m', 'tier', 'overlap_ha', 'is_approx'],
})
