import { type Parameter, type ParameterId, parameters } from '#data/parameters.ts'
import { formatList } from '#web/encoding/format.ts'
import { useCountryNames } from '#web/panels/use-country-names.ts'
import type { Filter } from '#web/state/view.ts'
import { useSpeech } from '#web/text/text.ts'

/** A filter in words, one text a parameter that differs from its default. */
export function useFilterWords(filter: Filter): string[] {
  const { say, nameOf, language } = useSpeech()
  const { nameOfCountry } = useCountryNames()
  return Object.entries(filter).map(([id, text]) => {
    const parameter: Parameter = parameters[id as ParameterId]
    const { vocabulary } = parameter
    const label = say(parameter.label)
    if (parameter.type === 'boolean') return label
    const codes = parameter.isList ? text.split(',') : [text]
    const names = codes.map((code) => {
      if (id === 'country') return nameOfCountry(code)
      return vocabulary === undefined ? code : nameOf(vocabulary, code)
    })
    const unit = parameter.unit === undefined ? '' : ` ${parameter.unit}`
    return `${label} ${formatList(names, language)}${unit}`
  })
}
