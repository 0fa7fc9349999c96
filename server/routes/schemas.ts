import { z } from '@hono/zod-openapi'
import { type Parameter, type ParameterId, parameters } from '#data/parameters.ts'
import { codesOf } from '#data/vocabularies.ts'

export const textSchema = z.object({ en: z.string(), zh: z.string() }).openapi('Text')
export const snapshotId = z.string().openapi({ description: 'The prepared version of the data that answered' })
export const bboxSchema = z.array(z.number()).min(4).max(4).openapi({ description: 'west, south, east, north' })
export const linkSchema = z
  .object({ href: z.string(), rel: z.string(), type: z.string().optional(), title: z.string().optional() })
  .openapi('Link')
export const valueSchema = z.union([z.string(), z.number(), z.boolean(), z.null()])
export const rowSchema = z.record(z.string(), valueSchema).openapi('Row')

export const fieldSchema = z
  .object({
    name: z.string(),
    type: z.enum(['string', 'int', 'bigint', 'double', 'date', 'boolean']),
    label: textSchema,
    isRequired: z.boolean(),
    unit: z.string().optional(),
    vocabulary: z.string().optional(),
    isList: z.boolean().optional(),
    help: textSchema.optional(),
  })
  .openapi('Field')

/** Where a number comes from: shown wherever it is. */
export const sourceSchema = z
  .object({
    dataset: z.string(),
    title: textSchema,
    publisher: textSchema,
    licence: z.string(),
    licence_url: z.string(),
    attribution: z.string(),
    url: z.string(),
    date: z.string(),
    rows: z.number().nullable(),
    is_illustrative: z.boolean(),
    withheld: textSchema.optional(),
  })
  .openapi('Source')

export const problemSchema = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.number(),
    detail: z.string().optional(),
    instance: z.string(),
    request_id: z.string(),
    errors: z.array(z.object({ parameter: z.string(), reason: z.string() })).optional(),
  })
  .openapi('Problem')

export const sqlSchema = z
  .object({
    sql: z.string(),
    parameters: z.record(
      z.string(),
      z.object({
        type: z.enum(['string', 'int', 'bigint', 'double', 'date', 'boolean']),
        value: valueSchema,
      }),
    ),
  })
  .openapi('Sql')

/** What one query parameter may be, for the OpenAPI document; reading and refusing is `readParameters`. */
function described(id: ParameterId): z.ZodOptional<z.ZodString> {
  const { type, label, vocabulary, isList, unit, min, max, default: standard } = parameters[id] as Parameter
  const notes = [
    label.en,
    unit && `in ${unit}`,
    isList && 'several values joined by commas',
    vocabulary && `of ${codesOf(vocabulary).join(' ')}`,
    min !== undefined && max !== undefined && `${min} to ${max}`,
    standard !== undefined && `default ${standard}`,
  ]
  const description = notes.filter(Boolean).join('; ')
  return z
    .string('is given twice')
    .optional()
    .openapi({ description, ...(type === 'date' && { format: 'date' }) })
}

type Described<Id extends ParameterId> = { [Name in Id]: z.ZodOptional<z.ZodString> }

/** The query schema of some declared parameters: texts on the wire. */
export function querySchema<const Id extends ParameterId>(ids: readonly Id[]): z.ZodObject<Described<Id>> {
  return z.object(Object.fromEntries(ids.map((id) => [id, described(id)])) as Described<Id>)
}

export const allParameterIds = Object.keys(parameters) as ParameterId[]

/** What a page takes that comes as JSON and for people. */
export const pageQuery = z.strictObject({
  f: z
    .enum(['json', 'html'], 'must be json or html')
    .optional()
    .openapi({ description: 'Without it, what the client accepts' }),
  lang: z.enum(['en', 'zh'], 'must be en or zh').optional().openapi({ description: 'Language of a page for people' }),
})

/** A JSON answer in a route. */
export const json = <Schema extends z.ZodType>(schema: Schema, description: string) => ({
  description,
  content: { 'application/json': { schema } },
})
