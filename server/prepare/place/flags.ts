import type { CodeOf } from '#data/vocabularies.ts'
import type { MendContext } from '#server/prepare/mend/mend.ts'
import { borderToleranceM, coastToleranceM } from '#server/prepare/place/country-index.ts'
import { pointOf } from '#server/prepare/place/point.ts'
import type { Row } from '#server/prepare/read/record.ts'

/** Something odd about an accepted row that prepare can't decide. */
export interface Flag {
  readonly rule: CodeOf<'finding_rule'>
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

/** The source names a country in words, and the point lies in another one: the point counts. */
function statedFlag(row: Row, iso3: string, { countries, countryOfName }: MendContext): Flag | null {
  const stated = countryOfName.get(String(row.stated_country ?? '').toLowerCase())
  const point = pointOf(row)
  if (stated === undefined || stated === iso3 || point === null) return null
  const km = (countries.distanceM(stated, point) / 1000).toFixed(1)
  return {
    rule: 'stated_country_differs',
    detail: `stated ${row.stated_country}, in ${iso3}, ${km} km outside ${stated}`,
  }
}

function regionFlag(row: Row, iso3: string, { regionOfCountry }: MendContext): Flag | null {
  const region = regionOfCountry.get(iso3)
  if (region === row.region_id) return null
  return {
    rule: 'region_differs',
    detail: `${iso3} counts for ${region ?? 'no region'}, the row says ${row.region_id}`,
  }
}

function mineFlag(row: Row, { dataset, mineIds }: MendContext): Flag | null {
  const mine = row.mine_id ?? null
  if (dataset.role === 'mine' || mine === null || mineIds.has(String(mine))) return null
  return { rule: 'mine_unknown', detail: `no mine has the id ${mine}` }
}

/** The flags of one checked row: its place against its country, its region against its country's, its mine against the mines. */
export function flagsOf(row: Row, context: MendContext): Flag[] {
  const iso3 = row.iso3 ?? null
  const isPlaced = iso3 !== null && 'region_id' in row && 'latitude' in row
  const placeFlags = isPlaced
    ? [countryFlag, statedFlag, regionFlag].map((flag) => flag(row, String(iso3), context))
    : []
  return [...placeFlags, mineFlag(row, context)].filter((flag) => flag !== null)
}
