import type { Text } from '#data/define.ts'
import { double, type Field, flag, int, required, text } from '#data/field.ts'
import { mineFields } from '#data/overlays/all-mines.ts'
import { term } from '#data/vocabularies/vocabulary.ts'

/** A sum of people: more than an `int` holds. */
export const bigCount = (label: Text): Field<number | null> => ({
  ...int(label, { unit: 'people', min: 0 }),
  type: 'bigint',
})

/** What a feature near selected mines says of them. */
export const nearFields = {
  nearest_mine_id: text(term('Nearest mine', '最近的矿山编号')),
  nearest_mine_name: text(term('Name of the nearest mine', '最近的矿山名称')),
  nearest_mine_name_zh: text(term('Name of the nearest mine (Chinese)', '最近的矿山名称（中文）')),
  distance_m: double(term('Geodesic distance', '大地线距离'), { unit: 'm', min: 0 }),
  /** Absent where only the nearest pairs are kept. */
  n_mines: int(term('Mines within the radius', '距离内的矿山数'), { unit: 'count', min: 0 }),
  is_approx_distance: flag(term('The distance is approximate', '距离为近似值')),
}

/** The mine and the distance of a pair. */
export const pairFields = {
  pair_id: required(text(term('Pair', '配对'))),
  mine_id: mineFields.mine_id,
  mine_name: mineFields.mine_name,
  mine_name_zh: mineFields.mine_name_zh,
  mine_iso3: required(text(term('Country of the mine', '矿山所在国家'))),
  mine_region_id: mineFields.region_id,
  mine_loc_accuracy: mineFields.loc_accuracy,
}

/** How a pair is measured. */
export const distanceFields = {
  relation: required(text(term('Relation: inside or within the radius', '关系：在内或在距离内'))),
  distance_m: required(double(term('Geodesic distance', '大地线距离'), { unit: 'm', min: 0 })),
  uncertainty_m: required(double(term('Uncertainty of the locations', '位置不确定度'), { unit: 'm', min: 0 })),
  ring_km: required(int(term('Ring: nearest distance class', '距离圈'), { unit: 'km', min: 0, max: 50 })),
  is_approx: required(flag(term('Approximate', '近似'))),
}
