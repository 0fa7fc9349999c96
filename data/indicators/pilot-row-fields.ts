import { programme } from '#data/datasets/programme.ts'
import { mineRowFields } from '#data/indicators/row-fields.ts'

const { pilot_id, stage, issues, start_date, end_date } = programme.fields
const { mine_id, mine_name, mine_name_zh, iso3, region_id } = mineRowFields

/** Columns of the rows behind an indicator that counts pilots. */
export const pilotRowFields = {
  pilot_id,
  stage,
  issues,
  start_date,
  end_date,
  mine_id,
  mine_name,
  mine_name_zh,
  iso3,
  region_id,
}
