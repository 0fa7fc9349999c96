import { double, flag, required, text } from '#data/field.ts'
import { term } from '#data/vocabularies/vocabulary.ts'

/** What a mine's report says of anything near it. */
export const reportFields = {
  feature_id: required(text(term('Feature id', '要素编号'))),
  name_en: text(term('Name', '名称')),
  name_zh: text(term('Name (Chinese)', '名称（中文）')),
  iso3: text(term('Country (ISO 3166-1 alpha-3)', '国家代码（ISO 3166-1）')),
  distance_m: double(term('Geodesic distance', '大地线距离'), { unit: 'm', min: 0 }),
  uncertainty_m: double(term('Uncertainty of the locations', '位置不确定度'), { unit: 'm', min: 0 }),
  is_inside: required(flag(term('Inside', '位于其内'))),
  is_approx: required(flag(term('Approximate', '近似'))),
}
