import type { IndicatorId } from '#data/catalog.ts'
import type { Indicator } from '#data/define.ts'
import type { Query, Value } from '#server/engine/engine.ts'
import { indicatorQuestion } from '#server/engine/question.ts'
import type { ExportJob } from '#server/export/job.ts'
import { filterInWords } from '#server/export/words.ts'

/** A statement over the rows of another one, named `r`. */
const over = ({ sql, parameters }: Query, columns: string): Query => ({
  sql: `select ${columns}\nfrom (\n${sql}) as r`,
  parameters,
})

/** The export of the rows behind a number. They have no geometry: they may be mines, reports or pairs. */
export function indicatorJob(indicator: Indicator, values: Readonly<Record<string, Value>>): ExportJob {
  const id = indicator.id as IndicatorId
  const query = indicatorQuestion(id, 'rows', values)
  const { fields, key } = indicator.rows
  const properties = Object.keys(fields).map((name) => `'${name}', r.${name}`)
  const feature = [
    `'{"type":"Feature","id":' || to_json(r.${key})`,
    `',"geometry":null,"properties":' || json_object(${properties.join(', ')}) || '}' as feature`,
  ].join(' || ')
  return {
    id: `${indicator.id.toLowerCase()}-rows`,
    title: indicator.name,
    description: indicator.definition,
    fields,
    classOf: () => indicator.class,
    geometry: 'none',
    query,
    count: over(query, 'count(*) as n'),
    table: query,
    features: over(query, feature),
    shapes: query,
    parameters: values,
    words: filterInWords(values),
    inputs: indicator.inputs,
  }
}
