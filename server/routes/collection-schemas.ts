import { z } from '@hono/zod-openapi'
import { bboxSchema, fieldSchema, linkSchema, snapshotId, sourceSchema, textSchema } from '#server/routes/schemas.ts'

const uri = z.string().openapi({ format: 'uri' })
const extentSchema = z
  .object({
    spatial: z.object({ bbox: z.array(bboxSchema), crs: uri }).optional(),
    temporal: z
      .object({
        interval: z.array(
          z
            .array(z.string().openapi({ format: 'date-time' }))
            .min(2)
            .max(2),
        ),
        trs: uri,
      })
      .optional(),
  })
  .openapi('Extent')

export const collectionSchema = z
  .object({
    id: z.string(),
    title: z.string(),
    description: z.string(),
    titles: textSchema,
    descriptions: textSchema,
    itemType: z.enum(['feature']),
    extent: extentSchema.optional(),
    crs: z.array(uri).optional(),
    storageCrs: uri.optional(),
    kind: z.enum(['dataset', 'overlay', 'indicator']),
    indicator: z.string().optional().openapi({ description: 'Of an indicator: its code' }),
    level: z.enum(['region', 'country', 'mine']).optional(),
    geometry: z.enum(['point', 'polygon', 'line', 'none']),
    key: z.string(),
    name: z.object({ en: z.string(), zh: z.string().optional() }),
    fields: z.array(fieldSchema),
    parameters: z.array(z.string()),
    source: sourceSchema.optional(),
    rows: z.number().int().nullable(),
    bbox: bboxSchema.nullable(),
    is_illustrative: z.boolean(),
    quarantined: z.number().int().nullable(),
    links: z.array(linkSchema),
  })
  .openapi('Collection')

export const collectionsSchema = z
  .object({
    snapshot: snapshotId,
    links: z.array(linkSchema),
    crs: z.array(uri).openapi({ description: 'Every coordinate reference system that features come in' }),
    collections: z.array(collectionSchema),
  })
  .openapi('Collections')

export const queryablesSchema = z
  .object({
    $schema: z.string(),
    $id: uri,
    type: z.enum(['object']),
    title: z.string(),
    description: z.string(),
    'x-ogc-titles': textSchema,
    properties: z.record(z.string(), z.record(z.string(), z.any())),
    additionalProperties: z.boolean(),
  })
  .openapi('Queryables')
