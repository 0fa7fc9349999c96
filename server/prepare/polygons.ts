import type { DuckDBConnection } from '@duckdb/node-api'
import { createTable, quoteName, rowsOf } from '#server/prepare/database.ts'
import { densify } from '#server/prepare/geometry/densify.ts'
import { type MultiPolygon, orient } from '#server/prepare/geometry/shape.ts'
import { readMultiPolygon, writeMultiPolygon } from '#server/prepare/geometry/wkb.ts'

const columns = [
  { name: 'feature_id', type: 'string' },
  { name: 'wkb', type: 'blob' },
] as const

type Keyed = readonly [key: string, shape: MultiPolygon]

/** Outlines that are corners in this process at a time: 300,000 areas of all of them would take gigabytes. */
const batchSize = 5_000

/** Every polygon of a table by its key, in key order, some at a time. */
async function* polygonBatches(connection: DuckDBConnection, table: string, key: string): AsyncGenerator<Keyed[]> {
  await connection.run(
    `create or replace temp table polygon_order as
     select key, (row_number() over (order by key) - 1) // ${batchSize} as batch
     from (select cast(${quoteName(key)} as varchar) as key from ${quoteName(table)}
           where st_geometrytype(geometry) in ('POLYGON', 'MULTIPOLYGON'))`,
  )
  const [counted] = await rowsOf(connection, 'select coalesce(max(batch) + 1, 0) as n from polygon_order')
  for (let batch = 0; batch < Number(counted?.n); batch += 1) {
    const rows = await rowsOf(
      connection,
      `select o.key, st_aswkb(t.geometry) as wkb from ${quoteName(table)} as t
       join polygon_order as o on o.key = cast(t.${quoteName(key)} as varchar) and o.batch = ${batch} order by o.key`,
    )
    yield rows.map((row): Keyed => [String(row.key), readMultiPolygon(row.wkb as Uint8Array)])
  }
}

/** Every polygon of a table by its key, in key order. */
export async function polygonsOf(connection: DuckDBConnection, table: string, key: string): Promise<Keyed[]> {
  const all: Keyed[] = []
  for await (const batch of polygonBatches(connection, table, key)) all.push(...batch)
  return all
}

/** The table `name` of what `change` makes of each polygon of another one; null leaves one out. */
async function changePolygons(
  connection: DuckDBConnection,
  { table, key, name }: { readonly table: string; readonly key: string; readonly name: string },
  change: (shape: MultiPolygon) => MultiPolygon | null,
): Promise<void> {
  const changed = await createTable(connection, name, columns)
  for await (const batch of polygonBatches(connection, table, key)) {
    for (const [id, shape] of batch) {
      const result = change(shape)
      if (result !== null) changed.add([id, writeMultiPolygon(result)])
    }
  }
  changed.close()
}

/** The densified twin of a dataset's table. */
export const denseTableOf = (dataset: string): string => `dense_${dataset}`

/**
 * The table `dense_<dataset>` (`feature_id`, `geometry`): the dataset's polygons with corners added along long edges, so that
 * geodesic areas and distances in a plane are those of edges that run straight in longitude and latitude.
 */
export async function densifyTable(connection: DuckDBConnection, dataset: string, key: string): Promise<void> {
  await changePolygons(connection, { table: dataset, key, name: 'dense' }, (shape) => densify(shape))
  await connection.run(
    `create or replace table ${quoteName(denseTableOf(dataset))} as
     select feature_id, st_geomfromwkb(wkb) as geometry from dense order by feature_id`,
  )
  await connection.run('drop table dense')
}

/** Turn the rings of a table's polygons to the right-hand rule (RFC 7946); GEOS leaves them the other way round. */
export async function orientTable(connection: DuckDBConnection, table: string, key: string): Promise<void> {
  await changePolygons(connection, { table, key, name: 'turned' }, (shape) => {
    const oriented = orient(shape)
    const isSame = oriented.every((polygon, part) => polygon.every((ring, index) => ring === shape[part]?.[index]))
    return isSame ? null : oriented
  })
  await connection.run(
    `update ${quoteName(table)} set geometry = st_geomfromwkb(t.wkb) from turned as t
     where t.feature_id = cast(${quoteName(table)}.${quoteName(key)} as varchar)`,
  )
  await connection.run('drop table turned')
}
