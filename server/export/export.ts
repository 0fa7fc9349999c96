import type { Engine } from '#server/engine/engine.ts'
import { archive } from '#server/export/archive.ts'
import { csvFile } from '#server/export/csv.ts'
import { dictionaryCsv } from '#server/export/dictionary.ts'
import { geojsonFile } from '#server/export/geojson.ts'
import type { ExportFile, ExportFormat, ExportJob, Language } from '#server/export/job.ts'
import { metadataOf, querySql, readmeText } from '#server/export/metadata.ts'

export interface ExportOptions {
  readonly format: ExportFormat
  readonly language: Language | undefined
  readonly hasByteOrderMark: boolean
  readonly url: string
  readonly signal: AbortSignal
}

async function parquetFile(engine: Engine, job: ExportJob, signal: AbortSignal): Promise<ExportFile> {
  const [counted] = await engine.rows(job.count, { signal })
  const bytes = await engine.parquet(job.shapes, { signal })
  return { name: `${job.id}.parquet`, type: 'application/vnd.apache.parquet', bytes, rows: Number(counted?.n ?? 0) }
}

/** The rows as one file. @throws {Problem} */
export async function exportFile(engine: Engine, job: ExportJob, options: ExportOptions): Promise<ExportFile> {
  const { format, signal, language, hasByteOrderMark } = options
  const heavy = { signal, isHeavy: true }
  switch (format) {
    case 'csv':
      return csvFile(engine, job, { ...heavy, language, hasByteOrderMark })
    case 'geojson':
      return geojsonFile(engine, job, heavy)
    case 'parquet':
      return parquetFile(engine, job, signal)
  }
}

/** The rows with everything needed to understand, cite and repeat them. @throws {Problem} */
export async function exportArchive(engine: Engine, job: ExportJob, options: ExportOptions): Promise<ExportFile> {
  const file = await exportFile(engine, job, options)
  const occasion = { manifest: engine.manifest, url: options.url, generatedAt: new Date().toISOString() }
  const bytes = await archive({
    [file.name]: file.bytes,
    'dictionary.csv': dictionaryCsv(job),
    'query.sql': querySql(job, occasion),
    'metadata.json': `${JSON.stringify(metadataOf(job, file.rows, occasion), null, 2)}\n`,
    'README.txt': readmeText(job, file, occasion),
  })
  return { name: `${job.id}.zip`, type: 'application/zip', bytes, rows: file.rows }
}

/** What the archive says of the rows, without the rows: the sidecar of a bare file. @throws {Problem} */
export async function exportMetadata(engine: Engine, job: ExportJob, { url, signal }: ExportOptions) {
  const [counted] = await engine.rows(job.count, { signal })
  const occasion = { manifest: engine.manifest, url, generatedAt: new Date().toISOString() }
  const metadata = metadataOf(job, Number(counted?.n ?? 0), occasion)
  return { ...metadata, dictionary: dictionaryCsv(job), query: querySql(job, occasion) }
}
