import { constant, defineMapping, from } from '#data/mappings/define.ts'
import { deathSteps } from '#data/mappings/words.ts'
import { term } from '#data/vocabularies/vocabulary.ts'

/** UCDP Georeferenced Event Dataset; its codes of precision are the codebook's (where_prec 1 to 7, date_prec 1 to 5). */
export const ucdp = defineMapping({
  id: 'ucdp-ged',
  dataset: 'incident_reports',
  title: term('UCDP Georeferenced Event Dataset', 'UCDP地理参考事件数据集'),
  recognise: [['relid'], ['type_of_violence'], ['where_prec'], ['date_prec'], ['date_start'], ['best', 'best_est']],
  fields: {
    incident_id: { template: 'ucdp-{id}' },
    title_en: { template: '{dyad_name}: {where_description|where_coordinates|adm_1|country}' },
    event_date: from('date_start'),
    time_precision: { from: ['date_prec'], codes: { 1: '1', 2: '2', 3: '2', 4: '3', 5: '3' } },
    incident_type: {
      from: ['type_of_violence'],
      codes: { 1: 'ARMED_CONFLICT', 2: 'ARMED_CONFLICT', 3: 'SECURITY_FORCE_VIOLENCE' },
    },
    issue: constant('HR'),
    severity: { from: ['best', 'best_est'], steps: deathSteps('3') },
    link_basis: constant('none'),
    iso3: { from: ['country'], as: 'country' },
    latitude: from('latitude'),
    longitude: from('longitude'),
    admin1: from('adm_1'),
    location: from('where_coordinates', 'where_description'),
    geo_precision: { from: ['where_prec'], codes: { 1: '1', 2: '2', 3: '2', 4: '3', 5: '3', 6: '3', 7: '3' } },
    loc_accuracy: {
      from: ['where_prec'],
      codes: {
        1: 'EXACT_LOCATION',
        2: 'APPROXIMATE_LOCATION',
        3: 'ADMINISTRATIVE_REGION',
        4: 'ADMINISTRATIVE_REGION',
        5: 'ADMINISTRATIVE_REGION',
        6: 'COUNTRY',
        7: 'COUNTRY',
      },
    },
    fatalities: from('best', 'best_est'),
    fatalities_min: from('low', 'low_est'),
    fatalities_max: from('high', 'high_est'),
    verification: constant('REPORTED'),
    n_sources: { from: ['number_of_sources'], empty: ['-1'] },
    is_before_ownership: constant(false),
    is_running_total: constant(false),
    source: from('source_original', 'source_office'),
    note: from('source_headline'),
  },
  mends: ['country_if_unstated', 'region_of_country', 'sensitivity_public_if_unstated', 'generalised_place'],
  source: {
    publisher: term('Uppsala Conflict Data Program', '乌普萨拉冲突数据项目'),
    licence: 'CC-BY-4.0',
    licence_url: 'https://creativecommons.org/licenses/by/4.0/',
    attribution: 'UCDP Georeferenced Event Dataset (GED)',
    url: 'https://ucdp.uu.se/',
  },
  release: { isRequired: false },
  redistribution: 'open',
  terms: term('May be passed on with the name of UCDP and the version.', '注明UCDP及版本即可再分发。'),
})
