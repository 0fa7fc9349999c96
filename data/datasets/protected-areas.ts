import { evidenceFields, placeFields } from '#data/datasets/shared-fields.ts'
import { defineDataset } from '#data/define.ts'
import { code, double, flag, int, required, text } from '#data/field.ts'
import { compiledFacts } from '#data/sources.ts'
import { term } from '#data/vocabularies/vocabulary.ts'

export const protectedAreas = defineDataset({
  id: 'protected_areas',
  title: term('Protected areas', '保护区'),
  description: term(
    'Protected areas near mines. Each is drawn and measured as a circle of the reported size round its centre: long parks are misplaced by it. Areas without a reported size are points and never contain a mine.',
    '矿山附近的保护区。各保护区按报告面积以中心点为圆心绘制并测算为圆形，狭长的保护区会因此失准。无面积数据者仅为点位，不会被视为包含矿山。',
  ),
  source: compiledFacts('protected-areas.csv'),
  role: 'near',
  circle_area_km2: 'rep_area_km2',
  geometry: 'polygon',
  key: 'site_id',
  name: { en: 'name_eng' },
  fields: {
    site_id: required(text(term('Site id', '保护地编号'))),
    name_eng: required(text(term('Protected area', '保护区'))),
    name: text(term('Original name', '原名')),
    desig_eng: text(term('Designation', '保护地类型')),
    desig_type: code(term('Designation type', '指定类型'), 'designation_type'),
    iucn_cat: code(term('IUCN category', 'IUCN类别'), 'iucn_category'),
    int_crit: code(term('International recognition', '国际认定'), 'international_criterion'),
    realm: code(term('Realm', '所属领域'), 'realm'),
    ...placeFields,
    status: required(code(term('Status', '状态'), 'area_status')),
    status_yr: int(term('Year of status', '设立年份'), { unit: 'year', min: 1800, max: 2100 }),
    rep_area_km2: double(term('Reported area', '报告面积'), { unit: 'km2', min: 0 }),
    gis_area_km2: double(term('Measured area', '测算面积'), { unit: 'km2', min: 0 }),
    is_approx: required(flag(term('Approximate area', '近似范围'))),
    is_counted: required(
      flag(term('Counted in totals', '计入总数'), {
        help: term(
          'Proposed areas, biosphere reserves and purely marine areas are left out of totals.',
          '拟建保护区、生物圈保护区和纯海洋保护区不计入总数。',
        ),
      }),
    ),
    ...evidenceFields,
  },
  mends: ['status_year_zero_is_unknown', 'area_counted_by_wdpa_rule'],
  layer: {
    group: 'area',
    mark: 'area',
    colour: { scale: 'constant', palette: 'area' },
    size: { scale: 'constant', px: 1 },
    approximate: 'is_approx',
  },
  popup: [
    'name_eng',
    'desig_eng',
    'iucn_cat',
    'int_crit',
    'status',
    'status_yr',
    'rep_area_km2',
    'is_approx',
    'source',
    'verified',
    'note',
  ],
  table: ['name_eng', 'iso3', 'desig_eng', 'iucn_cat', 'rep_area_km2', 'is_approx'],
})
