import { createRoute, z } from '@hono/zod-openapi'
import { overlays } from '#data/catalog.ts'
import { incidentFilter, mineFilter, parameters } from '#data/parameters.ts'
import { readParameters } from '#server/engine/parameters.ts'
import { queryTexts } from '#server/routes/context.ts'
import { sourcesBehind } from '#server/routes/indicator-answer.ts'
import { newRoutes } from '#server/routes/new-routes.ts'
import { answerParts } from '#server/routes/page-parts.ts'
import { json, querySchema, rowSchema, snapshotId, sourceSchema, valueSchema } from '#server/routes/schemas.ts'

const asked = [...mineFilter, ...incidentFilter, 'radius_km'] as const
const rows = z.array(rowSchema)
/** Where the pilots are, as the programme has them, and the list of countries without one, as the filter leaves it. */
const parts = {
  cells: overlays.pilot_coverage,
  stages: overlays.pilot_stages,
  timeline: overlays.pilot_timeline,
  pilots: overlays.pilot_sites,
  next: overlays.where_next,
  totals: overlays.total_lines,
} as const

export const coverageSchema = z
  .object({
    snapshot: snapshotId,
    as_of: z.string(),
    parameters: z.record(z.string(), valueSchema),
    cells: rows,
    stages: rows,
    timeline: rows,
    pilots: rows,
    next: rows,
    totals: rows,
    sources: z.array(sourceSchema),
  })
  .openapi('Coverage')

const route = createRoute({
  method: 'get',
  path: '/coverage',
  operationId: 'getCoverage',
  summary: 'Where the pilots are: by region, guideline issue and stage, over time, and where there is none yet',
  description: `Rows of ${Object.values(parts)
    .map(({ id }) => id)
    .join(
      ', ',
    )}. The filter narrows the list of countries without a pilot and the totals; the rest is the whole programme.`,
  request: { query: querySchema(asked) },
  responses: { 200: json(coverageSchema, 'Every cell is there, empty ones too') },
})

const ids = Object.values(parts).map(({ id }) => id)
/** The programme as a whole is shown beside any filter. */
const whole = { mine_dataset: parameters.mine_dataset.default }

/** What the coverage page shows, in one answer. */
export const coverageRoutes = () =>
  newRoutes().openapi(route, async (c) => {
    const values = readParameters(asked, queryTexts(c))
    const { engine } = c.var
    const found = await answerParts(
      engine,
      parts,
      (part) => (part === 'next' || part === 'totals' ? values : whole),
      c.req.raw.signal,
    )
    const { snapshot, as_of } = engine.manifest
    return c.json({ snapshot, as_of, parameters: values, ...found, sources: sourcesBehind(ids, engine.manifest) }, 200)
  })
