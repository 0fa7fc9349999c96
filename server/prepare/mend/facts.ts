import { term } from '#data/vocabularies/vocabulary.ts'
import type { Mend } from '#server/prepare/mend/mend.ts'

export const statusYearZeroIsUnknown: Mend = {
  id: 'status_year_zero_is_unknown',
  kind: 'mend',
  description: term('A status year of 0 means unknown (WDPA).', '状态年份为0表示未知(WDPA惯例)。'),
  apply(row) {
    if (Number(row.status_yr ?? Number.NaN) !== 0) return null
    row.status_yr = null
    return { detail: 'status_yr: 0' }
  },
}

export const populationZeroIsUnknown: Mend = {
  id: 'population_zero_is_unknown',
  kind: 'derive',
  description: term('GeoNames writes 0 where it knows no population.', 'GeoNames以0表示人口未知。'),
  apply(row) {
    if (Number(row.population ?? Number.NaN) !== 0) return null
    row.population = null
    return { detail: 'population: 0' }
  },
}

const accuracies: Readonly<Record<string, string>> = {
  '1': 'EXACT_LOCATION',
  '2': 'APPROXIMATE_LOCATION',
  '3': 'ADMINISTRATIVE_REGION',
}

export const accuracyFromGeoPrecision: Mend = {
  id: 'accuracy_from_geo_precision',
  kind: 'derive',
  description: term(
    'ACLED precision 1, 2, 3 is read as exact, approximate, administrative region where no accuracy is stated.',
    '未注明精度时，ACLED地理精度1、2、3分别视为准确位置、大致位置、行政区级。',
  ),
  supplies: ['loc_accuracy'],
  apply(row) {
    const accuracy = accuracies[String(row.geo_precision)]
    if ((row.loc_accuracy ?? null) !== null || accuracy === undefined) return null
    row.loc_accuracy = accuracy
    return { detail: accuracy }
  },
}

export const sensitivityPublicIfUnstated: Mend = {
  id: 'sensitivity_public_if_unstated',
  kind: 'derive',
  description: term('A report without a sensitivity is public.', '未注明敏感度的报告视为公开。'),
  supplies: ['sensitivity'],
  apply(row) {
    if ((row.sensitivity ?? null) !== null) return null
    row.sensitivity = 'PUBLIC'
    return { detail: 'PUBLIC' }
  },
}

/** Before anything is measured: distances to several mines would tell the place again. */
export const generalisedPlace: Mend = {
  id: 'generalised_place',
  kind: 'derive',
  description: term(
    'The place of a report whose location must be generalised is rounded to a tenth of a degree and read as approximate.',
    '须模糊化位置的报告，其坐标取整至0.1度，并视为大致位置。',
  ),
  apply(row) {
    if (row.sensitivity !== 'SNAPPED') return null
    for (const name of ['latitude', 'longitude']) row[name] = Math.round(Number(row[name]) * 10) / 10
    if (String(row.geo_precision) === '1') row.geo_precision = '2'
    if (String(row.geo_precision) === '2') row.loc_accuracy = accuracies['2'] ?? null
    return { detail: 'SNAPPED' }
  },
}

/** Why an area is left out of totals, or null (wdpar `wdpa_clean`, after UNEP-WCMC). */
function reasonLeftOut(status: unknown, criterion: unknown, realm: unknown): string | null {
  if (!['Designated', 'Inscribed', 'Established'].includes(String(status))) return 'status'
  if (criterion === 'Biosphere') return 'biosphere reserve'
  return realm === 'Marine' ? 'marine' : null
}

export const areaCountedByWdpaRule: Mend = {
  id: 'area_counted_by_wdpa_rule',
  kind: 'derive',
  description: term(
    'Areas that are not designated, inscribed or established, biosphere reserves and marine areas are left out of totals.',
    '未指定、未列入或未建立的保护区、生物圈保护区和海洋保护区不计入总数。',
  ),
  supplies: ['is_counted'],
  apply(row) {
    const reason = reasonLeftOut(row.status, row.int_crit, row.realm)
    row.is_counted = reason === null
    return reason === null ? null : { detail: reason }
  },
}
