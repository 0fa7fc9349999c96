import { z } from 'zod'
import { type Parameter, type ParameterId, parameters } from '#data/parameters.ts'
import { codesOf } from '#data/vocabularies.ts'
import type { BoundParameter, Value } from '#server/engine/engine.ts'
import { Problem, type Reason } from '#server/problem.ts'

export type ParameterValues = Readonly<Partial<Record<ParameterId, Value>>>
/** A query string as read: the texts of each name, in order. */
export type QueryTexts = Readonly<Record<string, readonly string[]>>

const plainText = z
  .string()
  .min(1, 'must not be empty')
  .max(2_000, 'is too long')
  .refine((text) => !/\p{Cc}/u.test(text), 'has control characters')

const numberText = plainText.regex(/^-?\d{1,15}(\.\d{1,15})?$/, 'is not a number').transform(Number)

function inRange({ min, max }: Parameter): z.ZodType<number, string> {
  return numberText
    .refine((value) => min === undefined || value >= min, `must be at least ${min}`)
    .refine((value) => max === undefined || value <= max, `must be at most ${max}`)
}

function vocabularyText(parameter: Parameter): z.ZodType<string, string> {
  const { vocabulary } = parameter
  if (vocabulary === undefined) return plainText
  const known = new Set<string>(codesOf(vocabulary))
  const reason = `must be one of ${[...known].join(', ')}`
  return plainText.refine((code) => known.has(code), reason)
}

function listText(parameter: Parameter): z.ZodType<string, string> {
  const one = vocabularyText(parameter)
  return plainText
    .transform((text) => [...new Set(text.split(',').map((part) => part.trim()))])
    .pipe(z.array(one).max(300, 'has too many values'))
    .transform((codes) => codes.join(','))
}

const dateText = z.iso.date('must be a date like 2025-12-31')
const booleanText = z.enum(['true', 'false'], 'must be true or false').transform((text) => text === 'true')

/** The schema that one query parameter is read with: text in, typed value out. */
export function schemaOf(parameter: Omit<Parameter, 'default'>): z.ZodType<Value, string> {
  switch (parameter.type) {
    case 'double':
      return inRange(parameter)
    case 'int':
    case 'bigint':
      return vocabularyText(parameter).pipe(inRange(parameter).refine(Number.isInteger, 'is not a whole number'))
    case 'boolean':
      return booleanText
    case 'date':
      return dateText
    case 'string':
      return parameter.isList ? listText(parameter) : vocabularyText(parameter)
  }
}

export const parameterSchemas = Object.fromEntries(
  Object.entries(parameters).map(([id, parameter]) => [id, schemaOf(parameter)]),
) as Record<ParameterId, z.ZodType<Value, string>>

/** The one text of a name, or the reason why there is not exactly one. */
export function onlyText(texts: readonly string[]): { text: string } | { reason: string } {
  const [text, second] = texts
  if (text === undefined) return { reason: 'must not be empty' }
  return second === undefined ? { text } : { reason: 'is given twice' }
}

function defaultOf(id: ParameterId, defaults: ParameterValues): Value {
  const { default: own } = parameters[id] as Parameter
  return defaults[id] ?? own ?? null
}

/**
 * The values of the declared parameters: from the query string, else the default, else null.
 * @param others names that the caller reads itself
 * @throws {Problem} `bad_parameter` with every reason, for unknown names too
 */
export function readParameters(
  declared: readonly ParameterId[],
  query: QueryTexts,
  { defaults = {}, others = [] }: { defaults?: ParameterValues; others?: readonly string[] } = {},
): Record<string, Value> {
  const errors: Reason[] = []
  const values: Record<string, Value> = {}
  for (const id of declared) values[id] = defaultOf(id, defaults)
  for (const [name, texts] of Object.entries(query)) {
    if (others.includes(name)) continue
    const outcome = readOne(declared, name, texts)
    if ('reason' in outcome) errors.push({ parameter: name, reason: outcome.reason })
    else values[name] = outcome.value
  }
  const { from, to } = values
  if (typeof from === 'string' && typeof to === 'string' && from > to) {
    errors.push({ parameter: 'from', reason: 'is after to' })
  }
  if (errors.length > 0) throw badParameters(errors)
  return values
}

function readOne(declared: readonly ParameterId[], name: string, texts: readonly string[]) {
  if (!isDeclared(declared, name))
    return { reason: declared.length > 0 ? `is not one of ${[...declared].sort().join(', ')}` : 'means nothing here' }
  const only = onlyText(texts)
  if ('reason' in only) return only
  const read = parameterSchemas[name].safeParse(only.text)
  return read.success ? { value: read.data } : { reason: read.error.issues[0]?.message ?? 'is not valid' }
}

const isDeclared = (declared: readonly ParameterId[], name: string): name is ParameterId =>
  (declared as readonly string[]).includes(name)

export const badParameters = (errors: readonly Reason[]): Problem =>
  new Problem('bad_parameter', {
    detail: errors.map(({ parameter, reason }) => `${parameter} ${reason}`).join('; '),
    errors,
  })

/** Values with the types that their declarations give them, ready to bind. */
export function bound(values: Readonly<Record<string, Value>>): Record<string, BoundParameter> {
  return Object.fromEntries(
    Object.entries(values).map(([id, value]) => [id, { type: parameters[id as ParameterId].type, value }]),
  )
}
