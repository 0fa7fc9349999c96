import { defineOverlay } from '#data/define.ts'
import { code, double, flag, int, required, text } from '#data/field.ts'
import { mineFields } from '#data/overlays/all-mines.ts'
import { mineFilter } from '#data/parameters.ts'
import { term } from '#data/vocabularies/vocabulary.ts'

const rank = (en: string, zh: string) => int(term(en, zh), { min: 0, max: 6 })

export const mineTiers = defineOverlay({
  id: 'mine_tiers',
  title: term('Proximity tiers', '邻近等级'),
  description: term(
    'The proximity tier of each selected mine, and the best and worst tier that the uncertainty of the locations allows.',
    '每座所选矿山的邻近等级，以及位置不确定度所允许的最近与最远等级。',
  ),
  when: 'query',
  is_internal: true,
  inputs: ['selected_mines', 'proximity', 'protected_areas'],
  parameters: [...mineFilter, 'radius_km'],
  geometry: 'none',
  key: 'mine_id',
  name: { en: 'mine_id' },
  fields: {
    mine_id: mineFields.mine_id,
    tier: required(code(term('Proximity tier', '邻近等级'), 'area_tier')),
    tier_rank: rank('Tier as a number', '等级数值'),
    least_rank: rank('Tier if as near as can be', '最近可能等级'),
    most_rank: rank('Tier if as far as can be', '最远可能等级'),
    site_id: text(term('Nearest protected area', '最近的保护区编号')),
    name_eng: text(term('Name of the nearest protected area', '最近的保护区名称')),
    distance_m: double(term('Geodesic distance', '大地线距离'), { unit: 'm', min: 0 }),
    least_m: double(term('Distance at least', '最小可能距离'), { unit: 'm', min: 0 }),
    most_m: double(term('Distance at most', '最大可能距离'), { unit: 'm', min: 0 }),
    is_approx: flag(term('Approximate', '近似')),
  },
})
