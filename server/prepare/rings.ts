import type { DuckDBConnection } from '@duckdb/node-api'
import { createTable, numberOf, rowsOf } from '#server/prepare/database.ts'
import { geodesicCircle } from '#server/prepare/geometry/geodesic.ts'
import { writeMultiPolygon } from '#server/prepare/geometry/wkb.ts'

export const ringRadiiKm = [1, 5, 10, 20, 50] as const
const segments = 128

/** Which land lies within 1, 5, 10, 20 and 50 km of each located mine? The table `mine_rings`; returns its number of rows. */
export async function drawRings(connection: DuckDBConnection): Promise<number> {
  const mines = await rowsOf(
    connection,
    `select mine_dataset, mine_id, st_x(geometry) as x, st_y(geometry) as y
     from all_mines where is_located order by mine_id`,
  )
  const table = await createTable(connection, 'drawn_rings', [
    { name: 'mine_dataset', type: 'string' },
    { name: 'mine_id', type: 'string' },
    { name: 'radius_km', type: 'int' },
    { name: 'wkb', type: 'blob' },
  ])
  for (const mine of mines) {
    for (const radiusKm of ringRadiiKm) {
      const circle = geodesicCircle([Number(mine.x), Number(mine.y)], radiusKm * 1000, segments)
      table.add([String(mine.mine_dataset), String(mine.mine_id), radiusKm, writeMultiPolygon(circle)])
    }
  }
  table.close()
  await connection.run(`create or replace table mine_rings as
    select mine_id || ':' || cast(radius_km as varchar) as ring_id, mine_dataset, mine_id, radius_km, st_geomfromwkb(wkb) as geometry
    from drawn_rings order by mine_id, radius_km`)
  await connection.run('drop table drawn_rings')
  return numberOf(connection, 'select count(*) from mine_rings')
}
