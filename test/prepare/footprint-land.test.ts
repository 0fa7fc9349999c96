import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { rowsOf } from '#server/prepare/database.ts'
import { overlaySqlPath } from '#server/prepare/inputs.ts'
import { openBench } from '#test/prepare/workbench.ts'

const square = (west: number, south: number, east: number, north: number): string =>
  `st_geomfromtext('POLYGON((${west} ${south},${east} ${south},${east} ${north},${west} ${north},${west} ${south}))')`

/** Hectares of 0.1 x 0.1 degree at 41 to 41.1 north: pyproj.Geod(ellps='WGS84').polygon_area_perimeter. */
const footprintHa = 9336.556

test('the part of a footprint that is protected counts once, in hectares of the ellipsoid', async () => {
  const { connection, close } = await openBench()
  // Two pieces of dissolved land: the western half of m1's footprint, and land that meets no footprint.
  await connection.run(`
    create table protected_land as
      select 'ALL' as place_id, st_collect([${square(73, 41, 73.05, 41.2)}, ${square(80, 41, 80.1, 41.1)}]) as geometry
      union all select 'CAS', ${square(73, 41, 73.1, 41.2)};
    create table mine_footprints as
      select 'm1' as mine_id, ${square(73, 41, 73.1, 41.1)} as geometry
      union all select 'm2', ${square(75, 41, 75.1, 41.1)}`)
  const rows = await rowsOf(connection, readFileSync(overlaySqlPath('footprint_protected_land'), 'utf8'))
  close()
  const [first, second] = rows
  expect(rows.map((row) => row.mine_id)).toEqual(['m1', 'm2'])
  expect(Number(first?.footprint_ha)).toBeCloseTo(footprintHa, 1)
  expect(Number(first?.protected_ha)).toBeCloseTo(footprintHa / 2, 1)
  expect(second?.protected_ha).toBe(0)
})
