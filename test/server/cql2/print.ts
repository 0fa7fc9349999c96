import type { Arithmetic, Cql2, Node } from '#server/cql2/ast.ts'
import { toWkt } from '#server/cql2/geometry.ts'

/** A tree without the places of its nodes, to compare trees of different texts. */
export const withoutPlaces = (filter: unknown): unknown =>
  JSON.parse(JSON.stringify(filter, (key, value: unknown) => (key === 'place' ? undefined : value)))

const quoted = (text: string): string => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`

const arithmeticText = ({ left, operator, right }: Arithmetic): string =>
  `(${toText(left)} ${operator} ${toText(right)})`

/** A tree in the text encoding of CQL2, bracketed wherever brackets may stand. */
export function toText(node: Node): string {
  switch (node.kind) {
    case 'property':
      return `"${node.name}"`
    case 'string':
      return quoted(node.value)
    case 'number':
      return String(node.value)
    case 'boolean':
      return node.value ? 'TRUE' : 'FALSE'
    case 'date':
    case 'timestamp':
      return `${node.kind}(${quoted(node.value)})`
    case 'casei':
    case 'accenti':
      return `${node.kind}(${toText(node.operand)})`
    case 'arithmetic':
      return arithmeticText(node)
    case 'geometry':
      return toWkt(node.geometry)
    case 'bbox':
      return `BBOX(${node.corners.join(',')})`
    case 'open':
      return "'..'"
    case 'interval': {
      const [start, end] = [node.start, node.end].map((bound) =>
        'value' in bound ? quoted(bound.value) : toText(bound),
      )
      return `INTERVAL(${start},${end})`
    }
    case 'array':
      return `(${node.items.map(toText).join(',')})`
    default:
      return predicateText(node)
  }
}

function predicateText(node: Cql2): string {
  switch (node.kind) {
    case 'and':
    case 'or':
      return `(${node.operands.map(toText).join(` ${node.kind} `)})`
    case 'not':
      return `(NOT (${toText(node.operand)}))`
    case 'comparison':
      return `(${toText(node.left)} ${node.operator} ${toText(node.right)})`
    case 'like':
      return `(${toText(node.value)} LIKE ${toText(node.pattern)})`
    case 'between':
      return `(${toText(node.value)} BETWEEN ${toText(node.low)} AND ${toText(node.high)})`
    case 'in':
      return `(${toText(node.value)} IN (${node.list.map(toText).join(',')}))`
    case 'isNull':
      return `(${toText(node.operand)} IS NULL)`
    case 'dwithin':
      return `S_DWITHIN(${toText(node.left)},${toText(node.right)},${toText(node.distance)})`
    case 'spatial':
    case 'temporal':
    case 'arrays':
      return `${node.relation.toUpperCase()}(${toText(node.left)},${toText(node.right)})`
    case 'boolean':
      return toText(node)
  }
}

const operation = (op: string, ...args: readonly Node[]) => ({ op, args: args.map(toJson) })

/** A tree in the JSON encoding of CQL2. */
export function toJson(node: Node): unknown {
  switch (node.kind) {
    case 'property':
      return { property: node.name }
    case 'string':
    case 'number':
    case 'boolean':
      return node.value
    case 'date':
    case 'timestamp':
      return { [node.kind]: node.value }
    case 'geometry':
      return node.geometry
    case 'bbox':
      return { bbox: node.corners }
    case 'open':
      return '..'
    case 'interval':
      return { interval: [node.start, node.end].map((bound) => ('value' in bound ? bound.value : toJson(bound))) }
    case 'array':
      return node.items.map(toJson)
    case 'and':
    case 'or':
      return operation(node.kind, ...node.operands)
    case 'not':
    case 'isNull':
    case 'casei':
    case 'accenti':
      return operation(node.kind, node.operand)
    case 'comparison':
    case 'arithmetic':
      return operation(node.operator, node.left, node.right)
    case 'like':
      return operation(node.kind, node.value, node.pattern)
    case 'between':
      return operation(node.kind, node.value, node.low, node.high)
    case 'in':
      return { op: node.kind, args: [toJson(node.value), node.list.map(toJson)] }
    case 'dwithin':
      return operation('s_dwithin', node.left, node.right, node.distance)
    default:
      return operation(node.relation, node.left, node.right)
  }
}
