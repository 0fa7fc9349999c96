import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createApp } from '#server/app.ts'
import { EngineHolder } from '#server/engine/engine-source.ts'
import { cutAtAntimeridian } from '#server/prepare/geometry/antimeridian.ts'
import type { Position } from '#server/prepare/geometry/shape.ts'
import { type OverlayRow, overlay } from '#test/setup/execute.ts'
import type { App } from '#test/setup/tiny-app.ts'
import { openTinyWorld, type TinyWorld } from '#test/setup/tiny-world.ts'

interface Pair {
  readonly mine: string
  readonly feature: string
  readonly distance_m: number
  readonly is_inside: boolean
  readonly overlap_ha: number | null
}
interface Truth {
  readonly mines: readonly { id: string; x: number; y: number; footprint: Position[] | null }[]
  readonly areas: readonly { id: string; ring: Position[] }[]
  readonly places: readonly { id: string; x: number; y: number }[]
  readonly pairs: readonly Pair[]
}

/** Made with pyproj and shapely by `test/golden/geodesy.py`: nothing of it comes from our code. */
const truth: Truth = JSON.parse(readFileSync(new URL('../golden/geodesy.json', import.meta.url), 'utf8'))

const text = (value: string): string => `'${value.replaceAll("'", "''")}'`
const shape = (ring: Position[]): string => {
  const coordinates = cutAtAntimeridian([[ring]])
  return `st_makevalid(st_geomfromgeojson(${text(JSON.stringify({ type: 'MultiPolygon', coordinates }))}))`
}

/** Mines stand in the table of countries, as point or footprint: any collection may be overlaid with any other. */
function golden(): string {
  const mines = truth.mines.map(
    ({ id, x, y, footprint }) => `(${text(id)}, ${text(id)}, ${footprint ? shape(footprint) : `st_point(${x}, ${y})`})`,
  )
  const areas = truth.areas.map(
    ({ id, ring }) => `(${text(id)}, ${text(id)}, 'AAA', 'AFR', 0, 0, 'Designated', false, true, ${shape(ring)})`,
  )
  const places = truth.places.map(
    ({ id, x, y }) => `(${text(id)}, ${text(id)}, 'AAA', 'AFR', ${y}, ${x}, st_point(${x}, ${y}))`,
  )
  return `
    delete from countries; delete from protected_areas; delete from host_communities;
    insert into countries (iso3, name_en, geometry) values ${mines.join(', ')};
    insert into protected_areas (site_id, name_eng, iso3, region_id, latitude, longitude, status, is_approx, is_counted, geometry) values ${areas.join(', ')};
    insert into host_communities (community_id, name, iso3, region_id, latitude, longitude, geometry) values ${places.join(', ')};`
}

let world: TinyWorld
let app: App
let rows: Map<string, OverlayRow>

beforeAll(async () => {
  world = await openTinyWorld({ queryTimeoutMs: 60_000 }, golden())
  app = createApp({ engines: new EngineHolder(world.engine), maxItems: 100 })
  rows = new Map()
  for (const right of ['protected_areas', 'host_communities']) {
    const result = await overlay(app, {
      left: { collection: 'countries' },
      right: { collection: right },
      relation: 'within',
      distance_m: 50_000,
    })
    for (const row of result.rows) rows.set(`${row.left_id}:${row.right_id}`, row)
  }
})
afterAll(() => world.close())

const within = truth.pairs.filter(({ distance_m }) => distance_m <= 49_900)

test('the golden pairs are many, at all latitudes and on both sides of the antimeridian', () => {
  expect(within.length).toBeGreaterThan(250)
})

describe('an overlay agrees with pyproj', () => {
  test('in which pairs are within 50 km', () => {
    for (const { mine, feature } of within) expect(rows.has(`${mine}:${feature}`), `${mine} ${feature}`).toBe(true)
    const known = new Set(
      truth.pairs.filter(({ distance_m }) => distance_m <= 50_100).map(({ mine, feature }) => `${mine}:${feature}`),
    )
    const mines = new Set(truth.pairs.map(({ mine }) => mine))
    for (const [key, row] of rows)
      if (mines.has(row.left_id) && row.distance_m < 49_900) expect(known, key).toContain(key)
  })

  test('in every distance, within 10 m or 0.1 %', () => {
    for (const { mine, feature, distance_m } of within) {
      const row = rows.get(`${mine}:${feature}`)
      const off = Math.abs(Number(row?.distance_m) - distance_m)
      expect(off, `${mine} ${feature}: ${row?.distance_m} against ${distance_m}`).toBeLessThanOrEqual(
        Math.max(10, distance_m * 0.001),
      )
    }
  })

  test('in what lies inside', () => {
    for (const { mine, feature, is_inside } of within)
      expect(rows.get(`${mine}:${feature}`)?.is_inside, `${mine} ${feature}`).toBe(is_inside)
  })

  test('in every overlap, within 0.01 %', () => {
    const overlapping = within.filter(({ overlap_ha }) => overlap_ha !== null && overlap_ha > 0)
    expect(overlapping.length).toBeGreaterThan(10)
    for (const { mine, feature, overlap_ha } of overlapping) {
      const row = rows.get(`${mine}:${feature}`)
      expect(
        Math.abs(Number(row?.overlap_ha) / Number(overlap_ha) - 1),
        `${mine} ${feature}: ${row?.overlap_ha} against ${overlap_ha}`,
      ).toBeLessThanOrEqual(0.0001)
    }
  })

  test('in which feature is the nearest', async () => {
    const result = await overlay(app, {
      left: { collection: 'countries' },
      right: { collection: 'protected_areas' },
      relation: 'nearest',
    })
    const nearest = new Map(result.summary.map((line) => [line.left_id, line]))
    for (const mine of new Set(within.map((pair) => pair.mine))) {
      const areas = within.filter((pair) => pair.mine === mine && truth.areas.some(({ id }) => id === pair.feature))
      if (areas.length === 0) continue
      const least = Math.min(...areas.map(({ distance_m }) => distance_m))
      const found = Number(nearest.get(mine)?.nearest_m)
      expect(Math.abs(found - least), mine).toBeLessThanOrEqual(Math.max(10, least * 0.001))
    }
  })
})
