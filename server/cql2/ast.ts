import { Cql2Error, type Place } from '#server/cql2/error.ts'
import type { Geometry } from '#server/cql2/geometry.ts'
import type {
  ArithmeticOperator,
  ArrayRelation,
  ComparisonOperator,
  SpatialRelation,
  TemporalRelation,
} from '#server/cql2/operators.ts'

/** What a filter may be at most; the same for text and JSON. */
export const limits = { nodes: 200, depth: 16, textBytes: 4_096, jsonBytes: 1_000_000, vertices: 10_000 } as const

interface At {
  readonly place: Place
}
export type Property = At & { readonly kind: 'property'; readonly name: string }
export type StringLiteral = At & { readonly kind: 'string'; readonly value: string }
export type NumberLiteral = At & { readonly kind: 'number'; readonly value: number }
export type BooleanLiteral = At & { readonly kind: 'boolean'; readonly value: boolean }
/** `value` is an RFC 3339 full-date, or date-time in UTC; both exist in the calendar. */
export type Instant = At & { readonly kind: 'date' | 'timestamp'; readonly value: string }
export type Folded = At & { readonly kind: 'casei' | 'accenti'; readonly operand: Scalar }
export type Arithmetic = At & {
  readonly kind: 'arithmetic'
  readonly operator: ArithmeticOperator
  readonly left: Scalar
  readonly right: Scalar
}
export type Scalar = Property | StringLiteral | NumberLiteral | BooleanLiteral | Instant | Folded | Arithmetic

export type GeometryLiteral = At & { readonly kind: 'geometry'; readonly geometry: Geometry }
/** Two corners in the axis order of the filter's CRS; the first axis of longitude may run across the antimeridian. */
export type Box = At & { readonly kind: 'bbox'; readonly corners: readonly [number, number, number, number] }
export type Spatial = Property | GeometryLiteral | Box

export type Open = At & { readonly kind: 'open' }
export type Interval = At & {
  readonly kind: 'interval'
  readonly start: Property | Instant | Open
  readonly end: Property | Instant | Open
}
export type Temporal = Property | Instant | Interval
export type ArrayLiteral = At & { readonly kind: 'array'; readonly items: readonly Scalar[] }
export type Collection = Property | ArrayLiteral

export type Predicate =
  | BooleanLiteral
  | (At & { readonly kind: 'and' | 'or'; readonly operands: readonly Predicate[] })
  | (At & { readonly kind: 'not'; readonly operand: Predicate })
  | (At & {
      readonly kind: 'comparison'
      readonly operator: ComparisonOperator
      readonly left: Scalar
      readonly right: Scalar
    })
  | (At & { readonly kind: 'like'; readonly value: Scalar; readonly pattern: Scalar })
  | (At & { readonly kind: 'between'; readonly value: Scalar; readonly low: Scalar; readonly high: Scalar })
  | (At & { readonly kind: 'in'; readonly value: Scalar; readonly list: readonly Scalar[] })
  | (At & { readonly kind: 'isNull'; readonly operand: Operand })
  | (At & {
      readonly kind: 'spatial'
      readonly relation: SpatialRelation
      readonly left: Spatial
      readonly right: Spatial
    })
  | (At & {
      readonly kind: 'dwithin'
      readonly left: Spatial
      readonly right: Spatial
      readonly distance: NumberLiteral
    })
  | (At & {
      readonly kind: 'temporal'
      readonly relation: TemporalRelation
      readonly left: Temporal
      readonly right: Temporal
    })
  | (At & {
      readonly kind: 'arrays'
      readonly relation: ArrayRelation
      readonly left: Collection
      readonly right: Collection
    })

/** Whatever can stand as one operand while reading. */
export type Operand = Predicate | Scalar | Spatial | Temporal | Collection
/** Every node of a filter. */
export type Node = Operand | Open
/** A filter: TRUE, FALSE or NULL for each feature; only TRUE selects it (three-valued logic as in SQL). */
export type Cql2 = Predicate

function childrenOf(node: Node): readonly Node[] {
  switch (node.kind) {
    case 'and':
    case 'or':
      return node.operands
    case 'not':
    case 'isNull':
    case 'casei':
    case 'accenti':
      return [node.operand]
    case 'comparison':
    case 'arithmetic':
    case 'spatial':
    case 'temporal':
    case 'arrays':
      return [node.left, node.right]
    case 'dwithin':
      return [node.left, node.right, node.distance]
    case 'like':
      return [node.value, node.pattern]
    case 'between':
      return [node.value, node.low, node.high]
    case 'in':
      return [node.value, ...node.list]
    case 'interval':
      return [node.start, node.end]
    case 'array':
      return node.items
    default:
      return []
  }
}

/**
 * The same filter, when it is small enough to be compiled by recursion. Iterative itself, so that no tree overflows
 * the stack.
 * @throws Cql2Error at the first node that is too many or too deep
 */
export function measured(filter: Cql2): Cql2 {
  const open: { node: Node; depth: number }[] = [{ node: filter, depth: 1 }]
  let count = 0
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { node, depth } = next
    count += 1
    if (count > limits.nodes) throw new Cql2Error(`the filter has more than ${limits.nodes} parts`, node.place)
    if (depth > limits.depth) throw new Cql2Error(`the filter is nested more than ${limits.depth} deep`, node.place)
    for (const child of childrenOf(node)) open.push({ node: child, depth: depth + 1 })
  }
  return filter
}
