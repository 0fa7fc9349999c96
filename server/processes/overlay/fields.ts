import type { Field, Fields } from '#data/field.ts'
import { double, flag, int, required, text } from '#data/field.ts'
import { term } from '#data/vocabularies/vocabulary.ts'

const place = {
  longitude: required(double(term('Longitude of the left feature', '左侧要素经度'))),
  latitude: required(double(term('Latitude of the left feature', '左侧要素纬度'))),
}

const left = {
  left_id: required(text(term('Left feature id', '左侧要素编号'))),
  left_name: text(term('Left feature', '左侧要素')),
  left_name_zh: text(term('Left feature (Chinese)', '左侧要素(中文)')),
}

const overlapLabel = term('Overlap', '重叠面积')

/** One pair of features for which the relation holds. */
export const pairFields: Fields = {
  ...left,
  right_id: required(text(term('Right feature id', '右侧要素编号'))),
  right_name: text(term('Right feature', '右侧要素')),
  right_name_zh: text(term('Right feature (Chinese)', '右侧要素(中文)')),
  place: required(int(term('Place among the nearest, from 1', '由近及远的次序'), { min: 1 })),
  distance_m: required(double(term('Geodesic distance', '大地线距离'), { unit: 'm', min: 0 })),
  is_inside: required(flag(term('One lies in the other, or both overlap', '位于其内或相互重叠'))),
  overlap_ha: double(overlapLabel, { unit: 'ha', min: 0 }),
  uncertainty_m: required(double(term('Uncertainty of the locations', '位置不确定度'), { unit: 'm', min: 0 })),
  is_approx: required(flag(term('Approximate', '近似'))),
  ...place,
}

const bigInt = (field: Field<number | null>): Field<number | null> => ({ ...field, type: 'bigint' })

/** One feature of the left side, with what the relation finds for it. */
export const summaryFields: Fields = {
  ...left,
  n: required(bigInt(int(term('Right features', '右侧要素数'), { unit: 'count', min: 0 }))),
  total: double(term('Sum of the chosen field', '所选字段合计')),
  unknown: bigInt(
    int(term('Right features without a value in it', '该字段无值的右侧要素数'), { unit: 'count', min: 0 }),
  ),
  nearest_id: text(term('Nearest right feature id', '最近的右侧要素编号')),
  nearest_name: text(term('Nearest right feature', '最近的右侧要素')),
  nearest_name_zh: text(term('Nearest right feature (Chinese)', '最近的右侧要素(中文)')),
  nearest_m: double(term('Distance to it', '与其距离'), { unit: 'm', min: 0 }),
  overlap_ha: double(term('Overlap, each place counted once', '重叠面积(不重复计)'), { unit: 'ha', min: 0 }),
  ...place,
}
