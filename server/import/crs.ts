import type { DuckDBConnection } from '@duckdb/node-api'
import { failed, question } from '#server/import/problem.ts'
import { quoteText, rowsOf } from '#server/prepare/database.ts'

const lonLat = 'OGC:CRS84'
const sameAsLonLat = new Set(['OGC:CRS84', 'EPSG:4326', 'CRS:84'])

/** True for longitude and latitude on WGS 84, by code or by the definition that stands in a `.prj`. */
export function isLonLat(crs: string): boolean {
  if (sameAsLonLat.has(crs.toUpperCase())) return true
  return (
    /^GEOGCS\[/i.test(crs) &&
    /D_WGS_1984|WGS_1984|WGS 84/i.test(crs) &&
    /Greenwich"?\s*,\s*0/i.test(crs) &&
    /"degree"/i.test(crs)
  )
}

/** How a system is called in a report. */
export function nameOfCrs(crs: string): string {
  const named = /^(?:PROJCS|GEOGCS|PROJCRS|GEOGCRS)\["([^"]+)"/i.exec(crs)?.[1]
  return named ?? (crs.length > 60 ? `${crs.slice(0, 60)}…` : crs)
}

/**
 * The system that a file's coordinates are in: what the person says, else what the file says.
 * @throws ImportProblem: a question where nobody says, a failure where PROJ does not know the answer
 */
export async function decideCrs(
  connection: DuckDBConnection,
  file: string,
  stated: string | null,
  asked: string | undefined,
): Promise<string> {
  const crs = asked ?? stated
  if (crs === null) {
    throw question(
      `${file}: in which coordinate system are its coordinates? The file does not say: --crs EPSG:<number>`,
    )
  }
  if (isLonLat(crs)) return lonLat
  await rowsOf(connection, `select st_transform(st_point(0, 0), ${quoteText(crs)}, '${lonLat}') as p`).catch(() => {
    throw failed(`${file}: PROJ does not know the coordinate system ${nameOfCrs(crs)}; --crs names another one`)
  })
  return crs
}

/** SQL that brings a geometry to longitude and latitude; null where that can't be done. */
export const toLonLatSql = (geometry: string, crs: string): string =>
  isLonLat(crs) ? geometry : `try(st_transform(${geometry}, ${quoteText(crs)}, '${lonLat}'))`
