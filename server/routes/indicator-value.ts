import type { z } from '@hono/zod-openapi'
import { type IndicatorId, indicators } from '#data/catalog.ts'
import type { Indicator } from '#data/define.ts'
import type { Engine } from '#server/engine/engine.ts'
import type { QueryTexts } from '#server/engine/parameters.ts'
import { indicatorQuestion } from '#server/engine/question.ts'
import { noDataOf, placeValues, sourcesBehind } from '#server/routes/indicator-answer.ts'
import type { indicatorAnswerSchema } from '#server/routes/indicator-schemas.ts'
import { readIndicatorParameters } from '#server/routes/indicator-values.ts'
import { reportingPeriod } from '#server/routes/period.ts'
import { placeNames } from '#server/routes/places.ts'

export type IndicatorAnswer = z.infer<typeof indicatorAnswerSchema>

/** The query string that asks the same again; what the indicator does not take is not in it. */
function searchOf(texts: QueryTexts): string {
  const search = new URLSearchParams(
    Object.entries(texts).flatMap(([name, values]) => values.map((value) => [name, value])),
  ).toString()
  return search === '' ? '' : `?${search}`
}

/**
 * The values of one indicator for all places of a level, with period, sources and the way to rows and SQL.
 * @throws {Problem} `bad_parameter`
 */
export async function answerValue(
  engine: Engine,
  id: IndicatorId,
  texts: QueryTexts,
  signal: AbortSignal,
): Promise<IndicatorAnswer> {
  const indicator: Indicator = indicators[id]
  const { values, by } = readIndicatorParameters(indicator, texts, 'value')
  const [found, names, period] = await Promise.all([
    engine.rows(indicatorQuestion(id, 'value', values), { signal }),
    placeNames(engine, by),
    reportingPeriod(engine, indicator, values),
  ])
  const search = searchOf(texts)
  const base = `/api/indicators/${id}`
  return {
    snapshot: engine.manifest.snapshot,
    indicator: id,
    by,
    parameters: values,
    period,
    ...noDataOf(indicator),
    places: placeValues(indicator, by, found, names),
    sources: sourcesBehind(indicator.inputs, engine.manifest),
    links: [
      { rel: 'self', href: `${base}${search}`, type: 'application/json' },
      { rel: 'rows', href: `${base}/rows${search}`, type: 'application/json' },
      { rel: 'sql', href: `${base}/sql${search}`, type: 'application/json' },
    ],
  }
}
