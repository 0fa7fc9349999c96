import type { DuckDBConnection } from '@duckdb/node-api'
import { beforeAll, describe, expect, test } from 'vitest'
import { datasets } from '#data/catalog.ts'
import type { Dataset } from '#data/define.ts'
import { compileCql2 } from '#server/cql2/compile.ts'
import { queryablesFor } from '#server/cql2/queryables.ts'
import { parseCql2Text } from '#server/cql2/text.ts'
import { openDatabase } from '#test/server/cql2/database.ts'

const operators = ['=', '<>', '>', '<', '>=', '<=']
const values = { string: "'foo'", boolean: 'true', number: '3.14', date: "DATE('2022-04-14')" } as const
const columnTypes = {
  string: 'varchar',
  int: 'int',
  bigint: 'bigint',
  double: 'double',
  date: 'date',
  boolean: 'boolean',
} as const

let connection: DuckDBConnection
beforeAll(async () => {
  connection = await openDatabase()
})

describe('every declared dataset', () => {
  test.for(Object.values(datasets) as Dataset[])('$id takes a filter on each of its queryables', async (dataset) => {
    const all = queryablesFor(dataset)
    const columns = Object.entries(dataset.fields).map(([name, { type }]) => `"${name}" ${columnTypes[type]}`)
    if (dataset.geometry !== 'none') columns.push('geometry geometry')
    await connection.run(`create table "declared_${dataset.id}" (${columns.join(', ')})`)
    for (const [name, { type }] of all) {
      const texts = [`"${name}" IS NULL`]
      if (type === 'geometry')
        texts.push(`S_INTERSECTS(geometry, BBOX(170,-10,-170,10))`, 'S_DWITHIN(geometry, POINT(1 2), 1000)')
      else if (type === 'list') texts.push(`A_OVERLAPS("${name}", ('x'))`)
      else texts.push(...operators.map((operator) => `"${name}" ${operator} ${values[type]}`))
      for (const text of texts) {
        const { sql, parameters } = compileCql2(parseCql2Text(text), all)
        const bound = Object.fromEntries(Object.entries(parameters).map(([key, { value }]) => [key, value]))
        const reader = await connection.runAndReadAll(
          `select count(*) from "declared_${dataset.id}" where ${sql}`,
          bound,
        )
        expect(reader.getRowsJS()).toEqual([[0n]])
      }
    }
  })
})
