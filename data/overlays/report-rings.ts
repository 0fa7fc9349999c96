import { defineOverlay } from '#data/define.ts'
import { double, int, required } from '#data/field.ts'
import { bigCount } from '#data/overlays/near-fields.ts'
import { incidentFilter } from '#data/parameters.ts'
import { term } from '#data/vocabularies/vocabulary.ts'

/** Absent where the snapshot has distance bins only and these can't tell. */
const count = (en: string, zh: string) => int(term(en, zh), { unit: 'count', min: 0 })

export const reportRings = defineOverlay({
  id: 'report_rings',
  title: term('Rings of one mine', '单座矿山的距离圈'),
  description: term('Counts within each ring of one mine.', '单座矿山各距离圈内的数量。'),
  when: 'query',
  is_internal: true,
  inputs: [
    'proximity',
    'host_communities',
    'protected_areas',
    'selected_incidents',
    'all_mines',
    'snapshot_facts',
    'mine_distance_bins',
  ],
  parameters: ['mine', 'radius_km', ...incidentFilter, 'precise_only'],
  geometry: 'none',
  key: 'radius_km',
  name: { en: 'radius_km' },
  fields: {
    radius_km: required(double(term('Within', '距离以内'), { unit: 'km', min: 0 })),
    communities: count('Host communities', '当地社区'),
    population: bigCount(term('People', '人口')),
    population_unknown: count('Communities of unknown population', '人口未知的社区'),
    areas: count('Protected areas', '保护区'),
    areas_approx: count('Of them approximate', '其中近似者'),
    incidents_near: count('Incident reports near', '邻近的事件报告'),
    incidents_linked: count('Incident reports linked, at any distance', '关联的事件报告（不限距离）'),
  },
})
