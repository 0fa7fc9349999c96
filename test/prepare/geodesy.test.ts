import { readFileSync } from 'node:fs'
import type { DuckDBConnection } from '@duckdb/node-api'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { hostCommunities } from '#data/datasets/host-communities.ts'
import { protectedAreas } from '#data/datasets/protected-areas.ts'
import { createTable, rowsOf } from '#server/prepare/database.ts'
import { cutAtAntimeridian } from '#server/prepare/geometry/antimeridian.ts'
import { destination, geodesicCircle } from '#server/prepare/geometry/geodesic.ts'
import { boundsOf, type Position } from '#server/prepare/geometry/shape.ts'
import { writeMultiPolygon } from '#server/prepare/geometry/wkb.ts'
import { measureProximity } from '#server/prepare/near.ts'
import { densifyTable } from '#server/prepare/polygons.ts'
import { openBench } from '#test/prepare/workbench.ts'

interface Truth {
  readonly mines: readonly { id: string; x: number; y: number; footprint: Position[] | null }[]
  readonly areas: readonly { id: string; ring: Position[] }[]
  readonly places: readonly { id: string; x: number; y: number }[]
  readonly pairs: readonly {
    mine: string
    feature: string
    distance_m: number
    is_inside: boolean
    overlap_ha: number | null
  }[]
  readonly areas_ha: readonly { feature: string; area_ha: number }[]
  readonly circles: readonly { x: number; y: number; radius_m: number; corner_90: Position; area_ha: number }[]
}

/** Made with pyproj and shapely by `test/golden/geodesy.py`. */
const truth: Truth = JSON.parse(readFileSync(new URL('../golden/geodesy.json', import.meta.url), 'utf8'))
const reachM = 50_000

let bench: Awaited<ReturnType<typeof openBench>>
let measured: Map<string, { distance_m: number; is_inside: boolean; overlap_ha: number | null }>

const polygon = (ring: Position[]): Uint8Array => writeMultiPolygon(cutAtAntimeridian([[ring]]))

async function fillMines(connection: DuckDBConnection): Promise<void> {
  const mines = await createTable(connection, 'all_mines', [
    { name: 'mine_id', type: 'string' },
    { name: 'x', type: 'double' },
    { name: 'y', type: 'double' },
  ])
  const footprints = await createTable(connection, 'mine_footprints', [
    { name: 'mine_id', type: 'string' },
    { name: 'wkb', type: 'blob' },
  ])
  for (const mine of truth.mines) {
    mines.add([mine.id, mine.x, mine.y])
    if (mine.footprint !== null) footprints.add([mine.id, polygon(mine.footprint)])
  }
  mines.close()
  footprints.close()
  await connection.run(`create or replace table all_mines as select mine_id, 'mines' as mine_dataset, true as is_located,
    false as is_approximate, cast(0 as double) as uncertainty_m, st_point(x, y) as geometry from all_mines`)
  await connection.run(
    'create or replace table mine_footprints as select mine_id, st_geomfromwkb(wkb) as geometry from mine_footprints',
  )
  await densifyTable(connection, 'mine_footprints', 'mine_id')
}

async function fillFeatures(connection: DuckDBConnection): Promise<void> {
  const areas = await createTable(connection, 'protected_areas', [
    { name: 'site_id', type: 'string' },
    { name: 'wkb', type: 'blob' },
  ])
  for (const { id, ring } of truth.areas) areas.add([id, polygon(ring)])
  areas.close()
  const places = await createTable(connection, 'host_communities', [
    { name: 'community_id', type: 'string' },
    { name: 'x', type: 'double' },
    { name: 'y', type: 'double' },
  ])
  for (const { id, x, y } of truth.places) places.add([id, x, y])
  places.close()
  await connection.run(
    'create or replace table protected_areas as select site_id, false as is_approx, st_geomfromwkb(wkb) as geometry from protected_areas',
  )
  await connection.run(
    'create or replace table host_communities as select community_id, st_point(x, y) as geometry from host_communities',
  )
  await densifyTable(connection, 'protected_areas', 'site_id')
  await densifyTable(connection, 'host_communities', 'community_id')
}

beforeAll(async () => {
  bench = await openBench()
  await fillMines(bench.connection)
  await fillFeatures(bench.connection)
  await measureProximity(bench.connection, [hostCommunities, protectedAreas], 1_000_000)
  const rows = await rowsOf(bench.connection, 'select * from proximity')
  measured = new Map(
    rows.map((row) => [
      `${row.mine_id} ${row.feature_id}`,
      {
        distance_m: Number(row.distance_m),
        is_inside: row.is_inside === true,
        overlap_ha: row.overlap_ha === null ? null : Number(row.overlap_ha),
      },
    ]),
  )
})

afterAll(() => bench.close())

const within = truth.pairs.filter((pair) => pair.distance_m <= reachM - 1)
const foundOf = (pair: Truth['pairs'][number]) => measured.get(`${pair.mine} ${pair.feature}`)
const isOff = (found: number, expected: number, part: number) => !(Math.abs(found / expected - 1) <= part)

describe('proximity against pyproj', () => {
  it('is asked at every latitude of the data, across the antimeridian and round both poles', () => {
    expect(within.length).toBeGreaterThan(200)
    expect(within.filter((pair) => pair.is_inside).length).toBeGreaterThan(20)
    expect(within.filter((pair) => pair.overlap_ha !== null).length).toBeGreaterThan(10)
  })

  it('finds exactly the pairs within 50 km', () => {
    const onTheLine = truth.pairs.filter((pair) => Math.abs(pair.distance_m - reachM) <= 1)
    const undecided = new Set(onTheLine.map((pair) => `${pair.mine} ${pair.feature}`))
    const found = [...measured.keys()].filter((key) => !undecided.has(key)).sort()
    expect(found).toEqual(within.map((pair) => `${pair.mine} ${pair.feature}`).sort())
  })

  it('says of each pair whether it is inside', () => {
    expect(within.filter((pair) => foundOf(pair)?.is_inside !== pair.is_inside)).toEqual([])
  })

  it('measures distances within 2 m or 0.01 %', () => {
    const wrong = within.filter((pair) => {
      const offM = Math.abs((foundOf(pair)?.distance_m ?? Number.NaN) - pair.distance_m)
      return !(offM <= Math.max(2, pair.distance_m * 0.0001))
    })
    expect(wrong).toEqual([])
  })

  it('measures overlaps within 0.01 %', () => {
    const wrong = within.filter(
      (pair) => pair.overlap_ha !== null && isOff(foundOf(pair)?.overlap_ha ?? Number.NaN, pair.overlap_ha, 0.0001),
    )
    expect(wrong).toEqual([])
  })
})

describe('areas against pyproj', () => {
  it('agree within 0.01 %, long edges too', async () => {
    const rows = await rowsOf(bench.connection, 'select feature_id, area_ha(geometry) as ha from dense_protected_areas')
    const found = new Map(rows.map((row) => [String(row.feature_id), Number(row.ha)]))
    expect(truth.areas_ha.length).toBeGreaterThan(80)
    expect(truth.areas_ha.filter(({ feature, area_ha }) => isOff(found.get(feature) ?? 0, area_ha, 0.0001))).toEqual([])
  })
})

describe('geodesic circles against pyproj', () => {
  it.each(truth.circles)('radius $radius_m m at $x, $y', async (circle) => {
    const [x, y] = destination([circle.x, circle.y], Math.PI / 2, circle.radius_m)
    expect(y).toBeCloseTo(circle.corner_90[1], 9)
    expect(Math.abs(((x - circle.corner_90[0] + 540) % 360) - 180) * Math.cos((y * Math.PI) / 180)).toBeLessThan(1e-9)
    const shape = geodesicCircle([circle.x, circle.y], circle.radius_m, 128)
    const [west, south, east, north] = boundsOf(shape)
    expect(west >= -180 && south >= -90 && east <= 180 && north <= 90).toBe(true)
    const hex = Buffer.from(writeMultiPolygon(shape)).toString('hex')
    const [row] = await rowsOf(
      bench.connection,
      `select area_ha(g) as ha, st_isvalid(g) as is_valid from (select st_geomfromhexwkb('${hex}') as g)`,
    )
    expect(row?.is_valid).toBe(true)
    expect(isOff(Number(row?.ha), circle.area_ha, 0.0001)).toBe(false)
  })
})
