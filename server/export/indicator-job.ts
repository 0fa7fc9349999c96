import type { IndicatorId } from '#data/catalog.ts'
import type { Indicator } from '#data/define.ts'
import type { Value } from '#server/engine/engine.ts'
import { indicatorQuestion } from '#server/engine/question.ts'
import type { ExportJob } from '#server/export/job.ts'
import { filterInWords } from '#server/export/words.ts'

/** The export of the rows behind a number. They have no geometry: they may be mines, reports or pairs. */
export function indicatorJob(indicator: Indicator, values: Readonly<Record<string, Value>>): ExportJob {
  const id = indicator.id as IndicatorId
  const query = indicatorQuestion(id, 'rows', values)
  const { fields, key } = indicator.rows
  return {
    id: `${indicator.id.toLowerCase()}-rows`,
    title: indicator.name,
    description: indicator.definition,
    fields,
    classOf: () => indicator.class,
    geometry: 'none',
    key,
    query,
    count: { sql: `select count(*) as n\nfrom (\n${query.sql}) as r`, parameters: query.parameters },
    parameters: values,
    words: filterInWords(values),
    inputs: indicator.inputs,
  }
}
