import type { Field } from '#data/field.ts'
import type { Text } from '#data/vocabularies/vocabulary.ts'
import { vocabularies } from '#data/vocabularies.ts'
import type { Value } from '#server/engine/engine.ts'
import { type Cell, say, type View } from '#server/html/layout.ts'
import { terms, words } from '#server/html/words.ts'

const codeIn = (view: View, { vocabulary }: Field, code: string): string => {
  if (vocabulary === undefined) return code
  const known: Readonly<Record<string, Text>> = vocabularies[vocabulary].terms
  const text = known[code]
  return text ? say(view, text) : code
}

/** A value as a person reads it: codes by their names, no data as a word and never as a zero. */
export function valueCell(view: View, field: Field | undefined, value: Value | undefined): Cell {
  if (value === null || value === undefined) return say(view, words.noData)
  if (typeof value === 'boolean') return say(view, value ? words.yes : words.no)
  if (typeof value === 'number') return value
  if (field === undefined) return value
  return field.isList
    ? value
        .split(';')
        .map((code) => codeIn(view, field, code))
        .join(view.language === 'zh' ? '、' : ', ')
    : codeIn(view, field, value)
}

/** A label with its unit. */
export const labelOf = (view: View, { label, unit }: Field): string =>
  `${say(view, label)}${unit && unit !== 'count' ? ` (${unit})` : ''}`

/** The name of a kind of geometry, value or state, where it has one. */
export function named(view: View, code: string): string {
  const text = terms[code]
  return text ? say(view, text) : code
}
