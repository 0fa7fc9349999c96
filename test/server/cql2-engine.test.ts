import type { DuckDBConnection } from '@duckdb/node-api'
import { beforeAll, describe, expect, test } from 'vitest'
import { type CompileOptions, compileCql2 } from '#server/cql2/compile.ts'
import { parseCql2Json } from '#server/cql2/json.ts'
import { spatialRelations } from '#server/cql2/operators.ts'
import { parseCql2Text } from '#server/cql2/text.ts'
import { createTable, type Feature, openDatabase, oracleQueryables, select } from '#test/server/cql2/database.ts'

describe('a compiled filter in the engine', () => {
  let connection: DuckDBConnection
  const points = oracleQueryables('point')
  const run = (text: string, options?: CompileOptions) =>
    select(connection, 'places', compileCql2(parseCql2Text(text), points, options))
  const place = (id: number, coordinates: [number, number], properties: Record<string, unknown> = {}): Feature => ({
    id,
    geometry: { type: 'Point', coordinates },
    properties: { id, ...properties },
  })

  beforeAll(async () => {
    connection = await openDatabase()
    await createTable(connection, 'places', [
      place(1, [179.999, 0], { name: 'a\\', event_date: '2020-01-01', people: 1 }),
      place(2, [-179.999, 0], { name: '50%', event_date: '9999-12-31', people: 2_147_483_647 }),
      place(3, [0, 89.99], { name: 'ﬁ', event_date: '0001-01-01', share: 1e300 }),
      place(4, [180, 89.99], { name: "' OR TRUE --", share: -0.0 }),
      { id: 5, geometry: null, properties: { id: 5 } },
    ])
  })

  test('distance goes over the antimeridian and over the pole', async () => {
    expect(await run('S_DWITHIN(geometry, POINT(180 0), 112)')).toEqual([1, 2])
    expect(await run('S_DWITHIN(geometry, POINT(-180 0), 112)')).toEqual([1, 2])
    expect(await run('S_DWITHIN(geometry, POINT(179.999 0), 100)')).toEqual([1])
    expect(await run('S_DWITHIN(geometry, POINT(0 89.99), 2300)')).toEqual([3, 4])
    expect(await run('S_DWITHIN(geometry, POINT(0 0), 20100000)')).toEqual([1, 2, 3, 4])
    expect(await run('S_DWITHIN(geometry, POLYGON((179.5 -1, 180 -1, 180 1, 179.5 1, 179.5 -1)), 120)')).toEqual([1, 2])
    expect(await run('S_DWITHIN(geometry, LINESTRING(-180 -1, -180 1), 120)')).toEqual([1, 2])
    expect(await run('S_DWITHIN(geometry, MULTIPOINT(179 10, -179.9999 0, 120 0), 125)')).toEqual([1, 2])
  })

  test('the same box in three CRS selects the same', async () => {
    expect(await run('S_INTERSECTS(geometry, BBOX(179,-1,-179,1))')).toEqual([1, 2])
    expect(await run('S_INTERSECTS(geometry, BBOX(-1,179,1,-179))', { filterCrs: 'EPSG:4326' })).toEqual([1, 2])
    const mercator = 'BBOX(19926188.85,-111325.14,-19926188.85,111325.14)'
    expect(await run(`S_INTERSECTS(geometry, ${mercator})`, { filterCrs: 'EPSG:3857' })).toEqual([1, 2])
  })

  test('an outline that turns over itself, or has no inside, is answered and not an error', async () => {
    const outlines = [
      'POLYGON((170 -5, 180 5, 180 -5, 170 5, 170 -5))',
      'POLYGON((0 0, 0 1, 0 0, 0 0))',
      'POLYGON((0 0, 2 0, 2 2, 0 2, 0 0), (5 5, 6 5, 6 6, 5 5))',
      'LINESTRING(1 1, 1 1)',
    ]
    for (const outline of outlines) {
      for (const relation of Object.keys(spatialRelations)) await run(`${relation}(geometry, ${outline})`)
      await run(`S_DWITHIN(geometry, ${outline}, 1000)`)
    }
    expect(await run(`S_INTERSECTS(geometry, ${outlines[0]})`)).toEqual([1])
  })

  test('ground that two parts of a multipolygon share is inside it', async () => {
    const parts = 'MULTIPOLYGON(((178 -1, 180 -1, 180 1, 178 1, 178 -1)), ((179 -2, 180 -2, 180 2, 179 2, 179 -2)))'
    expect(await run(`S_INTERSECTS(geometry, ${parts})`)).toEqual([1])
    expect(await run(`S_WITHIN(geometry, ${parts})`)).toEqual([1])
  })

  test('patterns that DuckDB alone would refuse are read', async () => {
    expect(await run("name LIKE '%\\\\\\\\'")).toEqual([1])
    expect(await run("name LIKE '%\\%'")).toEqual([2])
    expect(await run("name = ''' OR TRUE --'")).toEqual([4])
  })

  test('numbers and dates at the edge of their type neither overflow nor fail', async () => {
    expect(await run('people + people > 4294967290')).toEqual([2])
    expect(await run('people * 1e308 * 1e308 > 0')).toEqual([1, 2])
    expect(await run('share ^ 9 > 1e300')).toEqual([3])
    expect(await run('people = 99999999999999999999')).toEqual([])
    expect(await run('(people - 3) ^ 0.5 IS NULL')).toEqual([3, 4, 5])
    expect(await run("T_INTERSECTS(event_date, INTERVAL('0000-01-01', '9999-12-31'))")).toEqual([1, 2, 3])
    expect(await run("event_date < TIMESTAMP('9999-12-31T23:59:59.999999999Z')")).toEqual([1, 2, 3])
    expect(await run("event_date = TIMESTAMP('2020-01-01t00:00:00z')")).toEqual([1])
  })

  test('an interval of one NULL end is known where the other decides', async () => {
    expect(await run("T_AFTER(INTERVAL(event_date, end_date), INTERVAL('..', '2019-01-01'))")).toEqual([1, 2])
    expect(await run("T_BEFORE(INTERVAL(event_date, end_date), INTERVAL('2019-01-01', '..'))")).toEqual([])
  })

  test('an empty list selects nothing, with NOT all that is', async () => {
    const none = { op: 'in', args: [{ property: 'people' }, []] }
    expect(await select(connection, 'places', compileCql2(parseCql2Json(none), points))).toEqual([])
    const all = { op: 'not', args: [none] }
    expect(await select(connection, 'places', compileCql2(parseCql2Json(all), points))).toEqual([1, 2, 3, 4, 5])
  })
})
