import { beforeAll, describe, expect, test } from 'vitest'
import { compileCql2 } from '#server/cql2/compile.ts'
import { Cql2Error } from '#server/cql2/error.ts'
import { parseCql2Text } from '#server/cql2/text.ts'
import { common, features, names, ofType, queryables, World } from '#test/server/cql2/world.ts'

const operators = ['=', '<>', '>', '<', '>=', '<=']

/** Abstract tests of OGC 21-065r2, annex A, on the oracle's world. */
let world: World
beforeAll(async () => {
  world = await World.open()
})

describe('/conf/basic-spatial-functions, basic-spatial-functions-plus and spatial-functions', () => {
  const earth = ['BBOX(-180,-90,180,90)', 'POLYGON((-180 -90,180 -90,180 90,-180 90,-180 -90))'] as const
  const [line, point] = ['LINESTRING(7 50,10 51)', 'POINT(7.02 49.92)']

  test('/s_intersects: the box and the polygon of the whole Earth select the same, everything with a geometry', async () => {
    const all = names.map((on) => features[on].filter(({ geometry }) => geometry !== null).map(({ id }) => id))
    for (const shape of earth) expect(await world.runOnBoth(`S_INTERSECTS(geometry,${shape})`)).toEqual(all)
    for (const shape of [line, point]) await world.runOnBoth(`S_INTERSECTS(geometry,${shape})`)
  })

  test('/s_intersects: a coordinate that is not on Earth is refused, a literal of every type is taken', async () => {
    for (const shape of ['POINT(90 180)', 'MULTIPOINT(7.02 49.92, 90 180)']) {
      expect(() => compileCql2(parseCql2Text(`S_INTERSECTS(geometry,${shape})`), queryables.sites)).toThrow(Cql2Error)
    }
    const hole = '(-120 -50, -100 -50, -100 -40, -120 -40, -120 -50)'
    const polygon = `((-180 -90, -90 -90, -90 90, -180 90, -180 -90), ${hole})`
    const shapes = [
      'LINESTRING(-180 -45, 0 -45)',
      'MULTILINESTRING((-180 -45, 0 -45), (0 45, 180 45))',
      `POLYGON${polygon}`,
      `MULTIPOLYGON(${polygon},((0 0, 10 0, 10 10, 0 10, 0 0)))`,
      'GEOMETRYCOLLECTION(POINT(7.02 49.92), POLYGON((0 0, 10 0, 10 10, 0 10, 0 0)))',
    ]
    for (const shape of shapes)
      for (const relation of ['S_INTERSECTS', 'S_WITHIN', 'S_TOUCHES'])
        await world.runOnBoth(`${relation}(geometry,${shape})`)
  })

  test('/s_disjoint: nothing is off the Earth, and nothing is both disjoint and intersecting', async () => {
    for (const shape of earth) expect(await world.runOnBoth(`S_DISJOINT(geometry,${shape})`)).toEqual([[], []])
    for (const shape of ['POINT(1 1)', 'LINESTRING(0 0, 2 2)']) {
      const [apart, together] = [
        await world.runOnBoth(`S_DISJOINT(geometry,${shape})`),
        await world.runOnBoth(`S_INTERSECTS(geometry,${shape})`),
      ]
      for (const index of [0, 1]) expect(common(apart[index] ?? [], together[index] ?? [])).toEqual([])
    }
  })

  test('/s_within and /s_contains: box and polygon of the Earth agree, and no feature is in both', async () => {
    for (const relation of ['S_WITHIN', 'S_CONTAINS', 'S_TOUCHES', 'S_CROSSES', 'S_EQUALS', 'S_OVERLAPS']) {
      expect(await world.runOnBoth(`${relation}(geometry,${earth[0]})`)).toEqual(
        await world.runOnBoth(`${relation}(geometry,${earth[1]})`),
      )
      for (const shape of [line, point, 'MULTIPOINT(7 50,10 51)'])
        await world.runOnBoth(`${relation}(geometry,${shape})`)
    }
    const [within, containing] = [
      await world.run('areas', `S_WITHIN(geometry,${earth[0]})`),
      await world.run('areas', `S_CONTAINS(geometry,${earth[0]})`),
    ]
    expect(within.length).toBeGreaterThan(20)
    expect(common(within, containing)).toEqual([])
  })
})

describe('/conf/temporal-functions', () => {
  const all = ['AFTER', 'BEFORE', 'DISJOINT', 'EQUALS', 'INTERSECTS']
  const between = [
    'CONTAINS',
    'DURING',
    'FINISHEDBY',
    'FINISHES',
    'MEETS',
    'METBY',
    'OVERLAPPEDBY',
    'OVERLAPS',
    'STARTEDBY',
    'STARTS',
  ]

  test('/temporal-functions-1: five relations take instants and intervals, from either side', async () => {
    for (const name of all) {
      for (const other of [
        "DATE('2022-04-24')",
        "INTERVAL('2021-01-01','2021-12-31')",
        "TIMESTAMP('2022-04-24T07:59:57Z')",
        "INTERVAL('..','..')",
      ]) {
        await world.runOnBoth(`T_${name}(event_date,${other})`)
        await world.runOnBoth(`T_${name}(${other},event_date)`)
      }
    }
  })

  test('/temporal-functions-2: all relations take two intervals, made of properties and of literals', async () => {
    for (const name of [...all, ...between]) {
      await world.runOnBoth(`T_${name}(INTERVAL(start_date,end_date),INTERVAL('2021-01-01','2021-12-31'))`)
      await world.runOnBoth(`T_${name}(INTERVAL('2021-01-01T00:00:00Z','..'),INTERVAL(start_date,end_date))`)
    }
  })

  test('the ten relations between intervals refuse an instant, as the standard says', () => {
    for (const name of between) {
      for (const text of [
        `T_${name}(event_date,INTERVAL('2021-01-01','..'))`,
        `T_${name}(INTERVAL(start_date,end_date),DATE('2021-01-01'))`,
      ]) {
        expect(() => compileCql2(parseCql2Text(text), queryables.sites)).toThrow(/compares two intervals/)
      }
    }
  })
})

describe('/conf/array-functions, arithmetic and property-property', () => {
  test('/array-predicates, /arithmetic and comparisons of a property with itself run on every queryable they fit', async () => {
    for (const name of ['CONTAINS', 'CONTAINEDBY', 'EQUALS', 'OVERLAPS'])
      await world.runOnBoth(`A_${name}(codes,('foo','bar'))`)
    for (const operator of ['+', '-', '*', '/', '%', 'div', '^'])
      await world.runOnBoth(`people ${operator} 2 > 3 ${operator} share`)
    for (const name of ofType('sites', 'string', 'boolean', 'number', 'date')) {
      for (const operator of ['<>', '<', '>'])
        expect(await world.runOnBoth(`"${name}" ${operator} "${name}"`)).toEqual([[], []])
      for (const operator of ['=', '>=', '<='])
        expect(await world.runOnBoth(`"${name}" ${operator} "${name}"`)).toEqual(
          await world.runOnBoth(`"${name}" IS NOT NULL`),
        )
    }
  })

  test('/comparison-value-value: literals on both sides', async () => {
    for (const value of ["'foo'", 'true', '3.14', '1', "TIMESTAMP('2022-04-14T14:48:46Z')", "DATE('2022-04-14')"]) {
      for (const operator of operators) {
        const isTrue = operator.includes('=')
        expect((await world.run('sites', `${value} ${operator} ${value}`)).length > 0).toBe(isTrue)
      }
    }
    expect(await world.run('sites', "'København' LIKE 'K_benhavn'")).toHaveLength(features.sites.length)
  })
})
