import { datasets, overlays } from '#data/catalog.ts'
import type { Dataset, Overlay } from '#data/define.ts'
import type { Field } from '#data/field.ts'
import type { ParameterId } from '#data/parameters.ts'
import type { Value } from '#server/engine/engine.ts'
import { type IndicatorCollection, indicatorCollections } from '#server/engine/indicator-collections.ts'
import type { ParameterValues } from '#server/engine/parameters.ts'
import { Problem } from '#server/problem.ts'

/** A dataset, an overlay or an indicator at one level: the same on the wire. */
export type Collection = Dataset | Overlay | IndicatorCollection

export const isDataset = (collection: Collection): collection is Dataset => 'source' in collection
export const isIndicator = (collection: Collection): collection is IndicatorCollection => 'indicator' in collection

/** A table of the snapshot: its fields can be asked for one by one. Other overlays take their parameters too. */
export const isStored = (collection: Collection): boolean => isDataset(collection) || collection.when === 'prepare'

/** What a collection can be asked with beside its fields. */
export const parametersOf = (collection: Collection): readonly ParameterId[] =>
  isDataset(collection) || collection.when === 'prepare' ? [] : collection.parameters

/** Defaults that differ from the parameters' own. */
export const defaultsOf = (collection: Collection): ParameterValues =>
  isIndicator(collection) ? (collection.defaults ?? {}) : {}

/** Values that the collection itself decides. */
export const fixedValuesOf = (collection: Collection): Readonly<Record<string, Value>> =>
  isIndicator(collection) ? { by: collection.level } : {}

export const publicCollections: readonly Collection[] = [
  ...(Object.values(datasets) as readonly Dataset[]),
  ...(Object.values(overlays) as readonly Overlay[]).filter((overlay) => !overlay.is_internal),
  ...indicatorCollections,
]

const byId = new Map(publicCollections.map((collection) => [collection.id, collection]))

/** @throws {Problem} `unknown_collection` */
export function findCollection(id: string): Collection {
  const collection = byId.get(id)
  if (collection === undefined) {
    throw new Problem('unknown_collection', { detail: `Collections are ${[...byId.keys()].join(', ')}.` })
  }
  return collection
}

/** Fields as the wire has them. */
export const describeFields = (fields: Readonly<Record<string, Field>>) =>
  Object.entries(fields).map(([name, { type, label, isRequired, unit, vocabulary, isList, help }]) => ({
    name,
    type,
    label,
    isRequired,
    ...(unit && { unit }),
    ...(vocabulary && { vocabulary }),
    ...(isList && { isList }),
    ...(help && { help }),
  }))
