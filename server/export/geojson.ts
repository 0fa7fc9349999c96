import type { Engine, RunOptions } from '#server/engine/engine.ts'
import type { ExportFile, ExportJob } from '#server/export/job.ts'

/** All rows as one GeoJSON feature collection (RFC 7946: longitude first, no `crs`, cut at the antimeridian by prepare). */
export async function geojsonFile(engine: Engine, job: ExportJob, options: RunOptions = {}): Promise<ExportFile> {
  const parts: string[] = []
  for await (const rows of engine.stream(job.features, options)) for (const row of rows) parts.push(String(row.feature))
  const text = `{"type":"FeatureCollection","features":[\n${parts.join(',\n')}\n]}\n`
  return {
    name: `${job.id}.geojson`,
    type: 'application/geo+json',
    bytes: new TextEncoder().encode(text),
    rows: parts.length,
  }
}
