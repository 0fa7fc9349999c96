import { csvLines } from '#server/export/csv.ts'
import type { ExportFile, ExportJob, Tally } from '#server/export/job.ts'
import { finishedFile, piecesOf } from '#server/export/pieces.ts'
import { overRows } from '#server/export/rows.ts'
import type { Writer } from '#server/export/writer.ts'

/** Coordinates leave as longitude, latitude: GDAL names that EPSG:4326 in its traditional order. */
const reference = "srs 'EPSG:4326'"
/** The index of a FlatGeobuf file is built in memory, some 170 bytes a feature. */
const mostIndexed = 250_000

/** All rows as a GeoPackage; rows without geometry become an attribute table. */
export async function* geopackageFile(writer: Writer, job: ExportJob, tally: Tally): AsyncGenerator<ExportFile> {
  const name = `${job.id}.gpkg`
  tally.rows = await writer.copy(job.query, name, `format gdal, driver 'GPKG', ${reference}, layer_name '${job.id}'`)
  yield await finishedFile(writer, name)
}

interface Shapes {
  readonly rows: number
  readonly points: number
  readonly lines: number
  readonly polygons: number
}

async function shapesOf(writer: Writer, job: ExportJob): Promise<Shapes> {
  const family = (name: string): string =>
    `count(*) filter (cast(st_geometrytype(r.geometry) as string) like '%${name}') as ${name.toLowerCase()}s`
  const families = ['POINT', 'LINESTRING', 'POLYGON'].map(family)
  const select = ['count(*) as n', ...(job.geometry === 'none' ? [] : families)].join(', ')
  for await (const [row] of writer.stream(overRows(job, select))) {
    const number = (name: string): number => Number(row?.[name] ?? 0)
    return { rows: number('n'), points: number('points'), lines: number('linestrings'), polygons: number('polygons') }
  }
  throw new Error('a count gave no row')
}

/** All rows as FlatGeobuf, with its index where every row has a geometry and the index fits into memory. */
export async function* flatgeobufFile(writer: Writer, job: ExportJob, tally: Tally): AsyncGenerator<ExportFile> {
  const name = `${job.id}.fgb`
  const { rows, points, lines, polygons } = await shapesOf(writer, job)
  const isIndexed = rows > 0 && rows <= mostIndexed && points + lines + polygons === rows
  const options = `format gdal, driver 'FlatGeobuf', ${reference}, layer_creation_options 'SPATIAL_INDEX=${isIndexed ? 'YES' : 'NO'}'`
  tally.rows = await writer.copy(job.query, name, options)
  yield await finishedFile(writer, name)
}

const longestName = 10

/** Names that a shapefile can hold: ten bytes, each once. @example ['mine_name', 'mine_name_zh'] -> ['mine_name', 'mine_name_'] */
export function shapefileNames(names: readonly string[]): Map<string, string> {
  const taken = new Set<string>()
  const short = new Map<string, string>()
  for (const name of names) {
    let candidate = name.slice(0, longestName)
    for (let number = 1; taken.has(candidate); number += 1) {
      candidate = `${name.slice(0, longestName - 1 - String(number).length)}_${number}`
    }
    taken.add(candidate)
    short.set(name, candidate)
  }
  return short
}

const families = [
  { of: 'polygons', like: '%POLYGON', suffix: '', type: 'POLYGON' },
  { of: 'lines', like: '%LINESTRING', suffix: '_lines', type: 'ARC' },
  { of: 'points', like: '%POINT', suffix: '_points', type: 'POINT' },
] as const

/** A shapefile holds one family of shapes; a layer of several becomes several, the first of which has the plain name. */
async function layersOf(writer: Writer, job: ExportJob) {
  if (job.geometry === 'none') return [{ name: job.id, where: '', type: 'NULL', extensions: ['dbf', 'cpg'] }]
  const shapes = await shapesOf(writer, job)
  const found = families.filter((family) => shapes[family.of] > 0)
  const usual = families.filter(({ type }) => type === (job.geometry === 'point' ? 'POINT' : 'POLYGON'))
  const extensions = ['shp', 'shx', 'dbf', 'prj', 'cpg']
  return (found.length > 0 ? found : usual).map(({ like, suffix, type }, index) => {
    const isAlone = found.length < 2
    const where = isAlone ? '' : `cast(st_geometrytype(r.geometry) as string) like '${like}'`
    return { name: `${job.id}${index === 0 ? '' : suffix}`, where, type, extensions }
  })
}

/** Which name of the shapefile stands for which field. */
function fieldNamesCsv(job: ExportJob, short: ReadonlyMap<string, string>): string {
  const lines = Object.entries(job.fields).map(([name, { label }]) => [
    short.get(name) ?? name,
    name,
    label.en,
    label.zh,
  ])
  return csvLines([['shapefile_name', 'name', 'title_en', 'title_zh'], ...lines])
}

/** All rows as a shapefile in UTF-8, with `field_names.csv`, since its names have ten bytes; texts are cut at 254 bytes. */
export async function* shapefileFiles(writer: Writer, job: ExportJob, tally: Tally): AsyncGenerator<ExportFile> {
  const short = shapefileNames(Object.keys(job.fields))
  const columns = [...short].map(([name, to]) => `r.${name} as ${to}`)
  const select = [...columns, ...(job.geometry === 'none' ? [] : ['r.geometry'])].join(', ')
  for (const { name, where, type, extensions } of await layersOf(writer, job)) {
    const { sql, parameters } = overRows(job, select)
    const query = { sql: where === '' ? sql : `${sql}\nwhere ${where}`, parameters }
    const options = `format gdal, driver 'ESRI Shapefile', ${reference}, layer_creation_options ('ENCODING=UTF-8', 'SHPT=${type}')`
    tally.rows += await writer.copy(query, `${name}.shp`, options)
    for (const extension of extensions) yield await finishedFile(writer, `${name}.${extension}`)
  }
  yield { name: 'field_names.csv', pieces: piecesOf(fieldNamesCsv(job, short)) }
}
