import { createRoute, z } from '@hono/zod-openapi'
import { datasets } from '#data/catalog.ts'
import { datasetsBehind, describeSource } from '#server/engine/sources.ts'
import { queryTexts } from '#server/routes/context.ts'
import { newRoutes } from '#server/routes/new-routes.ts'
import { accuracyMix, qualityRows, readQualityPage, reasonCounts } from '#server/routes/quality-answer.ts'
import { json, rowSchema, snapshotId, sourceSchema } from '#server/routes/schemas.ts'

const reasonSchema = z.object({ what: z.string(), why: z.string(), n: z.number() })

const qualitySchema = z
  .object({
    snapshot: snapshotId,
    as_of: z.string(),
    prepared_at: z.string(),
    datasets: z.array(
      z.object({
        dataset: z.string(),
        read: z.number(),
        accepted: z.number(),
        quarantined: z.number(),
        mended: z.number(),
        flagged: z.number(),
        rows: z.number(),
        file: z.string(),
        sha256: z.string(),
        accuracy: z.array(z.object({ loc_accuracy: z.string(), n: z.number() })),
        quarantined_by: z.array(reasonSchema).openapi({ description: 'Refused rows by column and reason' }),
        found: z.array(reasonSchema).openapi({ description: 'Mended and flagged rows by kind and rule' }),
        source: sourceSchema,
      }),
    ),
  })
  .openapi('Quality')

const pageQuery = z.object({
  dataset: z.string().optional(),
  limit: z.string().optional(),
  offset: z.string().optional(),
})
const rowsAnswer = z.object({
  snapshot: snapshotId,
  numberMatched: z.number(),
  numberReturned: z.number(),
  rows: z.array(rowSchema),
})

const all = createRoute({
  method: 'get',
  path: '/quality',
  operationId: 'getQuality',
  summary: 'What was read, mended and refused, and how precise the places are',
  responses: { 200: json(qualitySchema, 'One entry a dataset') },
})
const quarantine = createRoute({
  method: 'get',
  path: '/quality/quarantine',
  operationId: 'getQuarantine',
  summary: 'Rows that were refused, each with its reason',
  request: { query: pageQuery },
  responses: { 200: json(rowsAnswer, 'File, row, column, reason and text') },
})
const findings = createRoute({
  method: 'get',
  path: '/quality/findings',
  operationId: 'getFindings',
  summary: 'Rows that were mended or flagged, each with the rule',
  request: { query: pageQuery },
  responses: { 200: json(rowsAnswer, 'Row, kind, rule and detail') },
})

/** How good the data are. */
export const qualityRoutes = () =>
  newRoutes()
    .openapi(all, async (c) => {
      const { engine } = c.var
      const { manifest } = engine
      const { signal } = c.req.raw
      const [accuracy, refused, found] = await Promise.all([
        accuracyMix(engine, signal),
        reasonCounts(engine, 'quarantine', signal),
        reasonCounts(engine, 'findings', signal),
      ])
      const entries = datasetsBehind(Object.keys(datasets)).flatMap((dataset) => {
        const facts = manifest.datasets[dataset]
        if (facts === undefined) return []
        const { read, accepted, quarantined, mended, flagged, rows, file, sha256 } = facts
        const counts = { read, accepted, quarantined, mended, flagged, rows, file, sha256 }
        return [
          {
            dataset,
            ...counts,
            accuracy: accuracy.get(dataset) ?? [],
            quarantined_by: refused.get(dataset)?.map(({ entry }) => entry) ?? [],
            found: found.get(dataset)?.map(({ entry }) => entry) ?? [],
            source: describeSource(dataset, manifest),
          },
        ]
      })
      const { snapshot, as_of, prepared_at } = manifest
      return c.json({ snapshot, as_of, prepared_at, datasets: entries }, 200)
    })
    .openapi(quarantine, async (c) =>
      c.json(await qualityRows(c.var.engine, 'quarantine', readQualityPage(queryTexts(c)), c.req.raw.signal), 200),
    )
    .openapi(findings, async (c) =>
      c.json(await qualityRows(c.var.engine, 'findings', readQualityPage(queryTexts(c)), c.req.raw.signal), 200),
    )
