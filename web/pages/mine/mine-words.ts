import type { Row } from '#web/api/features.ts'
import { formatExact, formatList } from '#web/encoding/format.ts'
import { useCountryNames } from '#web/panels/use-country-names.ts'
import { type Language, useSpeech } from '#web/text/text.ts'

interface Named {
  readonly name_en: string | null
  readonly name_zh?: string | null
}

/** The name of something near a mine, in the language of the page where it has one. */
export const nearName = ({ name_en, name_zh }: Named, otherwise: string, language: Language): string =>
  (language === 'zh' ? name_zh : null) ?? name_en ?? otherwise

/** How one mine is called and what is said of it in a line. */
export function useMineWords() {
  const { language, nameOf } = useSpeech()
  const { nameOfCountry } = useCountryNames()
  const commoditiesOf = (mine: Row): string =>
    formatList(
      ['commod1', 'commod2', 'commod3'].flatMap((name) =>
        mine[name] ? [nameOf('commodity', String(mine[name]))] : [],
      ),
      language,
    )
  return {
    commoditiesOf,
    nameOf: (mine: Row): string => String((language === 'zh' ? mine.mine_name_zh : null) ?? mine.mine_name),
    aboutOf: (mine: Row): string =>
      [
        nameOf('mine_dataset', String(mine.mine_dataset)),
        nameOfCountry(String(mine.iso3)),
        commoditiesOf(mine),
        nameOf('mine_status', String(mine.dev_stat)),
      ]
        .filter(Boolean)
        .join(' · '),
  }
}

/** Decimals that the accuracy of a place bears: ten kilometres are a tenth of a degree. */
const digitsOf = (accuracy: unknown): number =>
  accuracy === 'COORDINATES' || accuracy === 'EXACT_LOCATION' ? 4 : accuracy === 'APPROXIMATE_LOCATION' ? 1 : 0

/** `10.5746° S, 26.1876° E`, no finer than the place is known. */
export function coordinateText(mine: Row, language: Language): string {
  const digits = digitsOf(mine.loc_accuracy)
  const side = (value: number, positive: string, negative: string) =>
    `${formatExact(Math.abs(value), language, digits)}° ${value < 0 ? negative : positive}`
  return `${side(Number(mine.latitude), 'N', 'S')}, ${side(Number(mine.longitude), 'E', 'W')}`
}
