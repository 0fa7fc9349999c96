import { createRoute, z } from '@hono/zod-openapi'
import { datasets, overlays } from '#data/catalog.ts'
import { sourcesBehind } from '#server/routes/indicator-answer.ts'
import { newRoutes } from '#server/routes/new-routes.ts'
import { answerParts } from '#server/routes/page-parts.ts'
import { json, rowSchema, snapshotId, sourceSchema } from '#server/routes/schemas.ts'

const parts = {
  results: datasets.results,
  indicators: datasets.result_indicators,
  rows: overlays.result_matrix,
  scores: overlays.output_scores,
  thresholds: datasets.rag_thresholds,
  bands: datasets.score_bands,
} as const
const rows = z.array(rowSchema)

export const resultsSchema = z
  .object({
    snapshot: snapshotId,
    as_of: z.string(),
    results: rows,
    indicators: rows,
    rows,
    scores: rows,
    thresholds: rows,
    bands: rows,
    sources: z.array(sourceSchema),
  })
  .openapi('ResultMatrix')

const route = createRoute({
  method: 'get',
  path: '/result-matrix',
  operationId: 'getResultMatrix',
  summary: 'The Result Matrix: results, their indicators in each period and region, status and scores',
  description: `Rows of ${Object.values(parts)
    .map(({ id }) => id)
    .join(', ')}. Status and scores are computed by the thresholds that stand beside them.`,
  responses: { 200: json(resultsSchema, 'Baseline, milestone, target, actual, ratio and status') },
})

const ids = Object.values(parts).map(({ id }) => id)

/** The whole Result Matrix in one answer. */
export const resultRoutes = () =>
  newRoutes().openapi(route, async (c) => {
    const { engine } = c.var
    const found = await answerParts(engine, parts, () => ({}), c.req.raw.signal)
    const { snapshot, as_of } = engine.manifest
    return c.json({ snapshot, as_of, ...found, sources: sourcesBehind(ids, engine.manifest) }, 200)
  })
