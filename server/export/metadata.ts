import type { Manifest } from '#server/engine/engine.ts'
import { datasetsBehind, describeSource } from '#server/engine/sources.ts'
import type { ExportFile, ExportJob } from '#server/export/job.ts'
import { printed } from '#server/export/printed.ts'

interface Occasion {
  readonly manifest: Manifest
  /** The address that was asked, to ask it again. */
  readonly url: string
  readonly generatedAt: string
}

/** Everything needed to cite rows and to get them again: filter, snapshot, sources with licence and date. */
export function metadataOf(job: ExportJob, rows: number, { manifest, url, generatedAt }: Occasion) {
  const sources = datasetsBehind(job.inputs).map((id) => describeSource(id, manifest))
  const attribution = sources.map((source) => `${source.attribution} (${source.licence}, ${source.date})`).join('; ')
  return {
    title: job.title,
    description: job.description,
    query_url: url,
    filter: job.words,
    parameters: job.parameters,
    snapshot: manifest.snapshot,
    data_as_of: manifest.as_of,
    generated_at: generatedAt,
    rows,
    crs: job.geometry === 'none' ? null : 'OGC:CRS84 (longitude, latitude, WGS 84)',
    sources,
    citation: {
      en: `SMAP Atlas, ${job.title.en}, snapshot ${manifest.snapshot}, retrieved ${generatedAt.slice(0, 10)}. Sources: ${attribution}`,
      zh: `SMAP地图集,${job.title.zh},快照${manifest.snapshot},${generatedAt.slice(0, 10)}获取。来源:${attribution}`,
    },
  }
}

/** The statement with its values, and how to run it. */
export function querySql(job: ExportJob, { manifest }: Occasion): string {
  return [
    `-- Snapshot ${manifest.snapshot}. Run it in DuckDB on the snapshot's own database:`,
    "--   load spatial; attach 'atlas.duckdb' as atlas (read_only); use atlas;",
    `${printed(job.query).trim()};`,
    '',
  ].join('\n')
}

/** A page for whoever opens the archive. */
export function readmeText(job: ExportJob, file: ExportFile, occasion: Occasion): string {
  const { citation, filter, sources, query_url } = metadataOf(job, file.rows, occasion)
  const licences = sources.map(
    ({ title, licence, licence_url }) => `- ${title.en} / ${title.zh}: ${licence} ${licence_url}`,
  )
  return [
    `${job.title.en} / ${job.title.zh}`,
    '',
    `${file.name}: ${file.rows} rows / 行`,
    'dictionary.csv: what each column means / 各列含义',
    'query.sql: the statement that made the rows / 生成这些行的语句',
    'metadata.json: filter, snapshot, sources, licences / 筛选条件、快照、来源与许可',
    '',
    `Filter: ${filter.en}`,
    `筛选:${filter.zh}`,
    `Address / 网址: ${query_url}`,
    '',
    ...licences,
    '',
    citation.en,
    citation.zh,
    '',
  ].join('\r\n')
}
