import type { z } from 'zod'
import type { Field } from '#data/field.ts'
import { vocabularies } from '#data/vocabularies.ts'
import type { Value } from '#server/prepare/read/record.ts'

/** A value that became one of its field's type, or the reason why it can't. */
export type Checked = { readonly value: Value } | { readonly reason: string }

const numberText = /^[+-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?$/i
const truths: Readonly<Record<string, boolean>> = {
  true: true,
  false: false,
  yes: true,
  no: false,
  '1': true,
  '0': false,
}

const show = (value: Value): string => JSON.stringify(typeof value === 'string' ? value.slice(0, 80) : value)

function toNumber(value: Value): Checked {
  if (typeof value === 'number' && Number.isFinite(value)) return { value }
  const text = String(value)
  return numberText.test(text) ? { value: Number(text) } : { reason: `${show(value)} is not a number` }
}

function toBoolean(value: Value): Checked {
  if (typeof value === 'boolean') return { value }
  const truth = truths[String(value).toLowerCase()]
  return truth === undefined ? { reason: `${show(value)} is neither true nor false` } : { value: truth }
}

function toType(field: Field, value: Value): Checked {
  if (field.type === 'string') return { value: String(value) }
  if (field.type === 'boolean') return toBoolean(value)
  if (field.type === 'date') return { value: String(value) }
  return toNumber(value)
}

/** What a person reads where a value does not fit its declaration. */
function reasonOf(field: Field, value: Value, issue: z.core.$ZodIssue | undefined): string {
  if (field.vocabulary !== undefined) {
    return `${show(value)} is not in the vocabulary "${vocabularies[field.vocabulary].title.en}"`
  }
  if (field.type === 'date') return `${show(value)} is not a date (YYYY-MM-DD)`
  if (issue?.code === 'too_small') return `${show(value)} is below ${issue.minimum}`
  if (issue?.code === 'too_big') return `${show(value)} is above ${issue.maximum}`
  if (field.type === 'int') return `${show(value)} is not a whole number`
  return `${show(value)} does not fit: ${issue?.message ?? 'unknown reason'}`
}

/** Bring one cell to the type of its field and hold it against the field's schema. */
export function checkValue(field: Field, value: Value): Checked {
  if (value === null) return field.isRequired ? { reason: 'is empty' } : { value }
  const typed = toType(field, value)
  if ('reason' in typed) return typed
  const result = field.schema.safeParse(typed.value)
  if (result.success) return typed
  return { reason: reasonOf(field, typed.value, result.error.issues[0]) }
}
