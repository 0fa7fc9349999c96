import { createRoute, z } from '@hono/zod-openapi'
import { queryablesOf } from '#server/cql2/queryables-document.ts'
import { crsUris } from '#server/engine/crs.ts'
import { absolute, selfAndHtml } from '#server/http/address.ts'
import { findCollection, publicCollections } from '#server/routes/collection.ts'
import { describeCollection } from '#server/routes/collection-describe.ts'
import { collectionSchema, collectionsSchema, queryablesSchema } from '#server/routes/collection-schemas.ts'
import { answerText } from '#server/routes/context.ts'
import { newRoutes } from '#server/routes/new-routes.ts'
import { json, pageQuery, snapshotId } from '#server/routes/schemas.ts'

const schemaJson = 'application/schema+json'
const params = z.object({ collectionId: z.string() })

const list = createRoute({
  method: 'get',
  path: '/collections',
  operationId: 'getCollections',
  summary: 'Every dataset, overlay and indicator',
  request: { query: pageQuery },
  responses: { 200: json(collectionsSchema, 'Datasets, overlays and indicators alike') },
})

const one = createRoute({
  method: 'get',
  path: '/collections/{collectionId}',
  operationId: 'describeCollection',
  summary: 'One dataset, overlay or indicator',
  request: { params, query: pageQuery },
  responses: { 200: json(collectionSchema.extend({ snapshot: snapshotId }), 'The collection') },
})

const queryables = createRoute({
  method: 'get',
  path: '/collections/{collectionId}/queryables',
  operationId: 'getQueryables',
  summary: 'What a filter may name',
  request: { params, query: pageQuery },
  responses: {
    200: {
      description: 'A JSON Schema: each property of a feature that a filter or a query parameter may name',
      content: { [schemaJson]: { schema: queryablesSchema } },
    },
  },
})

/** What there is: datasets, overlays and indicators, and what each can be asked. */
export const collectionRoutes = () =>
  newRoutes()
    .openapi(list, async (c) => {
      const { snapshot } = c.var.engine.manifest
      const collections = await Promise.all(publicCollections.map((one) => describeCollection(c, one, false)))
      return c.json({ snapshot, links: selfAndHtml(c), crs: [...crsUris], collections }, 200)
    })
    .openapi(one, async (c) => {
      const collection = findCollection(c.req.valid('param').collectionId)
      const described = await describeCollection(c, collection, true)
      return c.json({ ...described, snapshot: c.var.engine.manifest.snapshot }, 200)
    })
    .openapi(queryables, (c) => {
      const collection = findCollection(c.req.valid('param').collectionId)
      const address = absolute(c, `/api/collections/${collection.id}/queryables`)
      return answerText<z.infer<typeof queryablesSchema>>(
        c,
        JSON.stringify(queryablesOf(collection, address)),
        schemaJson,
      )
    })
