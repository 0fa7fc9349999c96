import type { Cql2, Node, Scalar } from '#server/cql2/ast.ts'

/** One row as JavaScript values; dates are ISO text, codes a list, the geometry a point. */
export type Row = Readonly<Record<string, unknown>> & { readonly point: readonly [number, number] | null }
type Truth = boolean | null

const strokes: Readonly<Record<string, string>> = { Ø: 'O', ø: 'o', Ł: 'L', ł: 'l', Đ: 'D', đ: 'd' }

const and = (values: readonly Truth[]): Truth => (values.includes(false) ? false : values.includes(null) ? null : true)
const or = (values: readonly Truth[]): Truth => (values.includes(true) ? true : values.includes(null) ? null : false)
const not = (value: Truth): Truth => (value === null ? null : !value)

function compare(a: unknown, b: unknown): number | null {
  if (a === null || b === null) return null
  if (typeof a === 'string' && typeof b === 'string') return Math.sign(Buffer.compare(Buffer.from(a), Buffer.from(b)))
  const [x, y] = [Number(a), Number(b)]
  return x < y ? -1 : x > y ? 1 : 0
}

const tests: Readonly<Record<string, (order: number) => boolean>> = {
  '=': (order) => order === 0,
  '<>': (order) => order !== 0,
  '<': (order) => order < 0,
  '>': (order) => order > 0,
  '<=': (order) => order <= 0,
  '>=': (order) => order >= 0,
}

function holds(operator: string, a: unknown, b: unknown): Truth {
  const order = compare(a, b)
  return order === null ? null : (tests[operator] as (order: number) => boolean)(order)
}

function calculate(operator: string, a: number, b: number): number | null {
  switch (operator) {
    case '+':
      return a + b
    case '-':
      return a - b
    case '*':
      return a * b
    case '/':
      return b === 0 ? null : a / b
    case '%':
      return b === 0 ? null : a % b
    case 'div':
      return b === 0 ? null : Math.trunc(a / b)
    default:
      return a ** b
  }
}

/** A day and a time on one scale: as text they sort in time. */
const asTime = (value: unknown) => (typeof value === 'string' && value.length === 10 ? `${value}T00:00:00Z` : value)

function like(text: string, pattern: string): boolean {
  const source = pattern.replaceAll(/\\(.)|([%_])|([\s\S])/gu, (_, escaped?: string, wild?: string, plain?: string) => {
    if (wild !== undefined) return wild === '%' ? '[^]*' : '[^]'
    return `\\u{${(escaped ?? plain ?? '').codePointAt(0)?.toString(16)}}`
  })
  return new RegExp(`^(?:${source})$`, 'u').test(text)
}

function valueIn(node: Scalar, row: Row): unknown {
  switch (node.kind) {
    case 'property':
      return row[node.name] ?? null
    case 'casei': {
      const text = valueIn(node.operand, row) as string | null
      return text === null ? null : text.toLowerCase().replaceAll('ß', 'ss')
    }
    case 'accenti': {
      const text = valueIn(node.operand, row) as string | null
      return (
        text
          ?.normalize('NFD')
          .replaceAll(/\p{Mn}/gu, '')
          .replaceAll(/[ØøŁłĐđ]/g, (letter) => strokes[letter] as string) ?? null
      )
    }
    case 'arithmetic': {
      const [a, b] = [valueIn(node.left, row), valueIn(node.right, row)]
      return a === null || b === null ? null : calculate(node.operator, a as number, b as number)
    }
    default:
      return node.value
  }
}

function ends(node: Node, row: Row): [unknown, unknown] {
  if (node.kind !== 'interval') return [asTime(valueIn(node as Scalar, row)), asTime(valueIn(node as Scalar, row))]
  const [start, end] = [node.start, node.end].map((bound) =>
    bound.kind === 'open' ? bound : asTime(valueIn(bound, row)),
  )
  return [node.start.kind === 'open' ? '' : start, node.end.kind === 'open' ? '~' : end]
}

function relate(relation: string, [s1, e1]: [unknown, unknown], [s2, e2]: [unknown, unknown]): Truth {
  const all = (...conditions: [unknown, string, unknown][]) =>
    and(conditions.map(([a, operator, b]) => holds(operator, a, b)))
  switch (relation) {
    case 't_after':
      return all([s1, '>', e2])
    case 't_before':
      return all([e1, '<', s2])
    case 't_equals':
      return all([s1, '=', s2], [e1, '=', e2])
    case 't_intersects':
      return all([s1, '<=', e2], [e1, '>=', s2])
    case 't_disjoint':
      return not(all([s1, '<=', e2], [e1, '>=', s2]))
    case 't_during':
      return all([s1, '>', s2], [e1, '<', e2])
    case 't_contains':
      return all([s1, '<', s2], [e1, '>', e2])
    default:
      throw new Error(`the evaluator does not know ${relation}`)
  }
}

function arrays(relation: string, left: readonly unknown[] | null, right: readonly unknown[] | null): Truth {
  if (left === null || right === null) return null
  const holdsAll = (all: readonly unknown[], some: readonly unknown[]) => some.every((value) => all.includes(value))
  if (relation === 'a_contains') return holdsAll(left, right)
  if (relation === 'a_containedby') return holdsAll(right, left)
  return relation === 'a_equals'
    ? holdsAll(left, right) && holdsAll(right, left)
    : left.some((value) => right.includes(value))
}

const listOf = (node: Node, row: Row) =>
  node.kind === 'array'
    ? node.items.map((item) => valueIn(item, row))
    : ((row[(node as { name: string }).name] ?? null) as unknown[] | null)

function inBox(node: Extract<Cql2, { kind: 'spatial' }>, row: Row): Truth {
  if (row.point === null || node.right.kind !== 'bbox') return null
  const [x, y] = row.point
  const [west, south, east, north] = node.right.corners
  const isBetween = west <= east ? x >= west && x <= east : x >= west || x <= east
  const isInside = isBetween && y >= south && y <= north
  return node.relation === 's_disjoint' ? !isInside : isInside
}

/** A filter for one row, by the truth table of OGC 21-065r2; written apart from the compiler, to compare it with. */
export function evaluate(node: Cql2, row: Row): Truth {
  switch (node.kind) {
    case 'boolean':
      return node.value
    case 'and':
      return and(node.operands.map((operand) => evaluate(operand, row)))
    case 'or':
      return or(node.operands.map((operand) => evaluate(operand, row)))
    case 'not':
      return not(evaluate(node.operand, row))
    case 'comparison':
      return holds(node.operator, asTime(valueIn(node.left, row)), asTime(valueIn(node.right, row)))
    case 'between': {
      const [value, low, high] = [node.value, node.low, node.high].map((part) => valueIn(part, row))
      return and([holds('>=', value, low), holds('<=', value, high)])
    }
    case 'in':
      return or(node.list.map((item) => holds('=', valueIn(node.value, row), valueIn(item, row))))
    case 'like': {
      const text = valueIn(node.value, row) as string | null
      return text === null ? null : like(text, valueIn(node.pattern, row) as string)
    }
    case 'isNull':
      return node.operand.kind === 'property'
        ? (row[node.operand.name] ?? null) === null
        : evaluate(node.operand as Cql2, row) === null
    case 'temporal':
      return relate(node.relation, ends(node.left, row), ends(node.right, row))
    case 'arrays':
      return arrays(node.relation, listOf(node.left, row), listOf(node.right, row))
    case 'spatial':
      return inBox(node, row)
    default:
      throw new Error(`the evaluator does not know ${node.kind}`)
  }
}
