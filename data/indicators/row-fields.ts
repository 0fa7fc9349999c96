import { double, flag, required, text } from '#data/field.ts'
import { mineFields } from '#data/overlays/all-mines.ts'
import { term } from '#data/vocabularies/vocabulary.ts'

const { mine_id, mine_name, mine_name_zh, iso3, region_id, loc_accuracy } = mineFields

/** Columns of the rows behind an indicator that counts mines. */
export const mineRowFields = { mine_id, mine_name, mine_name_zh, iso3, region_id, loc_accuracy }

/** Columns of the rows behind an indicator that rests on the protected area nearest to each mine. */
export const areaPairFields = {
  ...mineRowFields,
  site_id: required(text(term('Site id', '保护地编号'))),
  name_eng: required(text(term('Protected area', '保护区'))),
  iucn_cat: text(term('IUCN category', 'IUCN类别')),
  distance_m: required(double(term('Geodesic distance', '大地线距离'), { unit: 'm', min: 0 })),
  is_approx: required(flag(term('Approximate', '近似'))),
}
