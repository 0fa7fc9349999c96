import type { DuckDBConnection } from '@duckdb/node-api'
import type { Dataset } from '#data/define.ts'
import { createTable, numberOf, quoteName, rowsOf } from '#server/prepare/database.ts'
import { geodesicCircle } from '#server/prepare/geometry/geodesic.ts'
import type { Position } from '#server/prepare/geometry/shape.ts'
import { writeMultiPolygon } from '#server/prepare/geometry/wkb.ts'
import { denseTableOf } from '#server/prepare/polygons.ts'

const segments = 512
/** Share of the reported area by which a circle may be off. */
const tolerance = 0.0001

interface Circle {
  readonly key: string
  readonly centre: Position
  readonly areaM2: number
  radiusM: number
}

/** Points with a reported area, as circles of a first guess: flat earth. */
async function circlesOf(connection: DuckDBConnection, dataset: Dataset): Promise<Circle[]> {
  const [key, area] = [quoteName(dataset.key), quoteName(dataset.circle_area_km2 ?? '')]
  const rows = await rowsOf(
    connection,
    `select ${key} as key, st_x(geometry) as x, st_y(geometry) as y, ${area} as area
     from ${quoteName(dataset.id)} where ${area} > 0 and st_geometrytype(geometry) = 'POINT' order by ${key}`,
  )
  return rows.map((row) => {
    const areaM2 = Number(row.area) * 1e6
    const centre: Position = [Number(row.x), Number(row.y)]
    return { key: String(row.key), centre, areaM2, radiusM: Math.sqrt(areaM2 / Math.PI) }
  })
}

async function drawCircles(connection: DuckDBConnection, circles: readonly Circle[]): Promise<void> {
  const columns = [{ name: 'key', type: 'string' } as const, { name: 'wkb', type: 'blob' } as const]
  const table = await createTable(connection, 'circles', columns)
  for (const { key, centre, radiusM } of circles) {
    table.add([key, writeMultiPolygon(geodesicCircle(centre, radiusM, segments))])
  }
  table.close()
}

/** Measure the circles on the ellipsoid and change each radius by what its area is off: once leaves less than a millionth. */
async function fitCircles(connection: DuckDBConnection, circles: readonly Circle[]): Promise<void> {
  await drawCircles(connection, circles)
  const measured = await rowsOf(connection, 'select key, st_area_spheroid(st_geomfromwkb(wkb)) as area from circles')
  const areas = new Map(measured.map((row) => [String(row.key), Number(row.area)]))
  for (const circle of circles) circle.radiusM *= Math.sqrt(circle.areaM2 / (areas.get(circle.key) ?? circle.areaM2))
  await drawCircles(connection, circles)
}

/**
 * Points with a reported area become the circle of that size on the ellipsoid (the area agrees within 0.01 %), marked approximate;
 * points without one stay points. Returns the number of circles.
 * @throws Error where an area does not come out
 */
export async function circleAreas(connection: DuckDBConnection, dataset: Dataset): Promise<number> {
  const circles = await circlesOf(connection, dataset)
  await fitCircles(connection, circles)
  const [table, key] = [quoteName(dataset.id), quoteName(dataset.key)]
  const wrong = await numberOf(
    connection,
    `select count(*) from circles as c join ${table} as f on f.${key} = c.key
     where abs(st_area_spheroid(st_geomfromwkb(c.wkb)) / (f.${quoteName(dataset.circle_area_km2 ?? '')} * 1e6) - 1) > ${tolerance}`,
  )
  if (wrong > 0) throw new Error(`${dataset.id}: ${wrong} circles have not the reported area`)
  await connection.run(
    `update ${table} set is_approx = true, geometry = st_geomfromwkb(c.wkb) from circles as c where c.key = ${table}.${key}`,
  )
  await connection.run(`update ${table} set is_approx = true where st_geometrytype(geometry) = 'POINT'`)
  await connection.run('drop table circles')
  return circles.length
}

/** Fill in the measured area of every polygon of a dataset; needs its densified twin. */
export async function measureAreas(connection: DuckDBConnection, dataset: Dataset): Promise<void> {
  const [table, key] = [quoteName(dataset.id), quoteName(dataset.key)]
  await connection.run(`update ${table} set gis_area_km2 = null`)
  await connection.run(
    `update ${table} set gis_area_km2 = st_area_spheroid(d.geometry) / 1e6
     from ${quoteName(denseTableOf(dataset.id))} as d where d.feature_id = ${table}.${key}`,
  )
}
