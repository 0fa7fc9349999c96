import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { parseConfig } from '#server/config.ts'
import { openWorkbench, quoteText, rowsOf } from '#server/prepare/database.ts'
import { smallWorld, startPrepare } from '#test/prepare/small-world.ts'

let world: Awaited<ReturnType<typeof smallWorld>>
beforeAll(async () => {
  world = await smallWorld()
})
afterAll(() => world[Symbol.dispose]())

describe('footprints', () => {
  it('are measured from, and give rings and overlaps of their own', async () => {
    using folder = world.copy()
    const bench = await openWorkbench(parseConfig(process.env), folder.path)
    await bench.connection.run(
      `copy (select 'zm-chambishi' as mine_id, st_geomfromtext('POLYGON((28.0 -12.7,28.1 -12.7,28.1 -12.6,28.0 -12.6,28.0 -12.7))') as geometry)
       to ${quoteText(join(folder.path, 'source', 'mine-footprints.parquet'))} (format parquet, geoparquet_version 'V2')`,
    )
    expect(await startPrepare(folder.path).ended).toEqual({ code: 0, errors: '' })
    const snapshot = readdirSync(join(folder.path, 'prepared')).find((name) =>
      existsSync(join(folder.path, 'prepared', name, 'atlas.duckdb')),
    )
    await bench.connection.run(
      `attach ${quoteText(join(folder.path, 'prepared', String(snapshot), 'atlas.duckdb'))} as atlas (read_only)`,
    )
    const [row] = await rowsOf(
      bench.connection,
      `select has_footprint,
        (select st_area_spheroid(geometry) from atlas.mine_rings where ring_id = 'zm-chambishi:1') as ring_m2,
        (select count(*) from atlas.proximity where mine_id = 'zm-chambishi' and dataset = 'protected_areas'
           and overlap_ha is null and feature_id in (select site_id from atlas.protected_areas where rep_area_km2 > 0)) as without
       from atlas.all_mines where mine_id = 'zm-chambishi'`,
    )
    expect(row?.has_footprint).toBe(true)
    expect(Number(row?.ring_m2)).toBeGreaterThan(11_000 * 11_000 + 4 * 10_000 * 1_000)
    expect(Number(row?.without)).toBe(0)
    bench.close()
  })
})
