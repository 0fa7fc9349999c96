import type { z } from '@hono/zod-openapi'
import { type IndicatorId, indicators } from '#data/catalog.ts'
import type { Indicator, PlaceLevel } from '#data/define.ts'
import type { Unit } from '#data/field.ts'
import type { Manifest, Row, Value } from '#server/engine/engine.ts'
import { reasonForNoData } from '#server/engine/no-data.ts'
import { readParameters } from '#server/engine/parameters.ts'
import { datasetsBehind, describeSource } from '#server/engine/sources.ts'
import { Problem } from '#server/problem.ts'
import { describeFields } from '#server/routes/collection.ts'
import type { placeValueSchema } from '#server/routes/indicator-schemas.ts'
import { type PlaceName, placesInOrder } from '#server/routes/places.ts'

type PlaceValue = z.infer<typeof placeValueSchema>

const smallDenominator = 5
const ratioUnits = new Set<Unit>(['percent', 'per_mine_year', 'per_100k_year'])
const byId = indicators as Readonly<Record<string, Indicator>>

/** @throws {Problem} `unknown_indicator` */
export function findIndicator(id: string): { id: IndicatorId; indicator: Indicator } {
  const indicator = Object.hasOwn(byId, id) ? byId[id] : undefined
  if (indicator === undefined) {
    throw new Problem('unknown_indicator', { detail: `Indicators are ${Object.keys(indicators).join(', ')}.` })
  }
  return { id: id as IndicatorId, indicator }
}

const numeratorOf = ({ rows }: Indicator): string =>
  typeof rows.numerator === 'string' ? rows.numerator : `sum:${rows.numerator.sum}`

/** What a question without parameters is asked with. */
function defaultsOf({ parameters, defaults = {} }: Indicator): Record<string, Exclude<Value, null>> {
  const values = Object.entries(readParameters(parameters, {}, { defaults }))
  return Object.fromEntries(values.filter((entry): entry is [string, Exclude<Value, null>] => entry[1] !== null))
}

/** The reason why an indicator has no answer as yet, where there is one: a person then sees it instead of a number. */
export function noDataOf(indicator: Indicator) {
  const reason = reasonForNoData(indicator)
  return reason === null ? {} : { no_data: reason }
}

/** An indicator as the wire has it. */
export function describeIndicator(indicator: Indicator) {
  const { name, definition, caveat, issue, unit, denominator_unit, direction, aggregation, classes, extras, method } =
    indicator
  return {
    id: indicator.id,
    name,
    definition,
    caveat,
    issue,
    class: indicator.class,
    unit,
    ...(denominator_unit && { denominator_unit }),
    direction,
    aggregation,
    levels: [...indicator.levels],
    parameters: [...indicator.parameters],
    defaults: defaultsOf(indicator),
    ...(classes && { classes }),
    ...(extras && { extras: { ...extras } }),
    method,
    is_illustrative: indicator.is_illustrative ?? false,
    ...(indicator.needs && { needs: [...indicator.needs] }),
    ...noDataOf(indicator),
    rows: { key: indicator.rows.key, fields: describeFields(indicator.rows.fields), numerator: numeratorOf(indicator) },
  }
}

const numberOf = (value: Value | undefined): number | null => (typeof value === 'number' ? value : null)

const amountsOf = (row: Row) => ({
  value: numberOf(row.value),
  low: numberOf(row.low),
  high: numberOf(row.high),
  numerator: numberOf(row.numerator),
  denominator: numberOf(row.denominator),
  n: numberOf(row.n) ?? 0,
})

const noAmounts = { value: null, low: null, high: null, numerator: null, denominator: null, n: 0 }

/** A share or rate of fewer than five things is told as its two counts; sums have no such limit, and hectares are no things. */
const isSmall = ({ unit, denominator_unit }: Indicator, denominator: number | null): boolean =>
  ratioUnits.has(unit) && denominator_unit === undefined && denominator !== null && denominator < smallDenominator

function placeValue(indicator: Indicator, id: string, name: PlaceName, rows: readonly Row[]): PlaceValue {
  const headline = rows.find((row) => row.class_id === null)
  const amounts = headline ? amountsOf(headline) : noAmounts
  const approximate = numberOf(headline?.n_approximate) ?? 0
  return {
    place_id: id,
    name,
    ...amounts,
    n_approximate: approximate,
    n_coarse: numberOf(headline?.n_coarse) ?? 0,
    share_approximate: amounts.n > 0 ? approximate / amounts.n : null,
    is_small: isSmall(indicator, amounts.denominator),
    classes: rows
      .filter((row) => row.class_id !== null)
      .map((row) => ({ class_id: String(row.class_id), ...amountsOf(row) })),
  }
}

/** The rows of an indicator's SQL, one entry a place, all regions first; a place without rows has no data, never zero. */
export function placeValues(
  indicator: Indicator,
  level: PlaceLevel,
  rows: readonly Row[],
  names: ReadonlyMap<string, PlaceName>,
): PlaceValue[] {
  const byPlace = Map.groupBy(rows, (row) => String(row.place_id))
  return placesInOrder(level, [...byPlace.keys()], names).map((id) =>
    placeValue(indicator, id, names.get(id) ?? { en: id, zh: null }, byPlace.get(id) ?? []),
  )
}

/** Sources of every dataset that some inputs rest on in the end. */
export const sourcesBehind = (inputs: readonly string[], manifest: Manifest) =>
  datasetsBehind(inputs).map((id) => describeSource(id, manifest))
