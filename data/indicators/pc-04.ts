import { regionCountries } from '#data/datasets/places.ts'
import { defineIndicator } from '#data/define.ts'
import { int, required, text } from '#data/field.ts'
import { mineFilter } from '#data/parameters.ts'
import { term } from '#data/vocabularies/vocabulary.ts'

const { iso3, name_zh, region_id } = regionCountries.fields
const count = (en: string, zh: string) => required(int(term(en, zh), { unit: 'count', min: 1 }))

export const countryCoverage = defineIndicator({
  id: 'PC-04',
  name: term('Country coverage', '国家覆盖率'),
  definition: term(
    'Countries with an active or completed pilot as a share of the countries with a selected mine of a Chinese owner or partner.',
    '有进行中或已完成试点的国家，占有中方所有者或合作方矿山的国家的比例。',
  ),
  caveat: term(
    'Countries whose Chinese-owned mines are missing from this atlas are missing here too. Mines of unknown or only foreign ownership do not make a country count. Pilots are illustrative.',
    '中资矿山未收录于本图集的国家不在统计之列。所有权未知或仅为外资的矿山不计。试点为示例数据。',
  ),
  issue: null,
  class: 'attribute',
  unit: 'percent',
  direction: 'up',
  aggregation: 'ratio_of_sums',
  levels: ['region'],
  inputs: ['mine_places', 'programme', 'region_countries'],
  parameters: [...mineFilter, 'by'],
  method: 'Ownership classes of the fact table; domain reference 4b',
  is_illustrative: true,
  rows: {
    key: 'iso3',
    fields: {
      iso3,
      name_en: text(term('Country', '国家')),
      name_zh,
      region_id,
      mines: count('Mines', '矿山'),
      pilots: count('Active or completed pilots', '进行中或已完成的试点'),
    },
    numerator: 'count',
  },
})
