import { regions } from '#data/datasets/places.ts'
import { defineOverlay } from '#data/define.ts'
import { term } from '#data/vocabularies/vocabulary.ts'

export const regionAreas = defineOverlay({
  id: 'region_areas',
  title: term('Ground of the regions', '区域范围'),
  description: term(
    'The four regions as shapes: the countries of each, dissolved, outlines simplified to about two kilometres. For drawing; joins use the countries.',
    '四个区域的图形：由所含国家合并而成，轮廓简化至约两公里。仅供绘图，空间连接请使用国家多边形。',
  ),
  when: 'prepare',
  inputs: ['regions', 'region_countries', 'countries'],
  parameters: [],
  geometry: 'polygon',
  key: 'region_id',
  name: { en: 'name_en', zh: 'name_zh' },
  fields: regions.fields,
  table: ['region_id', 'name_en'],
})
