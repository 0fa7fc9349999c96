import { createRoute, z } from '@hono/zod-openapi'
import { type DatasetId, datasets } from '#data/catalog.ts'
import type { KeptSnapshots } from '#server/kept-snapshots.ts'
import { badParameter } from '#server/problem.ts'
import { newRoutes } from '#server/routes/new-routes.ts'
import { json, snapshotId, valueSchema } from '#server/routes/schemas.ts'
import { compareSnapshots } from '#server/routes/snapshot-changes.ts'

const keptSchema = z
  .object({
    snapshot: z.string(),
    prepared_at: z.string(),
    as_of: z.string(),
    code_version: z.string(),
    is_current: z.boolean(),
    rows: z.record(z.string(), z.number()),
  })
  .openapi('KeptSnapshot')

const changesSchema = z
  .object({
    snapshot: snapshotId,
    before: z.string(),
    after: z.string(),
    dataset: z.string(),
    counts: z.object({
      before: z.number(),
      after: z.number(),
      added: z.number(),
      removed: z.number(),
      changed: z.number(),
      same: z.number(),
    }),
    changed_fields: z.array(z.object({ field: z.string(), n: z.number() })),
    numberMatched: z.number(),
    numberReturned: z.number(),
    rows: z.array(
      z.object({
        key: z.string(),
        name_en: z.string().nullable(),
        name_zh: z.string().nullable(),
        change: z.enum(['added', 'removed', 'changed']),
        fields: z.array(z.object({ field: z.string(), before: valueSchema, after: valueSchema })),
      }),
    ),
  })
  .openapi('SnapshotChanges')

const list = createRoute({
  method: 'get',
  path: '/snapshots',
  operationId: 'getSnapshots',
  summary: 'Prepared versions of the data that are kept, the newest first',
  description:
    'Every question of the API that is asked with GET takes `snapshot` with one of these ids and is then answered from that version.',
  responses: {
    200: json(
      z.object({ snapshot: snapshotId, snapshots: z.array(keptSchema) }),
      'The current one and those before it',
    ),
  },
})

const datasetIds = Object.keys(datasets) as [DatasetId, ...DatasetId[]]
const mostRows = 1_000

const changes = createRoute({
  method: 'get',
  path: '/snapshots/{snapshotId}/changes',
  operationId: 'getSnapshotChanges',
  summary: 'What became of the rows of a dataset since a kept snapshot',
  request: {
    params: z.object({ snapshotId: z.string().openapi({ description: 'A kept snapshot' }) }),
    query: z.strictObject({
      dataset: z.enum(datasetIds).openapi({ description: 'A dataset' }),
      limit: z
        .string()
        .optional()
        .openapi({ description: `Rows at most; default 200, cut at ${mostRows}` }),
    }),
  },
  responses: { 200: json(changesSchema, 'Rows added, removed and changed, with the fields that changed') },
})

function readLimit(text = '200'): number {
  if (!/^\d{1,9}$/.test(text)) throw badParameter('limit', 'is not a whole number')
  return Math.min(Number(text), mostRows)
}

/** Kept versions of the data, and how the current one differs from them. */
export const snapshotRoutes = (kept: KeptSnapshots) =>
  newRoutes()
    .openapi(list, (c) => {
      const { manifest } = c.var.engine
      const known = kept.list().map(({ id, manifest: own }) => ({
        snapshot: id,
        prepared_at: own.prepared_at,
        as_of: own.as_of,
        code_version: own.code_version,
        is_current: id === manifest.snapshot,
        rows: Object.fromEntries(Object.entries(own.datasets).map(([dataset, { rows }]) => [dataset, rows])),
      }))
      // Which are kept changes without a new current one.
      return c.json({ snapshot: manifest.snapshot, snapshots: known }, 200, { 'cache-control': 'no-store' })
    })
    .openapi(changes, async (c) => {
      const { dataset, limit } = c.req.valid('query')
      const before = c.req.valid('param').snapshotId
      const most = readLimit(limit)
      using lease = await kept.lend(before)
      const { engine } = c.var
      const found = await compareSnapshots({ before: lease.engine, after: engine }, dataset, c.req.raw.signal)
      const rows = found.rows.slice(0, most).map((row) => ({ ...row, fields: [...row.fields] }))
      const { snapshot } = engine.manifest
      return c.json(
        {
          snapshot,
          before,
          after: snapshot,
          dataset,
          counts: found.counts,
          changed_fields: [...found.changed_fields],
          numberMatched: found.rows.length,
          numberReturned: rows.length,
          rows,
        },
        200,
      )
    })
