import { defineMapping, from } from '#data/mappings/define.ts'
import { term } from '#data/vocabularies/vocabulary.ts'

/**
 * WDPA and WD-OECM, with the names before and since November 2025 (wdpar 1.3.9). What counts in totals follows wdpa_clean (domain reference
 * 3.2): the rule `area_counted_by_wdpa_rule`. A point stands for a circle of its reported size.
 */
export const wdpa = defineMapping({
  id: 'wdpa',
  dataset: 'protected_areas',
  title: term('World Database on Protected Areas', '世界保护区数据库'),
  recognise: [
    ['SITE_ID', 'WDPAID', 'WDPA_ID'],
    ['SITE_PID', 'WDPA_PID'],
    ['DESIG_ENG'],
    ['IUCN_CAT'],
    ['STATUS'],
    ['STATUS_YR'],
    ['REP_AREA'],
  ],
  fields: {
    site_id: from('SITE_PID', 'WDPA_PID', 'SITE_ID', 'WDPAID', 'WDPA_ID'),
    name_eng: from('NAME_ENG', 'NAME'),
    name: from('ORIG_NAME', 'NAME'),
    desig_eng: from('DESIG_ENG', 'DESIG'),
    desig_type: from('DESIG_TYPE'),
    iucn_cat: from('IUCN_CAT'),
    int_crit: {
      from: ['DESIG_ENG'],
      codes: {
        'world heritage site (natural or mixed)': 'World Heritage (natural)',
        'world heritage site (natural)': 'World Heritage (natural)',
        'world heritage site (mixed)': 'World Heritage (mixed)',
        'world heritage site (cultural)': 'World Heritage (cultural)',
        'ramsar site, wetland of international importance': 'Ramsar',
        'unesco-mab biosphere reserve': 'Biosphere',
      },
      otherwise: null,
    },
    realm: {
      from: ['REALM', 'MARINE'],
      codes: {
        0: 'Terrestrial',
        1: 'Coastal',
        2: 'Marine',
        terrestrial: 'Terrestrial',
        coastal: 'Coastal',
        marine: 'Marine',
      },
    },
    iso3: { from: ['ISO3', 'PRNT_ISO3', 'PARENT_ISO3'], separator: ';', take: 0, as: 'country' },
    status: from('STATUS'),
    status_yr: from('STATUS_YR'),
    rep_area_km2: { from: ['REP_AREA'], empty: ['0'] },
    is_approx: { from: ['$geometry'], codes: { point: true, polygon: false }, ifEmpty: true },
    source: { template: 'WDPA {$release}' },
    source_url: { template: 'https://www.protectedplanet.net/{SITE_ID|WDPAID|WDPA_ID}' },
  },
  mends: ['country_if_unstated', 'region_of_country', 'status_year_zero_is_unknown', 'area_counted_by_wdpa_rule'],
  source: {
    publisher: term('UNEP-WCMC and IUCN', '联合国环境署世界保护监测中心与世界自然保护联盟'),
    licence: 'WDPA terms of use',
    licence_url: 'https://www.protectedplanet.net/en/legal',
    attribution: 'UNEP-WCMC and IUCN, Protected Planet: The World Database on Protected Areas',
    url: 'https://www.protectedplanet.net/',
  },
  release: { pattern: '_(?<month>[A-Z][a-z]{2})(?<year>20\\d\\d)', isRequired: true },
  redistribution: 'derived_only',
  terms: term(
    'Must not be passed on and not be used commercially without permission; name the release. Figures of different releases are not comparable.',
    '未经许可不得再分发或用于商业用途；须注明版本。不同版本的数字不可比较。',
  ),
})
