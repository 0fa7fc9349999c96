import { defineDataset } from '#data/define.ts'
import { code, required, text, url } from '#data/field.ts'
import { compiledFacts } from '#data/sources.ts'
import { term } from '#data/vocabularies/vocabulary.ts'

export const cahraAreas = defineDataset({
  id: 'cahra_areas',
  title: term('Conflict-affected and high-risk areas', '受冲突影响和高风险区域'),
  description: term(
    'Countries of the four regions named by the first indicative list for Regulation (EU) 2017/821, December 2020. The list itself is finer than countries, is not exhaustive and has been updated since. A benchmark, not a determination.',
    '欧盟第2017/821号条例首份参考清单（2020年12月）所涉及的四个区域国家。清单原文细于国家层级，并非穷尽，且其后已有更新。仅作参照，不构成认定。',
  ),
  source: { ...compiledFacts('cahra-areas.csv'), date: '2020-12-01' },
  geometry: 'none',
  key: 'cahra_id',
  name: { en: 'cahra_id' },
  fields: {
    cahra_id: required(text(term('Entry id', '条目编号'))),
    iso3: required(text(term('Country (ISO 3166-1 alpha-3)', '国家代码（ISO 3166-1）'))),
    region_id: required(code(term('Region', '区域'), 'region')),
    list_name: required(text(term('List', '清单'))),
    list_version: required(text(term('Version of the list', '清单版本'))),
    source: required(text(term('Source', '来源'))),
    source_url: url(term('Source address', '来源网址')),
    verified: required(code(term('Checked', '是否查证'), 'verified')),
  },
  table: ['iso3', 'region_id', 'list_name', 'list_version'],
})
