import { useQuery } from '@tanstack/react-query'
import { useCallback } from 'react'
import { type CountryName, countriesQuery } from '#web/api/queries.ts'
import { useSpeech } from '#web/text/text.ts'

const none: readonly CountryName[] = []

/** Names of countries from the data; the code itself until they are there. */
export function useCountryNames() {
  const { language } = useSpeech()
  const { data: countries = none } = useQuery(countriesQuery())
  const nameOfCountry = useCallback(
    (iso3: string): string => {
      const country = countries.find((known) => known.iso3 === iso3)
      return (language === 'zh' ? country?.name_zh : null) ?? country?.name_en ?? iso3
    },
    [countries, language],
  )
  return { countries, nameOfCountry }
}
