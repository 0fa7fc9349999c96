import type { Mapping } from '#data/mappings/define.ts'
import { mappings } from '#data/mappings/list.ts'
import { ColumnFinder } from '#server/import/map/columns.ts'
import type { Headerless } from '#server/import/read/delimited.ts'

/** What is known of every record besides its columns. */
export const extraColumns = ['$file', '$row', '$release', '$geometry', '$latitude', '$longitude'] as const

const geometryColumns = new Set(['$geometry', '$latitude', '$longitude'])

export function finderOf(columns: readonly string[], hasGeometry: boolean): ColumnFinder {
  return new ColumnFinder([...columns, ...extraColumns.filter((name) => hasGeometry || !geometryColumns.has(name))])
}

const namesIn = (mapping: Mapping): string[] =>
  Object.values(mapping.fields).flatMap(({ from = [], join = [], template = '' }) => [
    ...from,
    ...join,
    ...[...template.matchAll(/\{([^}]*)\}/g)].flatMap(([, inner = '']) => inner.split('|')),
  ])

function isOne(mapping: Mapping, finder: ColumnFinder): boolean {
  return (
    mapping.recognise.every((group) => group.some((name) => finder.has(name))) &&
    !(mapping.lacks ?? []).some((name) => finder.has(name))
  )
}

/** The known schema whose columns these are; of several the one that knows most of them. */
export function recognise(
  columns: readonly string[],
  hasGeometry: boolean,
  among: readonly Mapping[] = mappings,
): Mapping | null {
  const finder = finderOf(columns, hasGeometry)
  const ranked = among
    .filter((mapping) => isOne(mapping, finder))
    .map((mapping) => ({ mapping, known: new Set(finder.all(namesIn(mapping))).size }))
    .sort((a, b) => b.known - a.known)
  return ranked[0]?.mapping ?? null
}

/** Known schemas whose text files have no header. */
export const headerlessSchemas: readonly Headerless[] = mappings.flatMap(({ headerless }) => headerless ?? [])
