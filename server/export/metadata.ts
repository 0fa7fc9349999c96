import type { Text } from '#data/define.ts'
import type { Manifest } from '#server/engine/engine.ts'
import { datasetsBehind, describeSource } from '#server/engine/sources.ts'
import type { ExportFormat } from '#server/export/formats.ts'
import type { ExportJob } from '#server/export/job.ts'
import { printed } from '#server/export/printed.ts'

export interface Occasion {
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
    ...(job.withheld && { withheld: job.withheld }),
    sources,
    citation: {
      en: `SMAP Atlas, ${job.title.en}, snapshot ${manifest.snapshot}, retrieved ${generatedAt.slice(0, 10)}. Sources: ${attribution}`,
      zh: `SMAP地图集，${job.title.zh}，快照${manifest.snapshot}，${generatedAt.slice(0, 10)}获取。来源：${attribution}`,
    },
  }
}

/** The statement with its values, and how to run it. */
export function querySql(job: ExportJob, { manifest }: Occasion): string {
  if (job.repeat !== undefined) return `-- Snapshot ${manifest.snapshot}. ${job.repeat}\n`
  return [
    `-- Snapshot ${manifest.snapshot}. Run it in DuckDB on the snapshot's own database:`,
    "--   load spatial; attach 'atlas.duckdb' as atlas (read_only); use atlas;",
    `${printed(job.query).trim()};`,
    '',
  ].join('\n')
}

/** What a format can't say. */
const limits: Readonly<Partial<Record<ExportFormat, Text>>> = {
  shp: {
    en: 'A shapefile holds names of 10 and texts of 254 bytes: field_names.csv has the full names; longer texts are cut.',
    zh: 'Shapefile的字段名限10字节、文本限254字节：完整字段名见field_names.csv；更长的文本被截断。',
  },
  xlsx: {
    en: 'A cell holds 32,767 characters: shapes that are longer are left out; take another format for them.',
    zh: '单元格限32,767个字符：更长的几何被略去，请改用其他格式。',
  },
}

/** A page for whoever opens the export. @param files name of each file and what it is */
export function readmeText(
  job: ExportJob,
  rows: number,
  occasion: Occasion,
  { format, files }: { format: ExportFormat; files: readonly (readonly [string, string])[] },
): string {
  const { citation, filter, sources, query_url, snapshot, generated_at } = metadataOf(job, rows, occasion)
  const licences = sources.map(
    ({ title, licence, licence_url, date }) => `- ${title.en} / ${title.zh}: ${licence} ${licence_url} (${date})`,
  )
  const limit = limits[format]
  return [
    `${job.title.en} / ${job.title.zh}`,
    '',
    `${rows} rows / 行`,
    ...files.map(([name, what]) => `${name}: ${what}`),
    ...(limit ? [limit.en, limit.zh] : []),
    ...(job.withheld ? [job.withheld.en, job.withheld.zh] : []),
    '',
    `Filter: ${filter.en}`,
    `筛选：${filter.zh}`,
    `Address / 网址: ${query_url}`,
    `Snapshot / 快照: ${snapshot}`,
    `Generated / 生成时间: ${generated_at}`,
    '',
    ...licences,
    '',
    citation.en,
    citation.zh,
    '',
  ].join('\r\n')
}
