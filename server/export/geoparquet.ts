import type { Query } from '#server/engine/engine.ts'
import type { ExportFile, ExportJob, FileOptions, Tally } from '#server/export/job.ts'
import { finishedFile } from '#server/export/pieces.ts'
import { overRows } from '#server/export/rows.ts'
import type { Writer } from '#server/export/writer.ts'

const corners = ['xmin', 'ymin', 'xmax', 'ymax'] as const

/** GeoParquet 1.1.0: WKB, a box for each row, and where to find it. Without `crs` places are OGC:CRS84. */
const metadata = JSON.stringify({
  version: '1.1.0',
  primary_column: 'geometry',
  columns: {
    geometry: {
      encoding: 'WKB',
      geometry_types: [],
      covering: { bbox: Object.fromEntries(corners.map((corner) => [corner, ['bbox', corner]])) },
    },
  },
})

/** The rows with WKB and a box, as GeoParquet 1.1 wants them; a shape that crosses nothing but the antimeridian was cut by prepare. */
function coveredRows(job: ExportJob): Query {
  const fields = Object.keys(job.fields).map((name) => `r.${name}`)
  const box = corners.map((corner) => `'${corner}': st_${corner}(r.geometry)`).join(', ')
  const covering = `case when r.geometry is not null then {${box}} end as bbox`
  return overRows(job, [...fields, covering, 'st_aswkb(r.geometry) as geometry'].join(', '))
}

const packed = 'format parquet, compression zstd'

/** All rows as a Parquet file: GeoParquet 2.0 with the native geometry type, on request 1.1 with a covering. */
export async function* geoparquetFile(
  writer: Writer,
  job: ExportJob,
  { version = '2.0' }: FileOptions,
  tally: Tally,
): AsyncGenerator<ExportFile> {
  const name = `${job.id}.parquet`
  if (job.geometry === 'none') tally.rows = await writer.copy(job.query, name, packed)
  else if (version === '2.0') tally.rows = await writer.copy(job.query, name, `${packed}, geoparquet_version 'V2'`)
  else {
    const options = `${packed}, geoparquet_version 'NONE', kv_metadata {geo: '${metadata}'}`
    tally.rows = await writer.copy(coveredRows(job), name, options)
  }
  yield await finishedFile(writer, name, true)
}
