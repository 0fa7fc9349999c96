import { countryAliases } from '#data/mappings/country-aliases.ts'
import isoCountries from '#data/mappings/iso-countries.json' with { type: 'json' }

const byWord = new Map<string, string>(Object.entries(countryAliases))
// ISO 3166-1 with the English names of GeoNames (CC BY 4.0); Kosovo has its user-assigned code.
for (const { iso3, iso2, numeric, name } of isoCountries) {
  for (const word of [iso3, iso2, name]) byWord.set(word.toLowerCase(), iso3)
  byWord.set(String(numeric), iso3)
}

/** Alpha-3 of a country written as alpha-3, alpha-2, a number or an English name; null for any other word. */
export function iso3Of(word: string): string | null {
  const text = word.trim().toLowerCase()
  return byWord.get(text) ?? byWord.get(text.replace(/^0+(?=\d)/, '').replace(/\.0+$/, '')) ?? null
}
