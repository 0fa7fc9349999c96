import { defineOverlay } from '#data/define.ts'
import { code, double, flag, int, required, text } from '#data/field.ts'
import { mineFields } from '#data/overlays/all-mines.ts'
import { bigCount } from '#data/overlays/near-fields.ts'
import { incidentFilter, mineFilter } from '#data/parameters.ts'
import { term } from '#data/vocabularies/vocabulary.ts'

const count = (en: string, zh: string) => int(term(en, zh), { unit: 'count', min: 0 })

export const mineExposure = defineOverlay({
  id: 'mine_exposure',
  title: term('Mines and what lies near', '矿山及其周边'),
  description: term(
    'Each selected mine with the counts within the radius and its nearest protected area. A mine whose location is too coarse has no counts.',
    '每座所选矿山在指定距离内的数量及最近的保护区。位置过于粗略的矿山没有计数。',
  ),
  when: 'query',
  inputs: [
    'selected_mines',
    'mine_tiers',
    'selected_incidents',
    'proximity',
    'protected_areas',
    'host_communities',
    'mine_distance_bins',
    'pairs_kept',
  ],
  parameters: [...mineFilter, ...incidentFilter, 'radius_km'],
  geometry: 'point',
  key: 'mine_id',
  name: { en: 'mine_name', zh: 'mine_name_zh' },
  fields: {
    ...mineFields,
    tier: required(code(term('Proximity tier', '邻近等级'), 'area_tier')),
    nearest_area_id: text(term('Nearest protected area', '最近的保护区编号')),
    nearest_area_name: text(term('Name of the nearest protected area', '最近的保护区名称')),
    nearest_area_m: double(term('Distance to it', '与最近保护区的距离'), { unit: 'm', min: 0 }),
    nearest_area_approx: flag(term('That distance is approximate', '该距离为近似值')),
    areas: count('Protected areas within the radius', '距离内的保护区'),
    communities: count('Host communities within the radius', '距离内的当地社区'),
    population: bigCount(term('People within the radius', '距离内的人口')),
    population_unknown: count('Communities of unknown population', '人口未知的社区'),
    incidents_near: count('Incident reports within the radius', '距离内的事件报告'),
    incidents_linked: count('Incident reports linked to the mine', '与该矿山关联的事件报告'),
  },
  popup: [
    'mine_name',
    'iso3',
    'tier',
    'nearest_area_name',
    'nearest_area_m',
    'communities',
    'population',
    'incidents_near',
  ],
  table: [
    'mine_name',
    'iso3',
    'commod1',
    'dev_stat',
    'tier',
    'nearest_area_m',
    'areas',
    'communities',
    'population',
    'incidents_near',
    'incidents_linked',
  ],
})
