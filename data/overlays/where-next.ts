import { regionCountries } from '#data/datasets/places.ts'
import { defineOverlay } from '#data/define.ts'
import { int, required, text } from '#data/field.ts'
import { bigCount } from '#data/overlays/near-fields.ts'
import { incidentFilter, mineFilter } from '#data/parameters.ts'
import { term } from '#data/vocabularies/vocabulary.ts'

const { iso3, name_zh, region_id } = regionCountries.fields
const count = (en: string, zh: string) => int(term(en, zh), { unit: 'count', min: 0 })

export const whereNext = defineOverlay({
  id: 'where_next',
  title: term('Where next?', '下一步选点'),
  description: term(
    'Countries with selected mines but no active or completed pilot. The list is sorted by the number of mines, then by mines near protected areas, people and incident reports within the radius; there is no score.',
    '有所选矿山但尚无进行中或已完成试点的国家。依次按矿山数、邻近保护区的矿山数、距离内的人口和事件报告数排序，不设评分。',
  ),
  when: 'query',
  inputs: [
    'selected_mines',
    'pairs_kept',
    'pilot_places',
    'proximity',
    'protected_areas',
    'host_communities',
    'selected_incidents',
    'region_countries',
  ],
  parameters: [...mineFilter, ...incidentFilter, 'radius_km'],
  geometry: 'none',
  key: 'iso3',
  name: { en: 'name_en', zh: 'name_zh' },
  fields: {
    iso3,
    name_en: text(term('Country', '国家')),
    name_zh,
    region_id,
    place_in_list: required(int(term('Place in the list', '序号'), { min: 1 })),
    mines: count('Mines', '矿山'),
    located_mines: count('Located mines', '已定位矿山'),
    mines_near_areas: count('Mines near protected areas', '邻近保护区的矿山'),
    communities: count('Host communities within the radius', '距离内的当地社区'),
    population: bigCount(term('People within the radius', '距离内的人口')),
    population_unknown: count('Communities of unknown population', '人口未知的社区'),
    incidents_near: count('Incident reports within the radius', '距离内的事件报告'),
    incidents_linked: count('Incident reports linked to a mine', '与矿山关联的事件报告'),
    pilots_planned: count('Pilots planned', '计划中的试点'),
    pilots_withdrawn: count('Pilots withdrawn', '已退出的试点'),
  },
  table: ['place_in_list', 'name_en', 'mines', 'mines_near_areas', 'population', 'incidents_near', 'incidents_linked'],
})
