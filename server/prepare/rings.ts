import type { DuckDBConnection } from '@duckdb/node-api'
import { createTable, numberOf, rowsOf } from '#server/prepare/database.ts'
import { cutAtAntimeridian } from '#server/prepare/geometry/antimeridian.ts'
import { geodesicCircle } from '#server/prepare/geometry/geodesic.ts'
import type { MultiPolygon, Position } from '#server/prepare/geometry/shape.ts'
import { readMultiPolygon, writeMultiPolygon } from '#server/prepare/geometry/wkb.ts'

export const ringRadiiKm = [1, 5, 10, 20, 50] as const
const segments = 128

interface Outline {
  readonly dataset: string
  readonly mineId: string
  readonly radiusKm: number
  readonly shape: MultiPolygon
}

/** Round a point: corners at exactly the radius. */
async function* circles(connection: DuckDBConnection): AsyncGenerator<Outline> {
  const mines = await rowsOf(
    connection,
    'select mine_dataset, mine_id, st_x(geometry) as x, st_y(geometry) as y from all_mines where is_located and not has_footprint',
  )
  for (const mine of mines) {
    const centre: Position = [Number(mine.x), Number(mine.y)]
    for (const radiusKm of ringRadiiKm) {
      const shape = geodesicCircle(centre, radiusKm * 1000, segments)
      yield { dataset: String(mine.mine_dataset), mineId: String(mine.mine_id), radiusKm, shape }
    }
  }
}

/** Round a footprint: a buffer in the plane centred on the mine, as distances are measured from the footprint too. */
async function* buffers(connection: DuckDBConnection): AsyncGenerator<Outline> {
  const rows = await rowsOf(
    connection,
    `select m.mine_dataset, m.mine_id, r.radius_km, st_aswkb(st_transform(
       st_buffer(in_plane(d.geometry, st_x(m.geometry), st_y(m.geometry)), r.radius_km * 1000, ${segments / 4}),
       plane_at(st_x(m.geometry), st_y(m.geometry)), 'OGC:CRS84')) as wkb
     from all_mines as m join dense_mine_footprints as d on d.feature_id = m.mine_id
     cross join (select unnest([${ringRadiiKm.join(', ')}]) as radius_km) as r
     where m.is_located`,
  )
  for (const row of rows) {
    const shape = cutAtAntimeridian(readMultiPolygon(row.wkb as Uint8Array))
    yield { dataset: String(row.mine_dataset), mineId: String(row.mine_id), radiusKm: Number(row.radius_km), shape }
  }
}

/** Which land lies within 1, 5, 10, 20 and 50 km of each located mine? The table `mine_rings`; returns its number of rows. */
export async function drawRings(connection: DuckDBConnection): Promise<number> {
  const table = await createTable(connection, 'drawn_rings', [
    { name: 'mine_dataset', type: 'string' },
    { name: 'mine_id', type: 'string' },
    { name: 'radius_km', type: 'int' },
    { name: 'wkb', type: 'blob' },
  ])
  for (const outlines of [circles(connection), buffers(connection)]) {
    for await (const { dataset, mineId, radiusKm, shape } of outlines) {
      table.add([dataset, mineId, radiusKm, writeMultiPolygon(shape)])
    }
  }
  table.close()
  await connection.run(`create or replace table mine_rings as
    select mine_id || ':' || cast(radius_km as varchar) as ring_id, mine_dataset, mine_id, radius_km, st_geomfromwkb(wkb) as geometry
    from drawn_rings order by mine_id, radius_km`)
  await connection.run('drop table drawn_rings')
  return numberOf(connection, 'select count(*) from mine_rings')
}
