import { createRoute, z } from '@hono/zod-openapi'
import { geometryQuery, rowsQuery } from '#server/engine/selection.ts'
import { findCollection } from '#server/routes/collection.ts'
import { queryTexts } from '#server/routes/context.ts'
import { newRoutes } from '#server/routes/new-routes.ts'
import { json, snapshotId, sqlSchema } from '#server/routes/schemas.ts'
import { readSelection } from '#server/routes/selection-request.ts'

const route = createRoute({
  method: 'get',
  path: '/collections/{collectionId}/sql',
  operationId: 'getCollectionSql',
  summary: 'The statement that selects the features of a collection',
  description: 'Takes the same filters as its items.',
  request: {
    params: z.object({ collectionId: z.string() }),
    query: z.object({ bbox: z.string().optional(), ids: z.string().optional() }).catchall(z.string()),
  },
  responses: { 200: json(sqlSchema.extend({ snapshot: snapshotId }), 'A statement with its parameters') },
})

/** How the features of a collection come about. */
export const collectionSqlRoutes = () =>
  newRoutes().openapi(route, (c) => {
    const collection = findCollection(c.req.valid('param').collectionId)
    const { selection } = readSelection(collection, queryTexts(c), { maxItems: 1 })
    const query = collection.geometry === 'none' ? rowsQuery(selection) : geometryQuery(selection)
    return c.json({ ...query, snapshot: c.var.engine.manifest.snapshot }, 200)
  })
