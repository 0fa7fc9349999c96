import type { Text } from '#data/define.ts'
import type { Field } from '#data/field.ts'
import { type Parameter, parameters } from '#data/parameters.ts'
import { type VocabularyId, vocabularies } from '#data/vocabularies.ts'
import type { Value } from '#server/engine/engine.ts'
import type { Bbox, Period } from '#server/engine/selection.ts'
import type { Language } from '#server/export/job.ts'

type Described = Pick<Parameter, 'label' | 'unit' | 'vocabulary'> | Field

const everything: Text = { en: 'No filter: everything', zh: '无筛选：全部' }
const yes: Text = { en: 'yes', zh: '是' }
const joints = { en: { list: ', ', clause: '; ', colon: ': ' }, zh: { list: '、', clause: ';', colon: ':' } } as const

const termOf = (vocabulary: VocabularyId, code: string, language: Language): string =>
  (vocabularies[vocabulary].terms as Readonly<Record<string, Text>>)[code]?.[language] ?? code

function valueInWords({ vocabulary, unit }: Described, value: Exclude<Value, null>, language: Language): string {
  if (typeof value === 'boolean') return yes[language]
  const codes = String(value).split(',')
  const named = vocabulary ? codes.map((code) => termOf(vocabulary, code, language)) : codes
  return `${named.join(joints[language].list)}${unit && !vocabulary ? ` ${unit}` : ''}`
}

/** Conditions that are no values of fields or parameters. */
interface Conditions {
  readonly bbox?: Bbox | undefined
  readonly period?: Period | undefined
  readonly filter?: { readonly text: string } | undefined
}

const conditionNames = {
  box: { en: 'Bounding box', zh: '范围' },
  period: { en: 'Time', zh: '时间' },
  filter: { en: 'CQL2 filter', zh: 'CQL2筛选' },
} as const

/** What a filter leaves, as a sentence for people. */
export function filterInWords(
  values: Readonly<Record<string, Value>>,
  fields: Readonly<Record<string, Field>> = {},
  { bbox, period, filter }: Conditions = {},
): Text {
  const words = (language: Language): string => {
    const { clause, colon } = joints[language]
    const clauses = Object.entries(values).flatMap(([name, value]) => {
      const described: Described | undefined = fields[name] ?? (parameters as Readonly<Record<string, Parameter>>)[name]
      if (value === null || value === false || described === undefined) return []
      return [`${described.label[language]}${colon}${valueInWords(described, value, language)}`]
    })
    const named = (name: keyof typeof conditionNames, text: string | undefined): string[] =>
      text === undefined ? [] : [`${conditionNames[name][language]}${colon}${text}`]
    const all = [
      ...clauses,
      ...named('box', bbox?.join(', ')),
      ...named('period', period && `${period.from ?? '..'}/${period.to ?? '..'}`),
      ...named('filter', filter?.text),
    ]
    return all.length > 0 ? all.join(clause) : everything[language]
  }
  return { en: words('en'), zh: words('zh') }
}
