import { z } from '@hono/zod-openapi'
import {
  fieldSchema,
  linkSchema,
  rowSchema,
  snapshotId,
  sourceSchema,
  sqlSchema,
  textSchema,
  valueSchema,
} from '#server/routes/schemas.ts'

export const levelSchema = z.enum(['region', 'country', 'mine'])

export const indicatorSchema = z
  .object({
    id: z.string(),
    name: textSchema,
    definition: textSchema,
    caveat: textSchema,
    issue: z.string().nullable(),
    class: z.enum(['measured', 'attribute', 'proxy']),
    unit: z.string(),
    denominator_unit: z.string().optional(),
    direction: z.enum(['up', 'down', 'context']),
    aggregation: z.enum(['sum', 'union', 'ratio_of_sums', 'median', 'class_counts']),
    levels: z.array(levelSchema),
    parameters: z.array(z.string()),
    defaults: z.record(z.string(), valueSchema),
    classes: z.string().optional(),
    extras: z.record(z.string(), z.object({ label: textSchema, unit: z.string() })).optional(),
    method: z.string(),
    is_illustrative: z.boolean(),
    needs: z.array(z.object({ dataset: z.string(), field: z.string(), label: textSchema })).optional(),
    no_data: textSchema.optional(),
    rows: z.object({ key: z.string(), fields: z.array(fieldSchema), numerator: z.string() }),
  })
  .openapi('Indicator')

const amounts = {
  value: z.number().nullable(),
  low: z.number().nullable(),
  high: z.number().nullable(),
  numerator: z.number().nullable(),
  denominator: z.number().nullable(),
  n: z.number(),
}

export const placeValueSchema = z
  .object({
    place_id: z.string(),
    name: z.object({ en: z.string(), zh: z.string().nullable() }),
    ...amounts,
    n_approximate: z.number(),
    n_coarse: z.number(),
    share_approximate: z.number().nullable(),
    is_small: z.boolean().openapi({ description: 'A share or rate of fewer than five: tell its counts instead' }),
    classes: z.array(z.object({ class_id: z.string(), ...amounts })),
  })
  .openapi('PlaceValue')

export const indicatorsSchema = z.object({ snapshot: snapshotId, indicators: z.array(indicatorSchema) })

export const indicatorAnswerSchema = z
  .object({
    snapshot: snapshotId,
    indicator: z.string(),
    by: levelSchema,
    parameters: z.record(z.string(), valueSchema),
    period: z.object({ from: z.string(), to: z.string() }).nullable(),
    no_data: textSchema.optional(),
    places: z.array(placeValueSchema),
    sources: z.array(sourceSchema),
    links: z.array(linkSchema),
  })
  .openapi('IndicatorAnswer')

export const indicatorValuesSchema = z
  .object({ snapshot: snapshotId, as_of: z.string(), answers: z.array(indicatorAnswerSchema) })
  .openapi('IndicatorValues')

export const indicatorRowsSchema = z
  .object({
    snapshot: snapshotId,
    indicator: z.string(),
    parameters: z.record(z.string(), valueSchema),
    numberMatched: z.number(),
    numberReturned: z.number(),
    fields: z.array(fieldSchema),
    rows: z.array(rowSchema),
  })
  .openapi('IndicatorRows')

export const indicatorSqlSchema = z
  .object({ snapshot: snapshotId, value: sqlSchema, rows: sqlSchema })
  .openapi('IndicatorSql')
