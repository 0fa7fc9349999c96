import { beforeAll, describe, expect, test } from 'vitest'
import { common, features, names, ofType, queryables, World } from '#test/server/cql2/world.ts'

const operators = ['=', '<>', '>', '<', '>=', '<=']
const values = { string: "'foo'", boolean: 'true', number: '3.14', date: "DATE('2022-04-14')" } as const

/** Abstract tests of OGC 21-065r2, annex A, on the oracle's world. */
let world: World
beforeAll(async () => {
  world = await World.open()
})

describe('/conf/basic-cql2', () => {
  test('/comparison: opposite operators have no feature in common, on every scalar queryable', async () => {
    for (const on of names) {
      for (const [name, { type }] of queryables[on]) {
        if (!(type in values)) continue
        const found = new Map<string, number[]>()
        for (const operator of operators) {
          const value = values[type as keyof typeof values]
          found.set(operator, await world.run(on, `"${name}" ${operator} ${value}`))
          const turned = { '>': '<', '<': '>', '>=': '<=', '<=': '>=' }[operator] ?? operator
          expect(await world.run(on, `${value} ${turned} "${name}"`)).toEqual(found.get(operator))
        }
        for (const [a, b] of [
          ['=', '<>'],
          ['>', '<='],
          ['<', '>='],
        ] as const) {
          expect(common(found.get(a) ?? [], found.get(b) ?? [])).toEqual([])
        }
      }
    }
  })

  test('/is-null: NULL and not NULL have no feature in common, on every queryable', async () => {
    for (const on of names) {
      for (const name of queryables[on].keys()) {
        const [none, some] = [await world.run(on, `${name} IS NULL`), await world.run(on, `${name} is not null`)]
        expect([...none, ...some].sort((a, b) => a - b)).toEqual(features[on].map(({ id }) => id))
      }
    }
  })

  test('/boolean: true selects all, false none', async () => {
    expect(await world.runOnBoth('true')).toEqual(names.map((on) => features[on].map(({ id }) => id)))
    expect(await world.runOnBoth('false')).toEqual([[], []])
  })

  test('/logical: the combination of four predicates is what its parts make', async () => {
    const [p1, p2, p3, p4] = ["name LIKE '%o%'", 'people > 5', 'share IS NULL', 'is_active = TRUE']
    const truth = async (text: string) => ({
      yes: await world.run('sites', text),
      no: await world.run('sites', `NOT (${text})`),
    })
    const [a, b, c, d] = [
      await truth(p1 as string),
      await truth(p2 as string),
      await truth(p3 as string),
      await truth(p4 as string),
    ]
    const expected = features.sites
      .map(({ id }) => id)
      .filter((id) => {
        const [has, hasNot] = [(t: typeof a) => t.yes.includes(id), (t: typeof a) => t.no.includes(id)]
        return (hasNot(a) && has(b)) || (has(c) && hasNot(d)) || hasNot(a) || hasNot(d)
      })
    expect(
      await world.run('sites', `((NOT ${p1} AND ${p2}) OR (${p3} and NOT ${p4}) or not (${p1} AND ${p4}))`),
    ).toEqual(expected)
  })
})

describe('/conf/advanced-comparison-operators, case- and accent-insensitive-comparison', () => {
  test('/like: wild cards on every queryable of type string', async () => {
    for (const name of ofType('sites', 'string')) {
      expect(await world.runOnBoth(`${name} LIKE '%'`)).toEqual(await world.runOnBoth(`${name} like '%%'`))
      const [some, none] = [await world.run('sites', `${name} like '_%'`), await world.run('sites', `${name} like ''`)]
      expect(common(some, none)).toEqual([])
      await world.runOnBoth(`${name} like '\\%\\_'`)
      await world.runOnBoth(`${name} like '\\\\%\\\\_'`)
    }
  })

  test('/between and /in: on every queryable of a type that they take', async () => {
    for (const name of ofType('sites', 'number')) {
      await world.runOnBoth(`${name} BETWEEN 0 AND 100`)
      expect(await world.runOnBoth(`${name} between 100.0 and 1.0`)).toEqual([[], []])
      await world.runOnBoth(`${name} IN (1, 2, 3)`)
    }
    for (const name of ofType('sites', 'string')) await world.runOnBoth(`${name} in ('foo', 'bar')`)
    await world.runOnBoth('is_active in (true)')
    await world.runOnBoth("event_date in ('2022-04-14', '2022-04-15')")
  })

  test('/casei and /accenti: comparison and LIKE, alone and together', async () => {
    for (const name of ofType('sites', 'string')) {
      const [equal, other] = [
        await world.run('sites', `CASEI(${name}) = casei('rio blanco')`),
        await world.run('sites', `CASEI(${name}) <> casei('RIO BLANCO')`),
      ]
      expect(common(equal, other)).toEqual([])
      expect(await world.runOnBoth(`CASEI(${name}) LIKE casei('oyu%')`)).toEqual(
        await world.runOnBoth(`CASEI(${name}) LIKE casei('OYU%')`),
      )
      expect(await world.runOnBoth(`ACCENTI(${name}) LIKE accenti('Rí%')`)).toEqual(
        await world.runOnBoth(`ACCENTI(${name}) LIKE accenti('Ri%')`),
      )
      const together = (text: string) => world.runOnBoth(`ACCENTI(CASEI(${name})) = accenti(casei('${text}'))`)
      expect(await together('KØBENHAVN')).toEqual(await together('kobenhavn'))
    }
    expect((await world.run('sites', "ACCENTI(CASEI(name)) = accenti(casei('KØBENHAVN'))")).length).toBeGreaterThan(0)
  })
})
