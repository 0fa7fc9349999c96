import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api'
import { z } from 'zod'
import { quoteName, quoteText } from '#server/prepare/database.ts'
import { loadSpatial } from '#server/spatial.ts'

/**
 * Child process of `gdal.ts`, the one place where GDAL and DuckDB's Parquet reader open a file that a user brings: a file that kills it kills
 * nothing else. Writes what it read as Parquet: `record` (from 1), attributes as text, `wkb`; answers with one line of JSON.
 */
const requestSchema = z.object({
  path: z.string(),
  target: z.string(),
  spatial: z.string(),
  driver: z.enum(['ESRI Shapefile', 'GPKG', 'FlatGeobuf', 'Parquet']),
  layer: z.string().nullable(),
  openOptions: z.array(z.string()),
  spillDir: z.string(),
})
type Request = z.infer<typeof requestSchema>

const request = requestSchema.parse(JSON.parse(process.argv[2] ?? '{}'))

function sourceSql({ path, driver, layer, openOptions }: Request): string {
  if (driver === 'Parquet') return `read_parquet(${quoteText(path)})`
  const options = openOptions.map(quoteText).join(', ')
  return `st_read(${quoteText(path)}, keep_wkb = true, allowed_drivers = [${quoteText(driver)}]
    ${layer === null ? '' : `, layer = ${quoteText(layer)}`}${options === '' ? '' : `, open_options = [${options}]`})`
}

/** The system that a typed geometry column names: an authority code, or a whole definition. */
function crsOfType(type: string): string | null {
  const named = /^GEOMETRY\('(.*)'\)$/s.exec(type)?.[1]?.replaceAll("''", "'")
  if (named === undefined) return 'OGC:CRS84'
  if (!named.startsWith('{')) return named
  const { id } = JSON.parse(named) as { id?: { authority?: unknown; code?: unknown } }
  return id === undefined ? named : `${String(id.authority)}:${String(id.code)}`
}

/** The system that the header of a layer names, through GDAL; null where it names none. */
async function crsOfLayer(connection: DuckDBConnection): Promise<string | null> {
  const [row] = (
    await connection.runAndReadAll(
      `select crs.auth_name as authority, crs.auth_code as code, crs.wkt as wkt
       from (select unnest(layers).geometry_fields[1].crs as crs from st_read_meta(${quoteText(request.path)}))`,
    )
  ).getRowObjectsJS()
  if (row?.authority && row.code) return `${String(row.authority)}:${String(row.code)}`
  return row?.wkt ? String(row.wkt) : null
}

async function run(): Promise<{ columns: string[]; hasGeometry: boolean; crs: string | null; rows: number }> {
  const instance = await DuckDBInstance.create(':memory:', { memory_limit: '2GB', temp_directory: request.spillDir })
  const connection = await instance.connect()
  await loadSpatial(connection, request.spatial)
  const source = sourceSql(request)
  const described = (await connection.runAndReadAll(`describe select * from ${source}`)).getRowObjectsJS()
  const typed = described.map((row) => ({ name: String(row.column_name), type: String(row.column_type) }))
  const geometry = typed.find(({ type }) => type.startsWith('GEOMETRY') || type === 'WKB_BLOB')
  const binary = typed.find(({ name, type }) => type === 'BLOB' && /^(geom(etry)?|wkb|wkb_geometry|shape)$/i.test(name))
  const place = geometry ?? binary
  const plain = typed.filter(
    ({ name, type }) => name !== place?.name && !/^STRUCT|^MAP|BLOB|GEOMETRY/.test(type) && !type.endsWith('[]'),
  )
  const wkb =
    place === undefined
      ? 'null::blob'
      : place.type.startsWith('GEOMETRY')
        ? `st_aswkb(${quoteName(place.name)}::geometry)::blob`
        : `${quoteName(place.name)}::blob`
  const columns = plain.map(({ name }) => `cast(${quoteName(name)} as varchar) as ${quoteName(name)}`)
  await connection.run(
    `copy (select row_number() over () as "record ordinal", ${[...columns, `${wkb} as "record wkb"`].join(', ')} from ${source})
     to ${quoteText(request.target)} (format parquet, compression zstd)`,
  )
  const [counted] = (
    await connection.runAndReadAll(`select count(*) as n from read_parquet(${quoteText(request.target)})`)
  ).getRowObjectsJS()
  return {
    columns: plain.map(({ name }) => name),
    hasGeometry: place !== undefined,
    crs: await crsOf(connection, geometry?.type),
    rows: Number(counted?.n),
  }
}

async function crsOf(connection: DuckDBConnection, geometryType: string | undefined): Promise<string | null> {
  if (request.driver === 'FlatGeobuf') return crsOfLayer(connection)
  return request.driver === 'Parquet' && geometryType !== undefined ? crsOfType(geometryType) : null
}

try {
  process.stdout.write(`${JSON.stringify(await run())}\n`)
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message.split('\n')[0] : String(error)}\n`)
  process.exitCode = 1
}
