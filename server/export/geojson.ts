import type { ExportJob, Pieces, Tally } from '#server/export/job.ts'
import { overRows } from '#server/export/rows.ts'
import type { Writer } from '#server/export/writer.ts'

const jsonfgClasses = ['core', 'types-schemas'].map((name) => `http://www.opengis.net/spec/json-fg-1/1.0/conf/${name}`)

/** The field that says when something happened, if exactly one field of the rows is a required date. */
function timeOf({ fields }: ExportJob): string {
  const dates = Object.entries(fields).filter(([, { type, isRequired }]) => type === 'date' && isRequired)
  const [only] = dates.length === 1 ? dates : []
  return only ? `coalesce('{"date":"' || cast(r.${only[0]} as string) || '"}', 'null')` : `'null'`
}

/** One feature as text. Text made by the engine is three times quicker. */
function featureText(job: ExportJob, isJsonfg: boolean): string {
  const properties = Object.keys(job.fields).map((name) => `'${name}', r.${name}`)
  const shape = job.geometry === 'none' ? `'null'` : `coalesce(cast(st_asgeojson(r.geometry) as string), 'null')`
  const parts = [
    job.key === undefined ? `'{"type":"Feature"'` : `'{"type":"Feature","id":', to_json(r.${job.key})`,
    ...(isJsonfg ? [`',"featureType":"${job.id}","time":', ${timeOf(job)}, ',"place":null'`] : []),
    `',"geometry":', ${shape}`,
    `',"properties":', json_object(${properties.join(', ')}), '}'`,
  ]
  // In one go: each step of a chain would copy the shape.
  return `concat(${parts.join(',\n  ')})`
}

async function* collection(writer: Writer, job: ExportJob, tally: Tally, isJsonfg: boolean): Pieces {
  const head = isJsonfg ? `"conformsTo":${JSON.stringify(jsonfgClasses)},"featureType":${JSON.stringify(job.id)},` : ''
  yield `{"type":"FeatureCollection",${head}"features":[`
  const features = overRows(job, `${featureText(job, isJsonfg)} as line`)
  for await (const { rows, bytes } of writer.texts(features, ',\n')) {
    const isFirst = tally.rows === 0
    tally.rows += rows
    yield isFirst ? bytes.subarray(1) : bytes
  }
  yield '\n]}\n'
}

/** All rows as one GeoJSON feature collection (RFC 7946: longitude first, no `crs`, cut at the antimeridian by prepare). */
export const geojsonPieces = (writer: Writer, job: ExportJob, tally: Tally): Pieces =>
  collection(writer, job, tally, false)

/**
 * The same as JSON-FG (OGC Features and Geometries JSON 1.0): with its feature type and, where there is one, its time. Places are in
 * WGS 84 longitude and latitude, so they stand in `geometry`.
 */
export const jsonfgPieces = (writer: Writer, job: ExportJob, tally: Tally): Pieces =>
  collection(writer, job, tally, true)
