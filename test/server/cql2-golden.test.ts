import { readFileSync } from 'node:fs'
import type { DuckDBConnection } from '@duckdb/node-api'
import { beforeAll, describe, expect, test } from 'vitest'
import { compileCql2 } from '#server/cql2/compile.ts'
import { parseCql2Json } from '#server/cql2/json.ts'
import { parseCql2Text } from '#server/cql2/text.ts'
import { createTable, type Feature, openDatabase, oracleQueryables, select } from '#test/server/cql2/database.ts'

interface Case {
  readonly number: number
  readonly on: 'sites' | 'areas'
  readonly text: string
  readonly json: unknown
  readonly ids: readonly number[]
  /** What the PyPI package `cql2` selects where it is not what the standard says, and why that is so. */
  readonly package?: { readonly ids: readonly number[] | null; readonly why: string }
}
interface Golden {
  readonly features: Readonly<Record<Case['on'], readonly Feature[]>>
  readonly distances: readonly { readonly point: string; readonly polygon: string; readonly metres: number }[]
  readonly filters: readonly Case[]
}

const golden = JSON.parse(readFileSync(new URL('../golden/cql2.json', import.meta.url), 'utf8')) as Golden
const queryables = { sites: oracleQueryables('point'), areas: oracleQueryables('polygon') }

describe('200 filters select what the oracle in test/golden/cql2.py selects', () => {
  let connection: DuckDBConnection
  beforeAll(async () => {
    connection = await openDatabase()
    for (const [name, features] of Object.entries(golden.features)) await createTable(connection, name, features)
  })

  test('there are 200, and each one of them is different', () => {
    expect(golden.filters).toHaveLength(200)
    expect(new Set(golden.filters.map(({ on, text }) => `${on} ${text}`)).size).toBe(200)
  })

  test.for(golden.filters)('filter $number on $on: $text', async ({ on, text, json, ids }) => {
    const fromText = await select(connection, on, compileCql2(parseCql2Text(text), queryables[on]))
    expect(fromText).toEqual(ids)
    const fromJson = await select(connection, on, compileCql2(parseCql2Json(json), queryables[on]))
    expect(fromJson).toEqual(ids)
  })

  test('where the package differs from the standard, the file says why', () => {
    for (const { package: other } of golden.filters) if (other !== undefined) expect(other.why).toMatch(/^\S.{20,}/)
  })
})

describe('S_DWITHIN measures what dense sampling on the ellipsoid measures, within max(5 m, 0.1 %)', () => {
  let connection: DuckDBConnection
  beforeAll(async () => {
    connection = await openDatabase()
  })

  test.for([
    ['a polygon from a point of the filter', 'polygon', 'point'],
    ['a polygon of the filter from a point', 'point', 'polygon'],
  ] as const)('%s', async ([, column, literal]) => {
    const geometry = new Map([['geometry', { type: 'geometry', sql: 'geometry', geometry: column }]] as const)
    for (const pair of golden.distances) {
      const tolerance_m = Math.max(5, pair.metres / 1000)
      for (const [limit, expected] of [
        [pair.metres + tolerance_m, true],
        [pair.metres - tolerance_m, false],
      ] as const) {
        const filter = compileCql2(parseCql2Text(`S_DWITHIN(geometry, ${pair[literal]}, ${limit})`), geometry)
        const table = `(select 1 as id, st_geomfromtext('${pair[column]}') as geometry)`
        expect(await select(connection, table, filter), `${pair.polygon} ${limit}`).toEqual(expected ? [1] : [])
      }
    }
  })
})
