import type { DuckDBConnection } from '@duckdb/node-api'
import { createTable, quoteName, rowsOf } from '#server/prepare/database.ts'
import { densify } from '#server/prepare/geometry/densify.ts'
import { type MultiPolygon, orient } from '#server/prepare/geometry/shape.ts'
import { readMultiPolygon, writeMultiPolygon } from '#server/prepare/geometry/wkb.ts'

const columns = [
  { name: 'feature_id', type: 'string' },
  { name: 'wkb', type: 'blob' },
] as const

/** Every polygon of a table by its key, in key order. */
export async function polygonsOf(connection: DuckDBConnection, table: string, key: string) {
  const rows = await rowsOf(
    connection,
    `select cast(${quoteName(key)} as varchar) as key, st_aswkb(geometry) as wkb from ${quoteName(table)}
     where st_geometrytype(geometry) in ('POLYGON', 'MULTIPOLYGON') order by key`,
  )
  return rows.map((row): readonly [string, MultiPolygon] => [String(row.key), readMultiPolygon(row.wkb as Uint8Array)])
}

async function writePolygons(
  connection: DuckDBConnection,
  name: string,
  polygons: Iterable<readonly [string, MultiPolygon]>,
): Promise<void> {
  const table = await createTable(connection, name, columns)
  for (const [key, shape] of polygons) table.add([key, writeMultiPolygon(shape)])
  table.close()
}

/** The densified twin of a dataset's table. */
export const denseTableOf = (dataset: string): string => `dense_${dataset}`

/**
 * The table `dense_<dataset>` (`feature_id`, `geometry`): the dataset's polygons with corners added along long edges, so that
 * geodesic areas and distances in a plane are those of edges that run straight in longitude and latitude.
 */
export async function densifyTable(connection: DuckDBConnection, dataset: string, key: string): Promise<void> {
  const polygons = await polygonsOf(connection, dataset, key)
  const dense = polygons.map(([id, shape]) => [id, densify(shape)] as const)
  await writePolygons(connection, 'dense', dense)
  await connection.run(
    `create or replace table ${quoteName(denseTableOf(dataset))} as
     select feature_id, st_geomfromwkb(wkb) as geometry from dense order by feature_id`,
  )
  await connection.run('drop table dense')
}

/** Turn the rings of a table's polygons to the right-hand rule (RFC 7946); GEOS leaves them the other way round. */
export async function orientTable(connection: DuckDBConnection, table: string, key: string): Promise<void> {
  const polygons = await polygonsOf(connection, table, key)
  const turned = polygons.flatMap(([id, shape]) => {
    const oriented = orient(shape)
    const isSame = oriented.every((polygon, part) => polygon.every((ring, index) => ring === shape[part]?.[index]))
    return isSame ? [] : [[id, oriented] as const]
  })
  await writePolygons(connection, 'turned', turned)
  await connection.run(
    `update ${quoteName(table)} set geometry = st_geomfromwkb(t.wkb) from turned as t
     where t.feature_id = cast(${quoteName(table)}.${quoteName(key)} as varchar)`,
  )
  await connection.run('drop table turned')
}
