import { defineOverlay } from '#data/define.ts'
import { code, double, flag, required, text } from '#data/field.ts'
import { term } from '#data/vocabularies/vocabulary.ts'

/** What every mine has, of whichever dataset; the filters of the page work on these columns. */
export const mineFields = {
  mine_id: required(text(term('Mine id', '矿山编号'))),
  mine_dataset: required(code(term('Dataset', '数据集'), 'mine_dataset')),
  mine_name: required(text(term('Mine', '矿山'))),
  mine_name_zh: text(term('Mine (Chinese)', '矿山（中文）')),
  iso3: required(text(term('Country (ISO 3166-1 alpha-3)', '国家代码（ISO 3166-1）'))),
  region_id: required(code(term('Region', '区域'), 'region')),
  commod1: code(term('Main commodity', '主要矿种'), 'commodity'),
  commod2: code(term('Second commodity', '第二矿种'), 'commodity'),
  commod3: code(term('Third commodity', '第三矿种'), 'commodity'),
  dev_stat: code(term('Status', '状态'), 'mine_status'),
  ownership_class: code(term('Ownership class', '所有权类别'), 'ownership_class'),
  loc_accuracy: required(code(term('Location accuracy', '位置精度'), 'location_accuracy')),
  is_located: required(flag(term('Can be placed in a ring', '可置于距离圈'))),
  is_approximate: required(flag(term('Approximate location', '位置近似'))),
  uncertainty_m: required(
    double(term('Location uncertainty', '位置不确定度'), {
      unit: 'm',
      help: term(
        'Approximate locations are good to 5 to 10 km; the larger number is used for the range.',
        '近似位置的误差为5至10公里；区间按较大值计算。',
      ),
    }),
  ),
  has_footprint: required(flag(term('Has a footprint', '有矿区范围'))),
}

export const allMines = defineOverlay({
  id: 'all_mines',
  title: term('All mines', '全部矿山'),
  description: term(
    'Mines of both datasets in one table. A mine may be in both; no number adds the two.',
    '两个数据集的矿山合并表。同一矿山可能同时出现在两个数据集中，任何数字都不会将二者相加。',
  ),
  when: 'prepare',
  is_internal: true,
  inputs: ['pilot_mines', 'mines', 'mine_footprints'],
  parameters: [],
  geometry: 'point',
  key: 'mine_id',
  name: { en: 'mine_name', zh: 'mine_name_zh' },
  fields: mineFields,
})
