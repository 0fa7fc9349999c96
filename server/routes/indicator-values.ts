import type { Indicator, PlaceLevel } from '#data/define.ts'
import { type QueryTexts, readParameters } from '#server/engine/parameters.ts'
import { rowsParameters } from '#server/engine/question.ts'
import { badParameter } from '#server/problem.ts'

/**
 * The values of an indicator's parameters, from the query string or its defaults.
 * @param others names that the caller reads itself
 * @throws {Problem} `bad_parameter`, for a level that the indicator does not have too
 */
export function readIndicatorParameters(
  indicator: Indicator,
  texts: QueryTexts,
  part: 'value' | 'rows',
  others: readonly string[] = [],
) {
  const declared = part === 'rows' ? rowsParameters(indicator) : indicator.parameters
  const values = readParameters(declared, texts, { defaults: indicator.defaults ?? {}, others })
  const by = (values.by ?? 'region') as PlaceLevel
  if (!indicator.levels.includes(by)) {
    throw badParameter('by', `must be one of ${indicator.levels.join(', ')} for ${indicator.id}`)
  }
  return { values, by }
}
