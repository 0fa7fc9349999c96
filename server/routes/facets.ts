import { createRoute, z } from '@hono/zod-openapi'
import { incidentFilter, mineFilter } from '#data/parameters.ts'
import { readParameters } from '#server/engine/parameters.ts'
import { queryTexts } from '#server/routes/context.ts'
import { facets } from '#server/routes/facet-answer.ts'
import { newRoutes } from '#server/routes/new-routes.ts'
import { json, querySchema, snapshotId } from '#server/routes/schemas.ts'

const asked = [...mineFilter, ...incidentFilter, 'radius_km'] as const
const layer = z.object({ n: z.number(), in_ring: z.number().nullable() })

export const facetsSchema = z
  .object({
    snapshot: snapshotId,
    facets: z.array(z.object({ parameter: z.string(), value: z.string(), n: z.number() })),
    dropped: z.object({ mines: z.number(), incidents: z.number() }),
    layers: z.object({
      pilot_mines: layer,
      mines: layer,
      host_communities: layer,
      protected_areas: layer,
      incident_reports: layer,
    }),
  })
  .openapi('Facets')

const route = createRoute({
  method: 'get',
  path: '/facets',
  operationId: 'getFacets',
  summary: 'How many mines and incident reports each filter value would leave',
  request: { query: querySchema(asked) },
  responses: { 200: json(facetsSchema, 'Counts beside each choice, all other filters kept') },
})

/** Live counts beside the filters. */
export const facetRoutes = () =>
  newRoutes().openapi(route, async (c) => {
    const values = readParameters(asked, queryTexts(c))
    return c.json(await facets(c.var.engine, values, c.req.raw.signal), 200)
  })
