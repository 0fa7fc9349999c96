import { placeFields } from '#data/datasets/shared-fields.ts'
import { defineDataset } from '#data/define.ts'
import { code, codeList, required, text } from '#data/field.ts'
import { term } from '#data/vocabularies/vocabulary.ts'

export const mines = defineDataset({
  id: 'mines',
  title: term('Other mines', '其他矿山'),
  description: term(
    'Mining facilities of the ICMM Global Mining Dataset that lie in the countries of the four regions. Smelters, refineries and plants are in it too.',
    'ICMM全球矿业数据集中位于四个区域各国的矿业设施，包括冶炼厂、精炼厂和选矿厂。',
  ),
  source: {
    file: 'icmm-facilities.csv',
    publisher: term('International Council on Mining and Metals', '国际采矿与金属理事会'),
    licence: 'CC-BY-4.0',
    licence_url: 'https://creativecommons.org/licenses/by/4.0/',
    attribution: 'ICMM Global Mining Dataset, September 2025',
    url: 'https://www.icmm.com/',
    date: '2025-09-01',
  },
  role: 'mine',
  accuracy: 'loc_accuracy',
  geometry: 'point',
  key: 'mine_id',
  name: { en: 'mine_name' },
  columns: {
    ICMMID: 'mine_id',
    'Mine Name': 'mine_name',
    'Group Names': 'group_name',
    Latitude: 'latitude',
    Longitude: 'longitude',
    'Asset Type': 'asset_type',
    Country: 'stated_country',
    'Confidence Factor': 'confidence',
  },
  mends: [
    'icmm_commodities',
    'icmm_asset_type',
    'icmm_accuracy',
    'icmm_unstated',
    'country_by_location',
    'region_of_country',
  ],
  fields: {
    mine_id: required(text(term('Mine id', '矿山编号'))),
    mine_name: required(text(term('Mine', '矿山'))),
    group_name: text(term('Group', '所属集团')),
    ...placeFields,
    stated_country: text(term('Country as stated by the source', '来源所述国家')),
    loc_accuracy: required(code(term('Location accuracy', '位置精度'), 'location_accuracy')),
    commod1: code(term('Main commodity', '主要矿种'), 'commodity'),
    commod2: code(term('Second commodity', '第二矿种'), 'commodity'),
    commod3: code(term('Third commodity', '第三矿种'), 'commodity'),
    asset_type: codeList(term('Asset type', '资产类型'), 'asset_type'),
    dev_stat: code(term('Status', '状态'), 'mine_status'),
    ownership_class: required(code(term('Ownership class', '所有权类别'), 'ownership_class')),
    confidence: text(term('Confidence of the source', '来源置信度')),
  },
  layer: {
    group: 'other_mine',
    mark: 'circle',
    colour: { scale: 'constant', palette: 'muted' },
    size: { scale: 'constant', px: 4 },
  },
  popup: ['mine_name', 'iso3', 'commod1', 'asset_type', 'loc_accuracy', 'confidence'],
  table: ['mine_name', 'iso3', 'commod1', 'asset_type', 'loc_accuracy'],
})
