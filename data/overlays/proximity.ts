import { defineOverlay } from '#data/define.ts'
import { code, double, flag, required, text } from '#data/field.ts'
import { term } from '#data/vocabularies/vocabulary.ts'

/** The heart (design.md 3). Made by `server/prepare/proximity`, not by a `.sql` beside this file: it needs the geodesic macros. */
export const proximity = defineOverlay({
  id: 'proximity',
  title: term('Proximity', '邻近关系'),
  description: term(
    'Every pair of a located mine and a host community, protected area or incident report within 50 km, and 10 km more for each of the two that is only approximately located. Where there are too many pairs, those of pilot mines, and of other mines the nearest ones.',
    '每座已定位矿山与50公里内当地社区、保护区或事件报告的配对；矿山或事件中每有一方位置近似，范围再延伸10公里。配对过多时，仅试点矿山保留全部配对，其余矿山只保留最近者。',
  ),
  when: 'prepare',
  served_by: 'public_proximity',
  inputs: ['all_mines', 'mine_footprints', 'host_communities', 'protected_areas', 'incident_reports'],
  parameters: [],
  geometry: 'none',
  key: 'pair_id',
  name: { en: 'pair_id' },
  fields: {
    pair_id: required(text(term('Pair', '配对'))),
    mine_dataset: required(code(term('Mine dataset', '矿山数据集'), 'mine_dataset')),
    mine_id: required(text(term('Mine id', '矿山编号'))),
    dataset: required(text(term('Dataset', '数据集'))),
    feature_id: required(text(term('Feature id', '要素编号'))),
    distance_m: required(double(term('Geodesic distance', '大地线距离'), { unit: 'm', min: 0 })),
    uncertainty_m: required(double(term('Uncertainty of the locations', '位置不确定度'), { unit: 'm', min: 0 })),
    is_inside: required(flag(term('Inside', '位于其内'))),
    overlap_ha: double(term('Overlap of footprint and area', '矿区与保护区重叠面积'), { unit: 'ha', min: 0 }),
    is_approx: required(flag(term('Approximate', '近似'))),
  },
})
