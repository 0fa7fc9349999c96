import { describe, expect, test } from 'vitest'
import { indicators } from '#data/catalog.ts'
import { indicatorSql, relations } from '#server/engine/question.ts'

/** Functions that DuckDB, Spark with Sedona and PostGIS spell and mean alike; the reasons for the rest are in docs/decisions/0008. */
const functions = new Set([
  ...[
    'count',
    'sum',
    'min',
    'max',
    'median',
    'row_number',
    'lag',
    'avg',
    'coalesce',
    'nullif',
    'least',
    'greatest',
    'position',
    'round',
  ],
  ...['cast', 'extract', 'st_point', 'st_area', 'st_union_agg'],
  ...['st_intersects', 'st_intersection', 'st_within', 'st_centroid', 'st_x', 'st_y'],
])
const types = new Set(['string', 'int', 'bigint', 'double', 'date', 'boolean'])
/** Words that may stand before a bracket without being a function. */
const words = new Set([
  'as',
  'in',
  'over',
  'and',
  'or',
  'not',
  'when',
  'then',
  'else',
  'on',
  'from',
  'join',
  'where',
  'by',
  'exists',
])

const statements: readonly (readonly [string, string])[] = [
  ...[...relations].map(([id, { sql }]) => [id, sql] as const),
  ...Object.keys(indicators).flatMap((id) =>
    (['value', 'rows'] as const).map(
      (part) => [`${id} ${part}`, indicatorSql(id as keyof typeof indicators, part)] as const,
    ),
  ),
]

const codeOf = (sql: string): string => sql.replace(/--[^\n]*/g, '').replace(/'(?:[^']|'')*'/g, "''")
const found = (pattern: RegExp, text: string): string[] =>
  [...text.matchAll(pattern)].map((match) => match[1] as string)

describe('query-time SQL keeps to what every engine understands', () => {
  test.each(statements)('%s', (_, sql) => {
    const code = codeOf(sql)
    expect(sql.split('\n')[0]).toMatch(/^-- [A-Z].*[?.]$/)
    expect(code).toBe(code.toLowerCase())
    const called = found(/\b([a-z_][a-z0-9_]*)\s*\(/g, code).filter((name) => !words.has(name))
    expect(called.filter((name) => !functions.has(name))).toEqual([])
    const named = found(/\bcast\((?:[^()]|\([^()]*\))*?\sas\s+([a-z]+)\)/g, code)
    expect(named.filter((name) => !types.has(name))).toEqual([])
  })

  test.each(statements)('%s casts each parameter and avoids shorthand of one engine', (_, sql) => {
    const code = codeOf(sql)
    expect(found(/(\$[a-z_]+)(?!\s+as\s)/g, code.replace(/cast\(\$[a-z_]+ as [a-z]+\)/g, ''))).toEqual([])
    for (const shorthand of [
      /::/,
      /\bgroup by all\b/,
      /\border by all\b/,
      /select\s+\*/,
      /\bexclude\b/,
      /\bqualify\b/,
      /\[/,
      /\{/,
      /\bilike\b/,
      /"/,
    ]) {
      expect(code).not.toMatch(shorthand)
    }
  })
})
