import type { ReactNode } from 'react'
import type { Field } from '#data/field.ts'
import type { Value } from '#web/api/features.ts'
import { formatDay, formatExact, formatList, unitText } from '#web/encoding/format.ts'
import { useCountryNames } from '#web/panels/use-country-names.ts'
import { foreignTag, useSpeech } from '#web/text/text.ts'

const addressOf = (text: string): URL | null => (/^https?:\/\//.test(text) && URL.canParse(text) ? new URL(text) : null)

/** How the value of a declared field is written for a reader: names for codes, units after numbers, days spelled out. */
export function useFieldText() {
  const { t, language, nameOf } = useSpeech()
  const { nameOfCountry } = useCountryNames()
  const words = (name: string, field: Pick<Field, 'type' | 'vocabulary' | 'isList' | 'unit'>, value: Value): string => {
    const { vocabulary } = field
    if (typeof value === 'boolean') return t(value ? 'value.yes' : 'value.no')
    if (typeof value === 'number') {
      return field.unit === 'year'
        ? String(value)
        : formatExact(value, language, name.endsWith('_m') ? 0 : 2) + unitText(field.unit, language)
    }
    const text = String(value)
    if (name === 'iso3') return nameOfCountry(text)
    if (vocabulary === undefined) return field.type === 'date' ? formatDay(text, language) : text
    const codes = field.isList ? text.split(';') : [text]
    return formatList(
      codes.map((code) => nameOf(vocabulary, code)),
      language,
    )
  }
  /** The value in words; an address becomes a link, a missing value says so. */
  const shown = (name: string, field: Parameters<typeof words>[1], value: Value | undefined): ReactNode => {
    if (value === null || value === undefined || value === '')
      return <span className="is-missing">{t('value.no_data')}</span>
    const text = words(name, field, value)
    const address = addressOf(text)
    return address === null ? (
      <span lang={foreignTag(text, language)}>{text}</span>
    ) : (
      <a href={address.href} rel="noreferrer" target="_blank">
        {address.hostname}
      </a>
    )
  }
  return { words, shown }
}
