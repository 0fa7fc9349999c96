import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { type IndicatorId, indicators, overlays } from '#data/catalog.ts'
import type { Indicator, Overlay } from '#data/define.ts'
import type { ParameterId } from '#data/parameters.ts'
import { compose, parameterNames, type Relation } from '#server/engine/compose.ts'
import type { Query, Value } from '#server/engine/engine.ts'
import { indicatorCollections, indicatorPlacesSql } from '#server/engine/indicator-collections.ts'
import { noDataSql } from '#server/engine/no-data.ts'
import { bound } from '#server/engine/parameters.ts'

const data = fileURLToPath(new URL('../../data/', import.meta.url))

const overlayFile = (id: string): string => `${data}overlays/${id.replaceAll('_', '-')}.sql`

/** The `.sql` beside an indicator's declaration, or the one of its rows; made up for one that waits for fields. */
export function indicatorSql(id: IndicatorId, part: 'value' | 'rows'): string {
  const indicator: Indicator = indicators[id]
  if (indicator.needs !== undefined) return noDataSql(indicator, part)
  return readFileSync(`${data}indicators/${id.toLowerCase()}${part === 'rows' ? '.rows' : ''}.sql`, 'utf8')
}

/** The `.sql` beside a query-time overlay's declaration. */
export const overlaySql = (id: string): string => readFileSync(overlayFile(id), 'utf8')

export const queryTimeOverlays: readonly Overlay[] = (Object.values(overlays) as readonly Overlay[]).filter(
  (overlay) => overlay.when === 'query',
)

const asRelation = (inputs: readonly string[], sql: string): Relation => ({ inputs, sql })

/** Every query-time overlay and every indicator as places, by id; read once, since declarations don't change while the server runs. */
export const relations: ReadonlyMap<string, Relation> = new Map([
  ...queryTimeOverlays.map(({ id, inputs }) => [id, asRelation(inputs, overlaySql(id))] as const),
  ...indicatorCollections.map(
    (one) => [one.id, asRelation(one.inputs, indicatorPlacesSql(one, indicatorSql(one.indicator, 'value')))] as const,
  ),
])

/**
 * A statement over datasets and overlays, with the overlays it rests on, and the values of the parameters it names.
 * @param values of declared parameters; those that the statement doesn't name are left out, missing ones are null
 */
export function question(sql: string, inputs: readonly string[], values: Readonly<Record<string, Value>>): Query {
  const composed = compose(sql, inputs, relations)
  const named = parameterNames(composed).map((id) => [id, values[id] ?? null] as const)
  return { sql: composed, parameters: bound(Object.fromEntries(named)) }
}

const texts = new Map<string, string>()

/** The question of an indicator (`value`) or of the rows behind it (`rows`). */
export function indicatorQuestion(
  id: IndicatorId,
  part: 'value' | 'rows',
  values: Readonly<Record<string, Value>>,
): Query {
  const file = `${id}:${part}`
  const sql = texts.get(file) ?? indicatorSql(id, part)
  texts.set(file, sql)
  return question(sql, (indicators[id] as Indicator).inputs, values)
}

/** The question of an overlay itself: its own statement, in its own order. */
export const overlayQuestion = (overlay: Overlay, values: Readonly<Record<string, Value>>): Query =>
  question(relations.get(overlay.id)?.sql ?? overlaySql(overlay.id), overlay.inputs, values)

/** Every parameter that an indicator and its rows can be asked with. */
export const rowsParameters = (indicator: Indicator): ParameterId[] => [
  ...new Set([...indicator.parameters, 'place' as const, ...(indicator.classes ? (['class'] as const) : [])]),
]
