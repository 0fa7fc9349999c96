import { createRoute, z } from '@hono/zod-openapi'
import { type IndicatorId, indicators } from '#data/catalog.ts'
import type { Indicator } from '#data/define.ts'
import type { Engine } from '#server/engine/engine.ts'
import { type QueryTexts, readParameters } from '#server/engine/parameters.ts'
import { badParameter } from '#server/problem.ts'
import { queryTexts } from '#server/routes/context.ts'
import { indicatorValuesSchema } from '#server/routes/indicator-schemas.ts'
import { answerValue } from '#server/routes/indicator-value.ts'
import { newRoutes } from '#server/routes/new-routes.ts'
import { allParameterIds, json, querySchema } from '#server/routes/schemas.ts'

const route = createRoute({
  method: 'get',
  path: '/indicator-values',
  operationId: 'getIndicatorValues',
  summary: 'The values of many indicators in one answer',
  description:
    'Each indicator is asked with those of the parameters that it takes, as at /indicators/{indicatorId}. Without `indicators` all of them answer; one that does not have the level is left out.',
  request: {
    query: querySchema(allParameterIds).extend({
      indicators: z.string().optional().openapi({ description: 'Ids joined by commas', example: 'EN-01,CI-01' }),
    }),
  },
  responses: { 200: json(indicatorValuesSchema, 'One answer an indicator, in the order of the catalogue') },
})

const allIds = Object.keys(indicators) as IndicatorId[]

/** @throws {Problem} `bad_parameter` for an id that nobody knows */
function readIds(text: string | undefined): IndicatorId[] {
  if (text === undefined) return allIds
  const asked = new Set(text.split(',').map((id) => id.trim()))
  const unknown = [...asked].filter((id) => !Object.hasOwn(indicators, id))
  if (unknown.length > 0) throw badParameter('indicators', `${unknown.join(', ')} is not one of ${allIds.join(', ')}`)
  return allIds.filter((id) => asked.has(id))
}

/** The texts of a query that one indicator takes. */
function textsFor(indicator: Indicator, texts: QueryTexts): QueryTexts {
  const declared: readonly string[] = indicator.parameters
  return Object.fromEntries(Object.entries(texts).filter(([name]) => declared.includes(name)))
}

async function answerValues(engine: Engine, texts: QueryTexts, ids: readonly IndicatorId[], signal: AbortSignal) {
  // Refuses what no indicator would, before any is asked.
  const { by } = readParameters(allParameterIds, texts, { others: ['indicators'] })
  const asked = ids.filter((id) => (indicators[id] as Indicator).levels.some((level) => level === by))
  const answers = await Promise.all(asked.map((id) => answerValue(engine, id, textsFor(indicators[id], texts), signal)))
  const { snapshot, as_of } = engine.manifest
  return { snapshot, as_of, answers }
}

/** Many numbers in one request: what a page of the committee begins with. */
export const indicatorBatchRoutes = () =>
  newRoutes().openapi(route, async (c) => {
    const ids = readIds(c.req.valid('query').indicators)
    return c.json(await answerValues(c.var.engine, queryTexts(c), ids, c.req.raw.signal), 200)
  })
