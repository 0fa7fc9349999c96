import { defineDataset } from '#data/define.ts'
import { code, required, text } from '#data/field.ts'
import { compiledFacts, naturalEarth } from '#data/sources.ts'
import { term } from '#data/vocabularies/vocabulary.ts'

const names = {
  name_en: required(text(term('Name', '名称'))),
  name_zh: text(term('Name (Chinese)', '名称（中文）')),
}
const iso3 = required(text(term('Country (ISO 3166-1 alpha-3)', '国家代码（ISO 3166-1）')))
const regionId = required(code(term('Region', '区域'), 'region'))

export const regions = defineDataset({
  id: 'regions',
  title: term('Regions', '区域'),
  description: term('The four regions of the programme.', '本计划的四个区域。'),
  source: compiledFacts('regions.csv'),
  geometry: 'none',
  key: 'region_id',
  name: { en: 'name_en', zh: 'name_zh' },
  fields: { region_id: regionId, ...names },
  table: ['region_id', 'name_en'],
})

export const regionCountries = defineDataset({
  id: 'region_countries',
  title: term('Countries of the regions', '区域所含国家'),
  description: term(
    'Which country counts for which region. A table and not code, because some cases are judgement calls.',
    '各国所属区域。因部分国家的归属需要判断，故以表格而非代码规定。',
  ),
  source: compiledFacts('region-countries.csv'),
  geometry: 'none',
  key: 'iso3',
  name: { en: 'name_en', zh: 'name_zh' },
  fields: { iso3, region_id: regionId, ...names, note: text(term('Note', '备注')) },
  table: ['iso3', 'region_id', 'name_en'],
})

const ground = {
  group: 'ground',
  mark: 'line',
  colour: { scale: 'constant', palette: 'muted' },
  size: { scale: 'constant', px: 1 },
} as const

export const countries = defineDataset({
  id: 'countries',
  title: term('Countries', '国家'),
  description: term(
    'Country polygons for joins. Boundaries and names do not imply endorsement by anybody.',
    '用于空间连接的国家多边形。边界与名称不代表任何一方的认可。',
  ),
  source: naturalEarth('countries.parquet'),
  geometry: 'polygon',
  key: 'iso3',
  name: { en: 'name_en', zh: 'name_zh' },
  fields: { iso3, ...names },
  layer: ground,
  table: ['iso3', 'name_en'],
})

export const admin1 = defineDataset({
  id: 'admin1',
  title: term('Provinces', '一级行政区'),
  description: term(
    'First-level administrative units of the countries of the four regions.',
    '四个区域各国的一级行政区。',
  ),
  source: naturalEarth('admin1.parquet'),
  geometry: 'polygon',
  key: 'adm1_code',
  name: { en: 'name_en', zh: 'name_zh' },
  fields: { adm1_code: required(text(term('Province code', '一级行政区代码'))), iso3, ...names },
  layer: ground,
  table: ['adm1_code', 'iso3', 'name_en'],
})
