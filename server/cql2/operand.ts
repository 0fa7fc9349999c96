import type { Collection, Operand, Predicate, Scalar, Spatial, Temporal } from '#server/cql2/ast.ts'
import { Cql2Error } from '#server/cql2/error.ts'

type Kind = Operand['kind']

const scalarKinds = [
  'property',
  'string',
  'number',
  'boolean',
  'date',
  'timestamp',
  'casei',
  'accenti',
  'arithmetic',
] as const
const spatialKinds = ['property', 'geometry', 'bbox'] as const
const temporalKinds = ['property', 'date', 'timestamp', 'interval'] as const
const collectionKinds = ['property', 'array'] as const

const words: Readonly<Partial<Record<Kind, string>>> = {
  property: 'a property',
  string: 'a string',
  number: 'a number',
  boolean: 'TRUE or FALSE',
  date: 'a date',
  timestamp: 'a timestamp',
  casei: 'a string',
  accenti: 'a string',
  arithmetic: 'a number',
  geometry: 'a geometry',
  bbox: 'a bounding box',
  interval: 'an interval',
  array: 'a list',
}

/** What a node is, in words for a message. */
export const wordsFor = ({ kind }: Operand): string => words[kind] ?? 'a predicate'

function isOneOf<K extends Kind>(kinds: readonly K[], node: Operand): node is Extract<Operand, { kind: K }> {
  return (kinds as readonly Kind[]).includes(node.kind)
}

function mismatch(expected: string, node: Operand): Cql2Error {
  return new Cql2Error(`expected ${expected}, not ${wordsFor(node)}`, node.place)
}

/** @throws Cql2Error when the node is a value instead of something true or false */
export function asPredicate(node: Operand): Predicate {
  if (node.kind === 'boolean' || words[node.kind] === undefined) return node as Predicate
  const hint = node.kind === 'property' ? ` (compare '${node.name}' with a value, as in "${node.name} = TRUE")` : ''
  throw new Cql2Error(`expected a predicate, not ${wordsFor(node)}${hint}`, node.place)
}

/** @throws Cql2Error when the node is not a single value */
export function asScalar(node: Operand): Scalar {
  if (isOneOf(scalarKinds, node)) return node as Scalar
  throw mismatch('a single value', node)
}

/** @throws Cql2Error when the node is not a geometry or a property */
export function asSpatial(node: Operand): Spatial {
  if (isOneOf(spatialKinds, node)) return node as Spatial
  throw mismatch('a geometry', node)
}

/** @throws Cql2Error when the node is not an instant, an interval or a property */
export function asTemporal(node: Operand): Temporal {
  if (isOneOf(temporalKinds, node)) return node as Temporal
  throw mismatch('a date, timestamp or interval', node)
}

/** @throws Cql2Error when the node is not a list or a property */
export function asCollection(node: Operand): Collection {
  if (isOneOf(collectionKinds, node)) return node as Collection
  throw mismatch(`a list such as ('a', 'b')`, node)
}
