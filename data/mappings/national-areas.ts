import { constant, defineMapping, from } from '#data/mappings/define.ts'
import { term } from '#data/vocabularies/vocabulary.ts'

/**
 * Natural protected areas of Peru as SERNANP draws them: a name and an outline, nothing else. Two different areas may have one name (Calipuy is
 * a reserve and a sanctuary), so the number of the row is the id.
 */
export const sernanp = defineMapping({
  id: 'peru-sernanp',
  dataset: 'protected_areas',
  title: term('Protected areas of Peru (SERNANP)', '秘鲁自然保护区（SERNANP）'),
  recognise: [['nombre'], ['name_es'], ['$geometry']],
  lacks: ['designacio', 'WDPAID', 'SITE_ID'],
  fields: {
    site_id: { template: 'per-{$row}' },
    name_eng: from('nombre'),
    name: from('name_es', 'nombre'),
    iso3: constant('PER'),
    status: constant('Designated'),
    is_approx: constant(false),
    source: constant('SERNANP'),
  },
  mends: ['region_of_country', 'area_counted_by_wdpa_rule'],
  source: {
    publisher: term('SERNANP, Peru', '秘鲁国家自然保护区管理局（SERNANP）'),
    licence: 'not stated',
    licence_url: '',
    attribution: 'SERNANP, Peru',
    url: 'https://www.gob.pe/sernanp',
  },
  release: { isRequired: false },
  redistribution: 'derived_only',
  terms: term('The file states no licence: use it, but do not pass it on.', '文件未注明许可：可自用，不得再分发。'),
})

/** Priority sites under article 11 of law 19,300 of Chile: not yet protected, so left out of totals. */
export const chilePrioritySites = defineMapping({
  id: 'chile-priority-sites',
  dataset: 'protected_areas',
  title: term('Priority conservation sites of Chile', '智利优先保护地点'),
  recognise: [['cod_rnap'], ['nombre_ap'], ['designacio']],
  fields: {
    site_id: { template: 'chl-{cod_rnap|objectid}' },
    name_eng: from('nombre_ap'),
    name: from('nombre_ap'),
    desig_eng: from('designacio'),
    iso3: constant('CHL'),
    status: constant('Not Reported'),
    is_approx: constant(false),
    source: constant('Ministerio del Medio Ambiente, Chile'),
    source_url: { from: ['url_fuente'], pattern: '^(https?://\\S+)$' },
  },
  mends: ['region_of_country', 'area_counted_by_wdpa_rule'],
  source: {
    publisher: term('Ministry of the Environment, Chile', '智利环境部'),
    licence: 'not stated',
    licence_url: '',
    attribution: 'Ministerio del Medio Ambiente, Chile',
    url: 'https://simbio.mma.gob.cl/',
  },
  release: { isRequired: false },
  redistribution: 'derived_only',
  terms: term('The file states no licence: use it, but do not pass it on.', '文件未注明许可：可自用，不得再分发。'),
})
