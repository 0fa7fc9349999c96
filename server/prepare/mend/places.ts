import { term } from '#data/vocabularies/vocabulary.ts'
import type { Mend } from '#server/prepare/mend/mend.ts'
import { type CountryIndex, coastToleranceM, islandToleranceM } from '#server/prepare/place/country-index.ts'
import { pointOf, roughDistanceM } from '#server/prepare/place/point.ts'

export const countryByLocation: Mend = {
  id: 'country_by_location',
  kind: 'derive',
  description: term(
    'The country is the one whose polygon holds the point, or the nearest one within 25 km of a point at sea, flagged beyond 5 km.',
    '国家取包含该点的多边形；位于海上的点取25公里内最近的国家，超过5公里者予以标记。',
  ),
  supplies: ['iso3'],
  apply(row, { countries }) {
    const point = pointOf(row)
    if (point === null) return null
    const country = countries.countryAt(point) ?? countries.nearest(point, islandToleranceM)?.iso3 ?? null
    row.iso3 = country
    if (country === null) return { column: 'iso3', reason: 'in no country and none within 25 km' }
    return { detail: country }
  },
}

export const countryIfUnstated: Mend = {
  id: 'country_if_unstated',
  kind: 'derive',
  description: term(
    'A row that states no country gets the one that its point lies in, as of country_by_location.',
    '未注明国家的记录按其点位所在国家填补，规则同country_by_location。',
  ),
  supplies: ['iso3'],
  apply(row, context) {
    return (row.iso3 ?? null) === null ? countryByLocation.apply(row, context) : null
  },
}

export const regionOfCountry: Mend = {
  id: 'region_of_country',
  kind: 'derive',
  description: term(
    'The region is that of the country in the table region_countries.',
    '区域依据region_countries表中的国家确定。',
  ),
  supplies: ['region_id'],
  apply(row, { regionOfCountry: regions }) {
    if ((row.region_id ?? null) !== null) return null
    const country = row.iso3 ?? null
    if (country === null) return null
    const region = regions.get(String(country)) ?? null
    row.region_id = region
    return region === null
      ? { column: 'region_id', reason: `outside the four regions (${country})` }
      : { detail: region }
  },
}

/** Latitude and longitude exchanged beyond doubt: as they stand the point can't be where it is said to be, exchanged it is. */
function isSwapped(iso3: string, latitude: number, longitude: number, countries: CountryIndex): boolean {
  if (Math.abs(longitude) > 90) return false
  const isPossible = Math.abs(latitude) <= 90
  const farM = isPossible ? countries.distanceM(iso3, [longitude, latitude]) : Infinity
  return farM > 100_000 && countries.distanceM(iso3, [latitude, longitude]) <= coastToleranceM
}

export const swappedCoordinates: Mend = {
  id: 'swapped_coordinates',
  kind: 'mend',
  description: term(
    'Latitude and longitude change places where only that puts the point into its stated country.',
    '仅当互换经纬度才能使该点落入所述国家时，予以互换。',
  ),
  apply(row, { countries }) {
    const [latitude, longitude] = [Number(row.latitude ?? Number.NaN), Number(row.longitude ?? Number.NaN)]
    const iso3 = row.iso3 ?? null
    if (iso3 === null || Number.isNaN(latitude) || Number.isNaN(longitude)) return null
    if (!isSwapped(String(iso3), latitude, longitude, countries)) return null
    row.latitude = longitude
    row.longitude = latitude
    const movedM = Math.abs(latitude) > 90 ? null : roughDistanceM([longitude, latitude], [latitude, longitude])
    return { detail: `latitude ${latitude}, longitude ${longitude}`, ...(movedM !== null && { movedM }) }
  },
}
