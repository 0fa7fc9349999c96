import { createRoute, z } from '@hono/zod-openapi'
import { overlays } from '#data/catalog.ts'
import { incidentFilter, mineFilter, parameters } from '#data/parameters.ts'
import { readParameters } from '#server/engine/parameters.ts'
import { overlayQuestion } from '#server/engine/question.ts'
import { queryTexts } from '#server/routes/context.ts'
import { sourcesBehind } from '#server/routes/indicator-answer.ts'
import { newRoutes } from '#server/routes/new-routes.ts'
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
} as const
type Part = keyof typeof parts

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
    .join(', ')}. The filter narrows the list of countries without a pilot; the rest is the whole programme.`,
  request: { query: querySchema(asked) },
  responses: { 200: json(coverageSchema, 'Every cell is there, empty ones too') },
})

const partIds = Object.keys(parts) as Part[]
const withoutGeometry = ({ geometry: _, ...row }: Readonly<Record<string, string | number | boolean | null>>) => row

/** What the coverage page shows, in one answer. */
export const coverageRoutes = () =>
  newRoutes().openapi(route, async (c) => {
    const values = readParameters(asked, queryTexts(c))
    const { engine } = c.var
    const whole = { mine_dataset: parameters.mine_dataset.default }
    const found = await Promise.all(
      partIds.map(async (part) => {
        const query = overlayQuestion(parts[part], part === 'next' ? values : whole)
        const answer = await engine.rows(query, { signal: c.req.raw.signal })
        return [part, answer.map(withoutGeometry)] as const
      }),
    )
    const { snapshot, as_of } = engine.manifest
    const ids = partIds.map((part) => parts[part].id)
    return c.json(
      {
        snapshot,
        as_of,
        parameters: values,
        ...(Object.fromEntries(found) as Record<Part, (typeof found)[number][1]>),
        sources: sourcesBehind(ids, engine.manifest),
      },
      200,
    )
  })
