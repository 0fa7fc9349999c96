import type { Text } from '#data/define.ts'
import type { Row } from '#web/api/features.ts'

export type Where = 'a' | 'b' | 'changed' | 'same'

/** A row of one side or of both. */
export interface Placed {
  readonly where: Where
  /** As the second side has it, or the first where it alone has it. */
  readonly row: Row
  /** Fields that both have, with other values. */
  readonly changed: readonly string[]
}

/** Rows by key; several of one key keep their order. */
function byKey(rows: readonly Row[], key: string): Map<string, Row> {
  const seen = new Map<string, number>()
  return new Map(
    rows.map((row) => {
      const id = String(row[key])
      const n = (seen.get(id) ?? 0) + 1
      seen.set(id, n)
      return [n === 1 ? id : `${id}#${n}`, row]
    }),
  )
}

const changedFields = (one: Row, other: Row): string[] =>
  Object.keys(other).filter((name) => (one[name] ?? null) !== (other[name] ?? null))

/** Which rows only one side has, and which both have but not alike. Each row of either side is in exactly one class. */
export function placeRows(a: readonly Row[], b: readonly Row[], key: string): readonly Placed[] {
  const [first, second] = [byKey(a, key), byKey(b, key)]
  const onlyA = [...first]
    .filter(([id]) => !second.has(id))
    .map(([, row]): Placed => ({ where: 'a', row, changed: [] }))
  const others = [...second].map(([id, row]): Placed => {
    const old = first.get(id)
    if (old === undefined) return { where: 'b', row, changed: [] }
    const changed = changedFields(old, row)
    return { where: changed.length > 0 ? 'changed' : 'same', row, changed }
  })
  return [...onlyA, ...others]
}

export const countOf = (rows: readonly Placed[], where: Where): number =>
  rows.filter((row) => row.where === where).length

/** A label that is in the language of the page already. */
export const both = (text: string): Text => ({ en: text, zh: text })
