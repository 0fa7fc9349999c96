import { constant, defineMapping, from } from '#data/mappings/define.ts'
import { deathSteps } from '#data/mappings/words.ts'
import { term } from '#data/vocabularies/vocabulary.ts'

/** ACLED, the 31 columns of an export since 2023. Crosswalk of types: domain reference 4d. */
export const acled = defineMapping({
  id: 'acled',
  dataset: 'incident_reports',
  title: term('ACLED events', 'ACLED事件数据'),
  recognise: [['event_id_cnty'], ['event_date'], ['event_type'], ['sub_event_type'], ['geo_precision'], ['fatalities']],
  fields: {
    incident_id: from('event_id_cnty'),
    title_en: { template: '{sub_event_type}: {location}' },
    event_date: from('event_date'),
    time_precision: from('time_precision'),
    incident_type: {
      from: ['event_type'],
      codes: {
        battles: 'ARMED_CONFLICT',
        'explosions/remote violence': 'ARMED_CONFLICT',
        'violence against civilians': 'SECURITY_FORCE_VIOLENCE',
        protests: 'PROTEST',
        riots: 'PROTEST',
        'strategic developments': 'OTHER',
      },
    },
    issue: {
      from: ['event_type'],
      codes: {
        battles: 'HR',
        'explosions/remote violence': 'HR',
        'violence against civilians': 'HR',
        protests: 'CI',
        riots: 'CI',
      },
      otherwise: null,
    },
    severity: { from: ['fatalities'], steps: deathSteps('2') },
    link_basis: constant('none'),
    iso3: { from: ['iso3', 'iso', 'country'], as: 'country' },
    latitude: from('latitude'),
    longitude: from('longitude'),
    admin1: from('admin1'),
    location: from('location'),
    geo_precision: from('geo_precision'),
    fatalities: from('fatalities'),
    verification: constant('REPORTED'),
    n_sources: { from: ['source'], separator: ';', as: 'count' },
    is_before_ownership: constant(false),
    is_running_total: constant(false),
    source: from('source'),
    note: from('notes'),
  },
  mends: [
    'country_if_unstated',
    'region_of_country',
    'accuracy_from_geo_precision',
    'sensitivity_public_if_unstated',
    'generalised_place',
  ],
  source: {
    publisher: term('ACLED', 'ACLED'),
    licence: 'ACLED terms and conditions',
    licence_url: 'https://acleddata.com/terms-and-conditions/',
    attribution: 'Armed Conflict Location & Event Data (ACLED)',
    url: 'https://acleddata.com/',
  },
  release: { isRequired: false },
  redistribution: 'derived_only',
  terms: term(
    'Raw events must not be passed on; derived figures may, with the name of ACLED and the date of the export.',
    '原始事件不得再分发；衍生数字可发布，须注明ACLED及导出日期。',
  ),
})
