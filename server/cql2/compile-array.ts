import type { Collection, Predicate } from '#server/cql2/ast.ts'
import type { Scope } from '#server/cql2/compile-scope.ts'
import { Cql2Error, excerpt } from '#server/cql2/error.ts'
import { wordsFor } from '#server/cql2/operand.ts'
import type { ArrayRelation } from '#server/cql2/operators.ts'

type ArrayPredicate = Extract<Predicate, { kind: 'arrays' }>

/** As sets, so the order and repetition of codes do not count (OGC 21-065r2, 7.9). */
const relations: Readonly<Record<ArrayRelation, (a: string, b: string) => string>> = {
  a_equals: (a, b) => `(list_has_all(${a}, ${b}) and list_has_all(${b}, ${a}))`,
  a_contains: (a, b) => `list_has_all(${a}, ${b})`,
  a_containedby: (a, b) => `list_has_all(${b}, ${a})`,
  a_overlaps: (a, b) => `list_has_any(${a}, ${b})`,
}

function compileCollection(operand: Collection, scope: Scope): string {
  if (operand.kind === 'property') {
    const { type, sql } = scope.queryable(operand)
    if (type === 'list') return `string_split(${sql}, ';')`
    throw new Cql2Error(`${excerpt(operand.name)} is a ${type}, not a list`, operand.place)
  }
  const items = operand.items.map((item) => {
    if (item.kind === 'string') return scope.bind(item.value, 'varchar')
    throw new Cql2Error(`lists here hold strings, and this is ${wordsFor(item)}`, item.place)
  })
  return `cast([${items.join(', ')}] as varchar[])`
}

/**
 * A relation between a property that holds several codes and a list of them. @throws Cql2Error for anything but lists
 * of strings
 */
export function compileArrays({ relation, left, right }: ArrayPredicate, scope: Scope): string {
  return relations[relation](compileCollection(left, scope), compileCollection(right, scope))
}
