import { createRoute, z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { indicators } from '#data/catalog.ts'
import type { Indicator } from '#data/define.ts'
import type { Value } from '#server/engine/engine.ts'
import { indicatorQuestion } from '#server/engine/question.ts'
import { describeFields } from '#server/routes/collection.ts'
import { type Env, queryTexts } from '#server/routes/context.ts'
import { describeIndicator, findIndicator } from '#server/routes/indicator-answer.ts'
import {
  indicatorAnswerSchema,
  indicatorRowsSchema,
  indicatorSqlSchema,
  indicatorsSchema,
} from '#server/routes/indicator-schemas.ts'
import { answerValue } from '#server/routes/indicator-value.ts'
import { readIndicatorParameters } from '#server/routes/indicator-values.ts'
import { newRoutes } from '#server/routes/new-routes.ts'
import { allParameterIds, json, querySchema } from '#server/routes/schemas.ts'

const params = z.object({ indicatorId: z.string() })
const query = querySchema(allParameterIds)

const list = createRoute({
  method: 'get',
  path: '/indicators',
  operationId: 'getIndicators',
  summary: 'Every indicator with its definition',
  responses: { 200: json(indicatorsSchema, 'Definitions, units, parameters and defaults') },
})
const one = createRoute({
  method: 'get',
  path: '/indicators/{indicatorId}',
  operationId: 'getIndicator',
  summary: 'The values of an indicator for all places of a level',
  request: { params, query },
  responses: { 200: json(indicatorAnswerSchema, 'Value, range, numerator, denominator and quality of each place') },
})
const rows = createRoute({
  method: 'get',
  path: '/indicators/{indicatorId}/rows',
  operationId: 'getIndicatorRows',
  summary: 'The rows behind a number',
  request: { params, query },
  responses: { 200: json(indicatorRowsSchema, 'Counting them, or summing one field, gives the numerator') },
})
const sql = createRoute({
  method: 'get',
  path: '/indicators/{indicatorId}/sql',
  operationId: 'getIndicatorSql',
  summary: 'The statements that made a number and its rows',
  request: { params, query },
  responses: { 200: json(indicatorSqlSchema, 'Statements with their parameters') },
})

async function answerRows(c: Context<Env>, indicatorId: string) {
  const { id, indicator } = findIndicator(indicatorId)
  const { engine } = c.var
  const { values } = readIndicatorParameters(indicator, queryTexts(c), 'rows')
  const found = await engine.rows(indicatorQuestion(id, 'rows', values), { signal: c.req.raw.signal })
  return {
    snapshot: engine.manifest.snapshot,
    indicator: id,
    parameters: values,
    numberMatched: found.length,
    numberReturned: found.length,
    fields: describeFields(indicator.rows.fields),
    rows: found,
  }
}

function answerSql(c: Context<Env>, indicatorId: string) {
  const { id, indicator } = findIndicator(indicatorId)
  const { values } = readIndicatorParameters(indicator, queryTexts(c), 'rows')
  const statement = (part: 'value' | 'rows') => indicatorQuestion(id, part, values as Record<string, Value>)
  return { snapshot: c.var.engine.manifest.snapshot, value: statement('value'), rows: statement('rows') }
}

/** Numbers, the rows behind them and the SQL that made both. */
export const indicatorRoutes = () =>
  newRoutes()
    .openapi(list, (c) =>
      c.json(
        {
          snapshot: c.var.engine.manifest.snapshot,
          indicators: (Object.values(indicators) as readonly Indicator[]).map(describeIndicator),
        },
        200,
      ),
    )
    .openapi(one, async (c) => {
      const { id } = findIndicator(c.req.valid('param').indicatorId)
      return c.json(await answerValue(c.var.engine, id, queryTexts(c), c.req.raw.signal), 200)
    })
    .openapi(rows, async (c) => c.json(await answerRows(c, c.req.valid('param').indicatorId), 200))
    .openapi(sql, (c) => c.json(answerSql(c, c.req.valid('param').indicatorId), 200))
