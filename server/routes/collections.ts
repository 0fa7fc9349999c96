import { createRoute, z } from '@hono/zod-openapi'
import { describeCollection, findCollection, publicCollections } from '#server/routes/collection.ts'
import { newRoutes } from '#server/routes/new-routes.ts'
import {
  bboxSchema,
  fieldSchema,
  json,
  linkSchema,
  snapshotId,
  sourceSchema,
  textSchema,
} from '#server/routes/schemas.ts'

export const collectionSchema = z
  .object({
    id: z.string(),
    title: textSchema,
    description: textSchema,
    kind: z.enum(['dataset', 'overlay']),
    geometry: z.enum(['point', 'polygon', 'line', 'none']),
    key: z.string(),
    name: z.object({ en: z.string(), zh: z.string().optional() }),
    fields: z.array(fieldSchema),
    parameters: z.array(z.string()),
    source: sourceSchema.optional(),
    rows: z.number().nullable(),
    bbox: bboxSchema.nullable(),
    is_illustrative: z.boolean(),
    quarantined: z.number().nullable(),
    links: z.array(linkSchema),
  })
  .openapi('Collection')

const collectionsSchema = z.object({ snapshot: snapshotId, collections: z.array(collectionSchema) })

const list = createRoute({
  method: 'get',
  path: '/collections',
  operationId: 'getCollections',
  summary: 'Every dataset and overlay',
  responses: { 200: json(collectionsSchema, 'Datasets and overlays alike') },
})

const one = createRoute({
  method: 'get',
  path: '/collections/{collectionId}',
  operationId: 'getCollection',
  summary: 'One dataset or overlay',
  request: { params: z.object({ collectionId: z.string() }) },
  responses: { 200: json(collectionSchema.extend({ snapshot: snapshotId }), 'The collection') },
})

/** What there is: datasets and overlays. */
export const collectionRoutes = () =>
  newRoutes()
    .openapi(list, (c) => {
      const { manifest } = c.var.engine
      const collections = publicCollections.map((collection) => describeCollection(collection, manifest))
      return c.json({ snapshot: manifest.snapshot, collections }, 200)
    })
    .openapi(one, (c) => {
      const { manifest } = c.var.engine
      const collection = findCollection(c.req.valid('param').collectionId)
      return c.json({ ...describeCollection(collection, manifest), snapshot: manifest.snapshot }, 200)
    })
