import { createRoute, z } from '@hono/zod-openapi'
import { incidentFilter } from '#data/parameters.ts'
import { readParameters } from '#server/engine/parameters.ts'
import { queryTexts } from '#server/routes/context.ts'
import { mineReport } from '#server/routes/mine-report.ts'
import { mineReportSchema } from '#server/routes/mine-schemas.ts'
import { newRoutes } from '#server/routes/new-routes.ts'
import { json, querySchema } from '#server/routes/schemas.ts'

const asked = ['radius_km', ...incidentFilter] as const

const report = createRoute({
  method: 'get',
  path: '/mines/{mineId}/report',
  operationId: 'getMineReport',
  summary: 'What lies around one mine',
  request: { params: z.object({ mineId: z.string() }), query: querySchema(asked) },
  responses: { 200: json(mineReportSchema, 'Counts by ring, the nearest features, neighbours and sources') },
})

/** One mine and its surroundings. */
export const mineRoutes = () =>
  newRoutes().openapi(report, async (c) => {
    const values = readParameters(asked, queryTexts(c))
    return c.json(await mineReport(c.var.engine, c.req.valid('param').mineId, values, c.req.raw.signal), 200)
  })
