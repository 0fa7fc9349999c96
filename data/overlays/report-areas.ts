import { protectedAreas } from '#data/datasets/protected-areas.ts'
import { defineOverlay } from '#data/define.ts'
import { code, double, required } from '#data/field.ts'
import { reportFields } from '#data/overlays/report-fields.ts'
import { term } from '#data/vocabularies/vocabulary.ts'

const { desig_eng, iucn_cat, int_crit, status, rep_area_km2, is_counted } = protectedAreas.fields

export const reportAreas = defineOverlay({
  id: 'report_areas',
  title: term('Protected areas near one mine', '单座矿山附近的保护区'),
  description: term(
    'Protected areas near one mine, counted or not, nearest first.',
    '单座矿山附近的保护区（无论是否计入总数），由近及远。',
  ),
  when: 'query',
  is_internal: true,
  inputs: ['proximity', 'protected_areas'],
  parameters: ['mine', 'radius_km'],
  geometry: 'none',
  key: 'feature_id',
  name: { en: 'name_en', zh: 'name_zh' },
  fields: {
    ...reportFields,
    desig_eng,
    iucn_cat,
    int_crit,
    status,
    rep_area_km2,
    is_counted,
    overlap_ha: double(term('Overlap of footprint and area', '矿区与保护区重叠面积'), { unit: 'ha', min: 0 }),
    tier: required(code(term('Proximity tier', '邻近等级'), 'area_tier')),
  },
})
