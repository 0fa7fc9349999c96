import { defineIndicator } from '#data/define.ts'
import { mineRowFields } from '#data/indicators/row-fields.ts'
import { mineTiers } from '#data/overlays/mine-tiers.ts'
import { mineFilter } from '#data/parameters.ts'
import { term } from '#data/vocabularies/vocabulary.ts'

const { tier, site_id, name_eng, distance_m, least_m, most_m, is_approx } = mineTiers.fields

export const minesNearProtectedAreas = defineIndicator({
  id: 'EN-03',
  name: term('Mines near protected areas', '邻近保护区的矿山'),
  definition: term(
    'Located mines whose nearest protected area is within the radius, as a share of all located mines; beside it the mines in each proximity tier and the median distance.',
    '最近保护区在指定距离内的已定位矿山占全部已定位矿山的比例，并列出各邻近等级的矿山数和距离中位数。',
  ),
  caveat: term(
    'A distance says nothing of water, roads or dust between mine and area. Distances beyond 50 km are not measured: a median there is no data.',
    '距离并不反映矿山与保护区之间的水系、道路或粉尘。50公里以外的距离不作测算，中位数落在其中时为无数据。',
  ),
  issue: 'EN',
  class: 'measured',
  unit: 'percent',
  direction: 'down',
  aggregation: 'class_counts',
  levels: ['country', 'region'],
  inputs: ['mine_places', 'mine_tiers'],
  parameters: [...mineFilter, 'radius_km', 'by'],
  classes: 'area_tier',
  extras: {
    median_km: { label: term('Median distance to the nearest protected area', '至最近保护区距离的中位数'), unit: 'km' },
  },
  method: 'Durán et al. 2013; domain reference 3.2, tiers T0 to T6 and TU',
  rows: {
    key: 'mine_id',
    fields: { ...mineRowFields, tier, site_id, name_eng, distance_m, least_m, most_m, is_approx },
    numerator: 'count',
  },
})
