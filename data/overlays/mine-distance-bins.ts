import { defineOverlay } from '#data/define.ts'
import { code, int, required, text } from '#data/field.ts'
import { bigCount } from '#data/overlays/near-fields.ts'
import { term } from '#data/vocabularies/vocabulary.ts'

const count = (en: string, zh: string) => required(int(term(en, zh), { unit: 'count', min: 0 }))

/** Made by `server/prepare/near.ts` with `proximity`; empty while that has every pair. */
export const mineDistanceBins = defineOverlay({
  id: 'mine_distance_bins',
  title: term('Distance bins', '距离分段'),
  description: term(
    'Where there are too many pairs to keep: how many features lie in each distance bin of each mine, every 100 m to 10 km and every 1 km to 50 km. Restricted reports and areas that do not count are left out.',
    '配对过多无法全部保留时：每座矿山各距离分段内的要素数，10公里以内每100米一段，50公里以内每1公里一段。不含受限报告和不计入总数的保护区。',
  ),
  when: 'prepare',
  is_internal: true,
  inputs: ['all_mines', 'mine_footprints', 'host_communities', 'protected_areas', 'incident_reports'],
  parameters: [],
  geometry: 'none',
  key: 'bin_id',
  name: { en: 'bin_id' },
  fields: {
    bin_id: required(text(term('Bin', '分段编号'))),
    mine_dataset: required(code(term('Mine dataset', '矿山数据集'), 'mine_dataset')),
    mine_id: required(text(term('Mine id', '矿山编号'))),
    dataset: required(text(term('Dataset', '数据集'))),
    within_m: required(int(term('Upper edge', '上限'), { unit: 'm', min: 0, max: 50_000 })),
    features: count('Features', '要素数'),
    approximate: count('Of them approximate', '其中近似者'),
    population: required(bigCount(term('People', '人口'))),
    population_unknown: count('Of unknown population', '人口未知者'),
  },
})
