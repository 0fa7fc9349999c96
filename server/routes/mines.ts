import { createRoute, z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { incidentFilter } from '#data/parameters.ts'
import { readParameters } from '#server/engine/parameters.ts'
import { answerText, type Env, queryTexts } from '#server/routes/context.ts'
import { mineReport, type Surroundings, surroundingsOf } from '#server/routes/mine-report.ts'
import { reportCsv, reportGeojson } from '#server/routes/mine-report-files.ts'
import { type MineReport, mineReportSchema } from '#server/routes/mine-schemas.ts'
import { newRoutes } from '#server/routes/new-routes.ts'
import { querySchema } from '#server/routes/schemas.ts'

const asked = ['radius_km', ...incidentFilter] as const
const formats = ['json', 'csv', 'geojson'] as const
const byteOrderMark = '\uFEFF'
/** For the document only: the page asks for JSON, and its client is typed by that alone. */
const files = {
  'text/csv': { schema: z.string() },
  'application/geo+json': { schema: z.object({ type: z.literal('FeatureCollection') }) },
} as Readonly<Record<never, never>>

const report = createRoute({
  method: 'get',
  path: '/mines/{mineId}/report',
  operationId: 'getMineReport',
  summary: 'What lies around one mine',
  request: {
    params: z.object({ mineId: z.string() }),
    query: querySchema(asked).extend({
      f: z.enum(formats).optional().openapi({
        description: 'json lists the nearest of each kind; csv, a line for each fact, and geojson have all',
      }),
      bom: z
        .enum(['true', 'false'])
        .optional()
        .openapi({ description: 'CSV with a byte order mark, for spreadsheets' }),
    }),
  },
  responses: {
    200: {
      description: 'Counts by ring, the nearest features, flags, neighbours and sources',
      content: {
        'application/json': { schema: mineReportSchema },
        ...files,
      },
    },
  },
})

/** The report as a file to keep, named after its mine. */
async function answerFile(c: Context<Env>, f: 'csv' | 'geojson', around: Surroundings, hasMark: boolean) {
  const { engine } = c.var
  const name = String(around.mine.mine_id).replaceAll(/[^\w-]/g, '_')
  c.header('content-disposition', `attachment; filename="${name}-report.${f}"`)
  if (f === 'geojson')
    return answerText<MineReport>(c, await reportGeojson(engine, around, c.req.raw.signal), 'application/geo+json')
  const text = (hasMark ? byteOrderMark : '') + reportCsv(engine.manifest, around)
  return answerText<MineReport>(c, text, 'text/csv; charset=utf-8; header=present')
}

/** One mine and its surroundings. */
export const mineRoutes = () =>
  newRoutes().openapi(report, async (c) => {
    const { f = 'json', bom } = c.req.valid('query')
    const values = readParameters(asked, queryTexts(c), { others: ['f', 'bom'] })
    const around = await surroundingsOf(c.var.engine, c.req.valid('param').mineId, values, c.req.raw.signal)
    if (f !== 'json') return answerFile(c, f, around, bom === 'true')
    return answerText<MineReport>(c, JSON.stringify(mineReport(c.var.engine.manifest, around)))
  })
