import { constant, defineMapping, from } from '#data/mappings/define.ts'
import { term } from '#data/vocabularies/vocabulary.ts'

const latitude = '^\\s*(-?\\d+(?:\\.\\d+)?)'
const longitude = '(-?\\d+(?:\\.\\d+)?)\\s*$'

/** Land Matrix deals with their locations; only those with mining among the intentions are taken. */
export const landMatrix = defineMapping({
  id: 'land-matrix',
  dataset: 'mines',
  title: term('Land Matrix deals', 'Land Matrix土地交易'),
  recognise: [
    ['Deal ID'],
    ['Intention of investment', 'Current intention of investment', 'Intention'],
    ['Spatial accuracy level', 'Level of accuracy', 'Location 1: Spatial accuracy level', 'Spatial accuracy'],
    ['Negotiation status', 'Current negotiation status', 'Implementation status', 'Current implementation status'],
  ],
  fields: {
    mine_id: { template: 'landmatrix-{Deal ID}' },
    mine_name: from(
      'Project name',
      'Name of investment project',
      'Facility name',
      'Location',
      'Operating company: Name',
      'Operating company',
      'Deal ID',
    ),
    group_name: from('Operating company: Name', 'Operating company', 'Top parent companies'),
    latitude: {
      from: ['Latitude', 'Point lat', 'Location 1: Latitude', 'Point', 'Location 1: Point', '$latitude'],
      pattern: latitude,
    },
    longitude: {
      from: ['Longitude', 'Point lng', 'Location 1: Longitude', 'Point', 'Location 1: Point', '$longitude'],
      pattern: longitude,
    },
    iso3: { from: ['Target country', 'Country', 'Location 1: Target country'], as: 'country' },
    stated_country: from('Target country', 'Country', 'Location 1: Target country'),
    loc_accuracy: {
      from: ['Spatial accuracy level', 'Level of accuracy', 'Location 1: Spatial accuracy level', 'Spatial accuracy'],
      codes: {
        country: 'COUNTRY',
        'administrative region': 'ADMINISTRATIVE_REGION',
        administrative_region: 'ADMINISTRATIVE_REGION',
        'approximate location': 'APPROXIMATE_LOCATION',
        approximate_location: 'APPROXIMATE_LOCATION',
        'exact location': 'EXACT_LOCATION',
        exact_location: 'EXACT_LOCATION',
        coordinates: 'COORDINATES',
      },
    },
    commod1: constant('OTH'),
    asset_type: constant('Mine'),
    dev_stat: {
      from: ['Implementation status', 'Current implementation status'],
      codes: {
        'in operation (production)': 'OPERATING',
        in_operation: 'OPERATING',
        'startup phase (no production)': 'CONSTRUCTION',
        startup_phase: 'CONSTRUCTION',
        'project not started': 'PROPOSED',
        project_not_started: 'PROPOSED',
        'project abandoned': 'CANCELLED',
        project_abandoned: 'CANCELLED',
      },
      otherwise: 'UNKNOWN',
      ifEmpty: 'UNKNOWN',
    },
    ownership_class: constant('UNKNOWN'),
  },
  exclude: [
    {
      column: 'Intention of investment|Current intention of investment|Intention',
      matches: '^(?!.*mining).*$',
      reason: 'mining is not among the intentions of the deal',
    },
  ],
  mends: ['country_if_unstated', 'region_of_country'],
  source: {
    publisher: term('Land Matrix Initiative', 'Land Matrix倡议'),
    licence: 'CC-BY-4.0',
    licence_url: 'https://creativecommons.org/licenses/by/4.0/',
    attribution: 'Land Matrix',
    url: 'https://landmatrix.org/',
  },
  release: { isRequired: false },
  redistribution: 'open',
  terms: term('May be passed on with the name of the Land Matrix and the date.', '注明Land Matrix及日期即可再分发。'),
})
