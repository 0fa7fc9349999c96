import { z } from 'zod'
import type { Text } from '#data/vocabularies/vocabulary.ts'
import { type CodeOf, codesOf, type VocabularyId } from '#data/vocabularies.ts'

/** Column types that DuckDB and Spark spell alike (design.md 5). */
export type SqlType = 'string' | 'int' | 'bigint' | 'double' | 'date' | 'boolean'
export type Unit =
  | 'km'
  | 'm'
  | 'ha'
  | 'km2'
  | 'percent'
  | 'people'
  | 'people_per_year'
  | 'count'
  | 'year'
  | 'of_8'
  | 'per_mine_year'
  | 'per_100k_year'

/** One column: its value type, its name in both languages, its unit and the vocabulary it draws from. */
export interface Field<T = unknown> {
  readonly type: SqlType
  readonly schema: z.ZodType<T>
  readonly label: Text
  readonly isRequired: boolean
  readonly unit?: Unit
  readonly vocabulary?: VocabularyId
  /** Several codes in one cell, separated by `;`. */
  readonly isList?: boolean
  readonly help?: Text
}

export type Fields = Readonly<Record<string, Field>>

interface Options {
  readonly unit?: Unit
  readonly min?: number
  readonly max?: number
  readonly help?: Text
}
type Extras = Pick<Options, 'unit' | 'help'>

const extras = ({ unit, help }: Options): Extras => ({ ...(unit && { unit }), ...(help && { help }) })

function optional<T>(type: SqlType, label: Text, schema: z.ZodType<T>, more: Partial<Field> = {}): Field<T | null> {
  return { type, label, schema: schema.nullable(), isRequired: false, ...more } as Field<T | null>
}

function numberSchema({ min, max }: Options): z.ZodNumber {
  const lower = min === undefined ? z.number() : z.number().min(min)
  return max === undefined ? lower : lower.max(max)
}

export const text = (label: Text, options: Options = {}) => optional('string', label, z.string(), extras(options))
export const url = (label: Text) => optional('string', label, z.url())
export const double = (label: Text, options: Options = {}) =>
  optional('double', label, numberSchema(options), extras(options))
export const int = (label: Text, options: Options = {}) =>
  optional('int', label, numberSchema(options).int(), extras(options))
export const date = (label: Text) => optional('date', label, z.iso.date())
export const flag = (label: Text, options: Options = {}) => optional('boolean', label, z.boolean(), extras(options))

/** One code of a vocabulary. */
export function code<Id extends VocabularyId>(label: Text, vocabulary: Id): Field<CodeOf<Id> | null> {
  return optional('string', label, z.enum(codesOf(vocabulary)) as unknown as z.ZodType<CodeOf<Id>>, { vocabulary })
}

/** Several codes of one vocabulary in one cell, written `A;B`. */
export function codeList(label: Text, vocabulary: VocabularyId): Field<string | null> {
  const known = new Set<string>(codesOf(vocabulary))
  const schema = z.string().refine((value) => value.split(';').every((part) => known.has(part)), 'unknown code')
  return optional('string', label, schema, { vocabulary, isList: true })
}

/** The same field, but a row without a value is quarantined. */
export function required<T>(field: Field<T | null>): Field<T> {
  const inner = (field.schema as unknown as z.ZodNullable<z.ZodType<T>>).unwrap()
  return { ...field, schema: inner as z.ZodType<T>, isRequired: true }
}
