import { describe, expect, test } from 'vitest'
import { itemRows, overlay, square } from '#test/setup/execute.ts'
import { realApp } from '#test/setup/real-app.ts'

const real = realApp()
const copperbelt = square(25, -13, 29, -10)
const sql = (text: string) => real.engine.rows({ sql: text, parameters: {} })

describe('mines beside protected areas', () => {
  test.each(['pilot_mines', 'mines'])(
    'within 50 km of %s: the pairs and distances that prepare has measured',
    async (collection) => {
      const { rows } = await overlay(real.app, {
        left: { collection },
        right: { collection: 'protected_areas' },
        relation: 'within',
        distance_m: 50_000,
      })
      const prepared =
        await sql(`select mine_id, feature_id, distance_m, is_inside, uncertainty_m, is_approx from proximity
      where mine_dataset = '${collection}' and dataset = 'protected_areas' and distance_m <= 50000`)
      expect(rows.length).toBe(prepared.length)
      const found = new Map(rows.map((row) => [`${row.left_id}:${row.right_id}`, row]))
      for (const { mine_id, feature_id, distance_m, ...facts } of prepared) {
        const row = found.get(`${mine_id}:${feature_id}`)
        expect(Math.abs(Number(row?.distance_m) - Number(distance_m)), `${mine_id} ${feature_id}`).toBeLessThan(0.5)
        expect(row).toMatchObject(facts)
      }
    },
  )

  test('intersects gives those that are inside, and no others', async () => {
    const { rows } = await overlay(real.app, {
      left: { collection: 'mines' },
      right: { collection: 'protected_areas' },
      relation: 'intersects',
    })
    const inside = await sql(
      `select mine_id || ':' || feature_id as pair from proximity where mine_dataset = 'mines' and dataset = 'protected_areas' and is_inside`,
    )
    expect(rows.map((row) => `${row.left_id}:${row.right_id}`).sort()).toEqual(
      inside.map(({ pair }) => String(pair)).sort(),
    )
    for (const row of rows) expect(row).toMatchObject({ distance_m: 0, is_inside: true, overlap_ha: null })
  })

  test('mines that are known to a province only take no part, and are counted', async () => {
    const { left } = await overlay(real.app, {
      left: { collection: 'pilot_mines' },
      right: { collection: 'protected_areas' },
      relation: 'intersects',
    })
    const [counted] = await sql(
      `select count(*) filter (where loc_accuracy in ('ADMINISTRATIVE_REGION', 'COUNTRY')) as coarse, count(*) as n from pilot_mines`,
    )
    expect(left).toMatchObject({ too_coarse: counted?.coarse, features: Number(counted?.n) - Number(counted?.coarse) })
  })
})

describe('the k nearest', () => {
  test('communities of 40 mines are those that every community was measured for', async () => {
    const filter = "mine_id like 'ICMM000%'"
    const { rows, summary } = await overlay(real.app, {
      left: { collection: 'mines', filter },
      right: { collection: 'host_communities' },
      relation: 'nearest',
      k: 5,
    })
    const all = await sql(`with measured as (
        select m.mine_id, c.community_id, st_distance_spheroid(cast(m.geometry as point_2d), cast(c.geometry as point_2d)) as distance_m
        from mines as m, host_communities as c where m.mine_id like 'ICMM000%' and m.loc_accuracy not in ('ADMINISTRATIVE_REGION', 'COUNTRY'))
      select * from measured qualify row_number() over (partition by mine_id order by distance_m) <= 5`)
    expect(rows.length).toBe(all.length)
    expect(summary.every(({ n }) => n === 5)).toBe(true)
    const found = new Map(rows.map((row) => [`${row.left_id}:${row.right_id}`, row.distance_m]))
    for (const { mine_id, community_id, distance_m } of all)
      expect(found.get(`${mine_id}:${community_id}`)).toBeCloseTo(Number(distance_m), 2)
  })

  test('protected areas are nearest first, and agree with prepare where it looked', async () => {
    const { rows } = await overlay(real.app, {
      left: { collection: 'pilot_mines' },
      right: { collection: 'protected_areas' },
      relation: 'nearest',
      k: 3,
    })
    const prepared = await sql(
      `select mine_id, min(distance_m) as distance_m from proximity where mine_dataset = 'pilot_mines' and dataset = 'protected_areas' group by mine_id having min(distance_m) <= 50000`,
    )
    const first = new Map(rows.filter(({ place }) => place === 1).map((row) => [row.left_id, row.distance_m]))
    for (const { mine_id, distance_m } of prepared)
      expect(Math.abs(Number(first.get(String(mine_id))) - Number(distance_m))).toBeLessThan(0.5)
    for (const [index, row] of rows.entries()) {
      const before = rows[index - 1]
      if (before?.left_id === row.left_id) expect(row.distance_m).toBeGreaterThanOrEqual(before.distance_m)
      expect(row.place).toBeLessThanOrEqual(3)
    }
  })

  test('none is farther than was asked to look', async () => {
    const { rows } = await overlay(real.app, {
      left: { collection: 'pilot_mines' },
      right: { collection: 'protected_areas' },
      relation: 'nearest',
      k: 10,
      distance_m: 30_000,
    })
    const [counted] = await sql(
      `select count(*) as n from proximity where mine_dataset = 'pilot_mines' and dataset = 'protected_areas' and distance_m <= 30000`,
    )
    expect(rows.length).toBe(counted?.n)
  })
})

test('a collection beside itself pairs no feature with itself', async () => {
  const { rows } = await overlay(real.app, {
    left: { collection: 'pilot_mines' },
    right: { collection: 'pilot_mines' },
    relation: 'within',
    distance_m: 10_000,
  })
  expect(rows.length).toBeGreaterThan(0)
  for (const { left_id, right_id } of rows) expect(left_id).not.toBe(right_id)
  const pairs = new Set(rows.map(({ left_id, right_id }) => `${left_id}:${right_id}`))
  for (const { left_id, right_id } of rows) expect(pairs).toContain(`${right_id}:${left_id}`)
})

test('an overlay with parameters is a side like any other, and a filter narrows it', async () => {
  const left = {
    collection: 'mine_exposure',
    parameters: { mine_dataset: 'mines', radius_km: 20 },
    filter: "areas > 0 AND iso3 = 'ZMB'",
  }
  const { summary } = await overlay(real.app, {
    left,
    right: { collection: 'protected_areas' },
    relation: 'within',
    distance_m: 20_000,
  })
  const rows = await itemRows(
    real.app,
    'mine_exposure/items?f=json&limit=10000&mine_dataset=mines&radius_km=20&country=ZMB',
  )
  const near = rows.filter((row) => Number(row.areas) > 0).map(({ mine_id }) => String(mine_id))
  expect(near.length).toBeGreaterThan(0)
  expect(summary.map(({ left_id }) => left_id).sort()).toEqual(near.sort())
})

test('the same filter as CQL2 JSON gives the same', async () => {
  const sides = (filter: unknown) => ({
    left: { collection: 'mines', filter },
    right: copperbelt,
    relation: 'intersects',
  })
  const text = await overlay(real.app, sides("iso3 = 'ZMB'"))
  const json = await overlay(real.app, sides({ op: '=', args: [{ property: 'iso3' }, 'ZMB'] }))
  expect(json.rows).toEqual(text.rows)
  expect(text.rows.length).toBeGreaterThan(0)
})
