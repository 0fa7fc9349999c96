import { placeFields } from '#data/datasets/shared-fields.ts'
import { defineDataset } from '#data/define.ts'
import { int, required, text } from '#data/field.ts'
import { term } from '#data/vocabularies/vocabulary.ts'

export const hostCommunities = defineDataset({
  id: 'host_communities',
  title: term('Host communities', '当地社区'),
  description: term(
    'Towns and villages listed by GeoNames in the countries of the four regions. Population is that of the listed place; villages that are not listed are missing, and unknown is shown as unknown.',
    'GeoNames收录的四个区域各国城镇与村庄。人口为所列地点的人口；未收录的村庄缺失，未知人口显示为未知。',
  ),
  source: {
    file: 'host-communities.parquet',
    publisher: term('GeoNames', 'GeoNames'),
    licence: 'CC-BY-4.0',
    licence_url: 'https://creativecommons.org/licenses/by/4.0/',
    attribution: 'GeoNames',
    url: 'https://www.geonames.org/',
    date: '2026-07-01',
  },
  role: 'near',
  geometry: 'point',
  key: 'community_id',
  name: { en: 'name', zh: 'name_zh' },
  columns: { geonameid: 'community_id' },
  mends: ['region_of_country'],
  fields: {
    community_id: required(text(term('Community id', '社区编号'))),
    name: required(text(term('Host community', '当地社区'))),
    name_zh: text(term('Host community (Chinese)', '当地社区（中文）')),
    feature_code: text(term('GeoNames feature code', 'GeoNames地物代码')),
    ...placeFields,
    population: int(term('Population', '人口'), { unit: 'people', min: 1 }),
  },
  layer: {
    group: 'community',
    mark: 'square',
    isHollow: true,
    colour: { scale: 'constant', palette: 'muted' },
    size: { scale: 'steps', field: 'population', steps: [0, 2_000, 10_000, 50_000, 250_000], px: [4, 6, 8, 11, 15] },
  },
  popup: ['name', 'iso3', 'population', 'feature_code'],
  table: ['name', 'iso3', 'population'],
})
