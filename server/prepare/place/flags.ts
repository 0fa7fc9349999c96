import type { MendContext } from '#server/prepare/mend/mend.ts'
import { borderToleranceM, coastToleranceM } from '#server/prepare/place/country-index.ts'
import { pointOf } from '#server/prepare/place/point.ts'
import type { Row } from '#server/prepare/read/record.ts'

/** Something odd about an accepted row that prepare can't decide. */
export interface Flag {
  readonly rule: 'outside_stated_country' | 'country_unknown' | 'region_differs'
  readonly detail: string
}

function countryFlag(row: Row, iso3: string, { countries }: MendContext): Flag | null {
  const point = pointOf(row)
  if (point === null) return null
  if (!countries.has(iso3)) return { rule: 'country_unknown', detail: `${iso3} has no outline` }
  const found = countries.countryAt(point)
  if (found === iso3) return null
  const distanceM = countries.distanceM(iso3, point)
  if (distanceM <= (found === null ? coastToleranceM : borderToleranceM)) return null
  const where = found === null ? 'at sea' : `in ${found}`
  return { rule: 'outside_stated_country', detail: `${where}, ${(distanceM / 1000).toFixed(1)} km outside ${iso3}` }
}

/** The flags of one checked row that has a country: its place against its country, its region against its country's. */
export function flagsOf(row: Row, context: MendContext): Flag[] {
  const iso3 = row.iso3 ?? null
  if (iso3 === null || !('region_id' in row) || !('latitude' in row)) return []
  const flags = [countryFlag(row, String(iso3), context)]
  const region = context.regionOfCountry.get(String(iso3))
  if (region !== row.region_id) {
    flags.push({
      rule: 'region_differs',
      detail: `${iso3} counts for ${region ?? 'no region'}, the row says ${row.region_id}`,
    })
  }
  return flags.filter((flag) => flag !== null)
}
