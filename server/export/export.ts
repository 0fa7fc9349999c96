import type { Engine } from '#server/engine/engine.ts'
import { archive } from '#server/export/archive.ts'
import { atMost, begin, bodyOf, type Ending } from '#server/export/body.ts'
import { csvPieces } from '#server/export/csv.ts'
import { csvwOf } from '#server/export/csvw.ts'
import { dictionaryCsv } from '#server/export/dictionary.ts'
import { type ExportFormat, fileName, mediaTypes } from '#server/export/formats.ts'
import { flatgeobufFile, geopackageFile, shapefileFiles } from '#server/export/gdal.ts'
import { geojsonPieces, jsonfgPieces } from '#server/export/geojson.ts'
import { geoparquetFile } from '#server/export/geoparquet.ts'
import type { ExportFile, ExportJob, FileOptions, Pieces, Tally } from '#server/export/job.ts'
import { type LazyWriter, lazily } from '#server/export/lazy-writer.ts'
import { metadataOf, type Occasion, querySql, readmeText } from '#server/export/metadata.ts'
import { piecesOf } from '#server/export/pieces.ts'
import type { GivenRows, Writer } from '#server/export/writer.ts'
import { mostSheetRows, xlsxFile } from '#server/export/xlsx.ts'
import { badParameter } from '#server/problem.ts'

export interface ExportOptions extends FileOptions {
  readonly format: ExportFormat
  /** The rows' file alone, not the archive with everything about it. */
  readonly isBare: boolean
  /** The address that was asked, to ask it again. */
  readonly url: string
  readonly signal: AbortSignal
  /** Rows that are not in the snapshot: the relation `given` of the job's statements. */
  readonly given?: GivenRows | undefined
}

/** An export that has begun: headers and body of an answer. */
export interface Download {
  readonly name: string
  readonly type: string
  /** In bytes, where that is known before it is sent. */
  readonly size?: number | undefined
  readonly body: ReadableStream<Uint8Array>
}

/** So long an answer waits for its first row, so that a failure becomes a problem; then it begins with what is known already. */
const patienceMs = 100

interface Work {
  readonly writer: Writer
  readonly job: ExportJob
  readonly options: ExportOptions
  readonly tally: Tally
  readonly occasion: Occasion
}

const occasionOf = (engine: Engine, url: string): Occasion => ({
  manifest: engine.manifest,
  url,
  generatedAt: new Date().toISOString(),
})

const filesIn = (job: ExportJob, format: ExportFormat): [string, string][] => [
  [fileName(job, format), 'the rows / 数据行'],
  ['dictionary.csv', 'what each column means / 各列含义'],
  ['query.sql', 'the statement that made the rows / 生成这些行的语句'],
  ['metadata.json', 'filter, snapshot, sources, licences / 筛选条件、快照、来源与许可'],
  ...(format === 'csv' ? [[`${job.id}.csv-metadata.json`, 'CSV on the Web'] as [string, string]] : []),
  ...(format === 'shp' ? [['field_names.csv', 'full names of the fields / 完整字段名'] as [string, string]] : []),
]

const oneFile = async function* (name: string, pieces: Pieces): AsyncGenerator<ExportFile> {
  yield { name, pieces }
}

/** The files of a format, one after another; what can be streamed is made as it is taken. */
function rowFiles({ writer, job, options, tally, occasion }: Work): AsyncGenerator<ExportFile> {
  const { format } = options
  switch (format) {
    case 'csv':
      return oneFile(fileName(job, format), csvPieces(writer, job, options, tally))
    case 'geojson':
      return oneFile(fileName(job, format), geojsonPieces(writer, job, tally))
    case 'jsonfg':
      return oneFile(fileName(job, format), jsonfgPieces(writer, job, tally))
    case 'parquet':
      return geoparquetFile(writer, job, options, tally)
    case 'gpkg':
      return geopackageFile(writer, job, tally)
    case 'fgb':
      return flatgeobufFile(writer, job, tally)
    case 'shp':
      return shapefileFiles(writer, job, tally)
    case 'xlsx':
      return xlsxFile(writer, job, options, tally, () => readmeText(job, tally.rows, occasion, { format, files: [] }))
  }
}

/** What goes before the rows needs no engine, so that the first bytes leave at once; what counts them comes after. */
async function* allFiles(work: Work, rows: AsyncIterable<ExportFile>): AsyncGenerator<ExportFile> {
  const { job, options, tally, occasion } = work
  const { format } = options
  yield { name: 'dictionary.csv', pieces: piecesOf(dictionaryCsv(job)) }
  yield { name: 'query.sql', pieces: piecesOf(querySql(job, occasion)) }
  yield* rows
  const metadata = metadataOf(job, tally.rows, occasion)
  const json = (value: object) => piecesOf(`${JSON.stringify(value, null, 2)}\n`)
  if (format === 'csv') {
    const csvw = csvwOf(job, `${job.id}.csv`, metadata, options)
    yield { name: `${job.id}.csv-metadata.json`, pieces: json(csvw) }
  }
  yield { name: 'metadata.json', pieces: json(metadata) }
  const files = filesIn(job, format)
  yield { name: 'README.txt', pieces: piecesOf(readmeText(job, tally.rows, occasion, { format, files })) }
}

/** Pieces that are made ahead: a header, and the first rows. */
const piecesAhead = 2

/** The same files, of which the first is being made already. */
function begun(files: AsyncGenerator<ExportFile>): AsyncGenerator<ExportFile> {
  const first = files.next().then(({ done, value }) => {
    if (done) throw new Error('an export has no file')
    return value.size === undefined ? { ...value, pieces: begin(value.pieces, piecesAhead) } : value
  })
  first.catch(() => {})
  async function* all(): AsyncGenerator<ExportFile> {
    yield await first
    yield* files
  }
  return all()
}

async function* firstOf(files: AsyncIterable<ExportFile>): Pieces {
  for await (const { pieces } of files) {
    yield* pieces
    return
  }
}

/** Formats whose file is finished before the first of it is sent. */
const isFinishedFirst = (format: ExportFormat): boolean => ['parquet', 'gpkg', 'fgb'].includes(format)

async function download(work: Work & { writer: LazyWriter }, ending: Ending): Promise<Download> {
  const { writer, job, options } = work
  const { format, isBare } = options
  const files = begun(rowFiles(work))
  if (isBare && isFinishedFirst(format)) {
    const { value } = await files.next()
    return { name: value.name, type: mediaTypes[format], size: value.size, body: bodyOf(value.pieces, ending) }
  }
  await atMost(writer.begun, patienceMs)
  const isOne = isBare && format !== 'shp'
  if (isOne) return { name: fileName(job, format), type: mediaTypes[format], body: bodyOf(firstOf(files), ending) }
  const body = bodyOf(archive(isBare ? files : allFiles(work, files)), ending)
  return { name: `${job.id}.zip`, type: 'application/zip', body }
}

async function refuseTooMany(engine: Engine, job: ExportJob, { format, given, signal }: ExportOptions): Promise<void> {
  if (format !== 'xlsx' || given) return
  const [counted] = await engine.rows(job.count, { signal })
  if (Number(counted?.n) > mostSheetRows)
    throw badParameter('f', `a sheet holds at most ${mostSheetRows} rows: take csv`)
}

/**
 * Begin an export: the rows with everything needed to understand, cite and repeat them, or the bare file. The body is made as it is
 * taken, in constant memory; the engine's turn ends with it.
 * @throws {Problem} where it fails before it has begun
 */
export async function startExport(engine: Engine, job: ExportJob, options: ExportOptions): Promise<Download> {
  await refuseTooMany(engine, job, options)
  const leaving = new AbortController()
  const signal = AbortSignal.any([options.signal, leaving.signal])
  const writer = lazily(engine.writer({ signal, given: options.given, hasOutlines: hasOutlines(job) }))
  const ending: Ending = {
    stop: () => leaving.abort(),
    dispose: async () => writer[Symbol.asyncDispose](),
    signal: writer.signal,
  }
  const work = { writer, job, options, tally: { rows: 0 }, occasion: occasionOf(engine, options.url) }
  try {
    return await download(work, ending)
  } catch (error) {
    ending.stop()
    await ending.dispose()
    throw error
  }
}

const hasOutlines = ({ geometry }: ExportJob): boolean => geometry === 'polygon' || geometry === 'line'

/** What an archive says of the rows, without the rows: the sidecar of a bare file. @throws {Problem} */
export async function exportMetadata(
  engine: Engine,
  job: ExportJob,
  { url, signal }: Pick<ExportOptions, 'url' | 'signal'>,
) {
  const [counted] = await engine.rows(job.count, { signal })
  const occasion = occasionOf(engine, url)
  const metadata = metadataOf(job, Number(counted?.n ?? 0), occasion)
  return { ...metadata, dictionary: dictionaryCsv(job), query: querySql(job, occasion) }
}

/** The same of a bare CSV file, as CSV on the Web says it. @throws {Problem} */
export async function exportCsvw(
  engine: Engine,
  job: ExportJob,
  fileUrl: string,
  options: ExportOptions,
): Promise<object> {
  const [counted] = await engine.rows(job.count, { signal: options.signal })
  const metadata = metadataOf(job, Number(counted?.n ?? 0), occasionOf(engine, options.url))
  return csvwOf(job, fileUrl, metadata, options)
}
