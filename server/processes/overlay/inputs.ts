import { z } from 'zod'
import { compileCql2 } from '#server/cql2/compile.ts'
import { Cql2Error } from '#server/cql2/error.ts'
import { parseCql2Json } from '#server/cql2/json.ts'
import { queryablesFor } from '#server/cql2/queryables.ts'
import { parseCql2Text } from '#server/cql2/text.ts'
import { readParameters } from '#server/engine/parameters.ts'
import type { Selection } from '#server/engine/selection.ts'
import { badParameter, Problem } from '#server/problem.ts'
import { badInputs } from '#server/processes/execute-request.ts'
import { readUpload, type UploadedFeature } from '#server/processes/geojson.ts'
import { type Collection, findCollection, isDataset } from '#server/routes/collection.ts'

export const relations = ['intersects', 'within', 'nearest', 'overlap_area'] as const
export type Relation = (typeof relations)[number]

export const mostDistanceM = 50_000
export const mostNearest = 10
/** How far the search for the nearest goes. */
export const farthestM = 1_000_000

type Filter = ReturnType<typeof compileCql2>

/** Features of a collection that take part. */
export interface CollectionSide {
  readonly kind: 'collection'
  readonly selection: Selection
  readonly filter: Filter | undefined
  /** Number field to be summed up. */
  readonly amountField: string | undefined
}

/** Features that a person sent. */
export interface UploadSide {
  readonly kind: 'upload'
  readonly features: readonly UploadedFeature[]
}

export type Side = CollectionSide | UploadSide
export type SideName = 'left' | 'right'

export interface OverlayInputs {
  readonly left: CollectionSide
  readonly right: Side
  readonly relation: Relation
  /** Reach of `within` and `nearest`, in metres. */
  readonly distanceM: number
  readonly k: number
}

const parameterValue = z.union([z.string(), z.number(), z.boolean()])
const sideSchema = z.strictObject({
  collection: z.string().max(100),
  filter: z.union([z.string(), z.record(z.string(), z.unknown())]).optional(),
  parameters: z.record(z.string(), parameterValue).optional(),
})

const inputsSchema = z.strictObject({
  left: sideSchema,
  right: z.record(z.string(), z.unknown()),
  relation: z.enum(relations),
  distance_m: z.number().min(0).max(farthestM).optional(),
  k: z.number().int().min(1).max(mostNearest).optional(),
  sum_field: z.string().min(1).max(100).optional(),
})

function readFilter(filter: string | Record<string, unknown> | undefined, side: SideName, collection: Collection) {
  if (filter === undefined) return undefined
  try {
    const tree = typeof filter === 'string' ? parseCql2Text(filter) : parseCql2Json(filter)
    return compileCql2(tree, queryablesFor(collection, 'f'), { prefix: `${side}_filter` })
  } catch (error) {
    if (error instanceof Cql2Error) throw badParameter(`inputs.${side}.filter`, error.message)
    throw error
  }
}

function readValues(
  collection: Collection,
  given: Readonly<Record<string, z.infer<typeof parameterValue>>>,
  side: SideName,
) {
  const texts = Object.fromEntries(Object.entries(given).map(([name, value]) => [name, [String(value)]]))
  if (!isDataset(collection)) return readParameters(collection.parameters, texts)
  const [name] = Object.keys(texts)
  if (name === undefined) return {}
  throw badParameter(`inputs.${side}.parameters.${name}`, 'is not a parameter: a dataset has none, use filter')
}

function findSide(id: string, side: SideName): Collection {
  const collection = findCollection(id)
  if (collection.geometry !== 'none') return collection
  throw badParameter(`inputs.${side}.collection`, 'has no geometry')
}

function readCollection(given: z.infer<typeof sideSchema>, side: SideName, amountField?: string): CollectionSide {
  const collection = findSide(given.collection, side)
  const field = amountField === undefined ? undefined : collection.fields[amountField]
  if (amountField !== undefined && (field === undefined || !['int', 'bigint', 'double'].includes(field.type))) {
    throw badParameter('inputs.sum_field', `is not a number field of ${collection.id}`)
  }
  return {
    kind: 'collection',
    selection: { collection, values: readValues(collection, given.parameters ?? {}, side), filters: {} },
    filter: readFilter(given.filter, side, collection),
    amountField,
  }
}

function readRight(given: Readonly<Record<string, unknown>>, amountField: string | undefined): Side {
  if (!Object.hasOwn(given, 'collection')) {
    return { kind: 'upload', features: readUpload(given, 'inputs.right', amountField) }
  }
  const read = sideSchema.safeParse(given)
  if (!read.success) throw badInputs(read.error, ['inputs', 'right'])
  return readCollection(read.data, 'right', amountField)
}

function reachOf({ relation, distance_m, k }: z.infer<typeof inputsSchema>): { distanceM: number; k: number } {
  if (relation !== 'nearest' && k !== undefined) throw badParameter('inputs.k', 'means something for nearest only')
  if (relation === 'within') {
    if (distance_m === undefined) throw badParameter('inputs.distance_m', 'is needed for within')
    if (distance_m > mostDistanceM) throw badParameter('inputs.distance_m', `must be at most ${mostDistanceM}`)
    return { distanceM: distance_m, k: 0 }
  }
  if (relation === 'nearest') return { distanceM: distance_m ?? farthestM, k: k ?? 1 }
  if (distance_m !== undefined) throw badParameter('inputs.distance_m', 'means something for within and nearest only')
  return { distanceM: 0, k: 0 }
}

/**
 * The inputs of an overlay, checked: collections and fields from the catalog, filters compiled, GeoJSON read.
 * @throws {Problem} `bad_parameter` or `unknown_collection`
 */
export function readOverlayInputs(given: Readonly<Record<string, unknown>>): OverlayInputs {
  const read = inputsSchema.safeParse(given)
  if (!read.success) throw badInputs(read.error)
  const { left, right, relation, sum_field } = read.data
  try {
    const sides = { left: readCollection(left, 'left'), right: readRight(right, sum_field) }
    return { ...sides, relation, ...reachOf(read.data) }
  } catch (error) {
    if (error instanceof Problem && error.code === 'unknown_collection') {
      throw badParameter('inputs', `${error.details.detail ?? 'unknown collection'}`)
    }
    throw error
  }
}
