import { z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { badParameters, onlyText, type QueryTexts } from '#server/engine/parameters.ts'
import { derivedOnly } from '#server/export/derived-only.ts'
import { type ExportOptions, exportCsvw, exportMetadata, startExport } from '#server/export/export.ts'
import { type ExportFormat, exportFormats, fileName, formatOfAccept, mediaTypes } from '#server/export/formats.ts'
import type { ExportJob } from '#server/export/job.ts'
import type { GivenRows } from '#server/export/writer.ts'
import { type Env, queryTexts } from '#server/routes/context.ts'

/** Sidecars of a bare file: what the archive says of its rows; the same of a CSV file as CSV on the Web. */
export const sidecars = ['metadata', 'csvw'] as const

const choices = {
  f: [...exportFormats, ...sidecars],
  version: ['2.0', '1.1'],
  lang: ['en', 'zh'],
  bom: ['true', 'false'],
  single: ['true', 'false'],
} as const
type Choice = keyof typeof choices
/** Query parameters that say how rows are written, for routes that read their query themselves. */
export const fileChoiceNames = Object.keys(choices) as Choice[]

/** How rows are written, for OpenAPI. */
export const fileChoiceQuery = {
  f: z.enum(choices.f).optional().openapi({
    description: 'Format; `metadata` and `csvw` say what a file holds. Without it what `Accept` names, else csv',
  }),
  version: z
    .enum(choices.version)
    .optional()
    .openapi({ description: 'Of GeoParquet; 1.1 has a bounding box for each row' }),
  lang: z
    .enum(choices.lang)
    .optional()
    .openapi({ description: 'Headers of csv and xlsx as labels; names of fields unless stated' }),
  bom: z.enum(choices.bom).optional().openapi({ description: 'CSV with a byte order mark, for spreadsheets' }),
  single: z.enum(choices.single).optional().openapi({ description: 'The bare file, its metadata by Link' }),
}

/** Media types of downloads, for OpenAPI. */
export const fileContent = Object.fromEntries(
  ['application/zip', ...new Set(exportFormats.map((format) => mediaTypes[format].split(';')[0] ?? ''))].map((type) => [
    type,
    { schema: z.string().openapi({ format: 'binary' }) },
  ]),
)

/** @throws {Problem} `bad_parameter` */
function readChoices(texts: QueryTexts): Partial<Record<Choice, string>> {
  const read = (name: Choice): [Choice, string][] => {
    if (texts[name] === undefined) return []
    const only = onlyText(texts[name])
    const reason = 'reason' in only ? only.reason : undefined
    const isKnown = 'text' in only && (choices[name] as readonly string[]).includes(only.text)
    if (!isKnown)
      throw badParameters([{ parameter: name, reason: reason ?? `must be one of ${choices[name].join(', ')}` }])
    return [[name, only.text]]
  }
  return Object.fromEntries(fileChoiceNames.flatMap(read))
}

/** Where the answer to the same question in another form is. */
function sibling(url: URL, changes: Readonly<Record<string, string | undefined>>): string {
  const address = new URL(url)
  for (const [name, value] of Object.entries(changes)) {
    if (value === undefined) address.searchParams.delete(name)
    else address.searchParams.set(name, value)
  }
  return `${address.pathname}${address.search}`
}

function describedBy(url: URL, format: ExportFormat): string {
  const link = (f: string, type: string): string => `<${sibling(url, { f })}>; rel="describedby"; type="${type}"`
  const all = [
    link('metadata', 'application/json'),
    ...(format === 'csv' ? [link('csvw', 'application/csvm+json')] : []),
  ]
  return all.join(', ')
}

const fresh = { 'cache-control': 'no-store' }

interface Asked {
  readonly job: ExportJob
  /** Rows that are not in the snapshot. */
  readonly given?: GivenRows
  /** The bare file is what the address stands for, whatever `single` says. */
  readonly isBare?: boolean
  /** Where it has been read already. */
  readonly format?: ExportFormat
}

/**
 * The answer to a request for rows as a file: what `f` or `Accept` asks for, or its sidecar. Its body is made as the client takes it.
 * @throws {Problem}
 */
export async function answerExport(c: Context<Env>, asked: Asked): Promise<Response> {
  const { given, isBare = false } = asked
  const { engine } = c.var
  const job = given === undefined ? derivedOnly(asked.job, engine.manifest) : asked.job
  const chosen = readChoices(queryTexts(c))
  const url = new URL(c.req.url)
  const format =
    asked.format ?? exportFormats.find((one) => one === chosen.f) ?? formatOfAccept(c.req.header('accept')) ?? 'csv'
  const options: ExportOptions = {
    format,
    isBare: isBare || chosen.single === 'true',
    version: chosen.version === '1.1' ? '1.1' : '2.0',
    language: chosen.lang === 'en' || chosen.lang === 'zh' ? chosen.lang : undefined,
    hasByteOrderMark: chosen.bom === 'true',
    url: url.href,
    signal: c.req.raw.signal,
    given,
  }
  if (chosen.f === 'metadata') return c.json(await exportMetadata(engine, job, options), 200, fresh)
  if (chosen.f === 'csvw') {
    const csvw = await exportCsvw(engine, job, sibling(url, { f: 'csv', single: isBare ? undefined : 'true' }), options)
    return c.body(JSON.stringify(csvw), 200, { ...fresh, 'content-type': 'application/csvm+json' })
  }
  return sendExport(c, job, options, describedBy(url, format))
}

async function sendExport(c: Context<Env>, job: ExportJob, options: ExportOptions, link: string): Promise<Response> {
  const { format, isBare } = options
  const headers = (type: string, name: string, size?: number) => ({
    ...fresh,
    'content-type': type,
    'content-disposition': `attachment; filename="${name}"`,
    ...(isBare && { link }),
    ...(size !== undefined && { 'content-length': String(size) }),
  })
  const isZip = !isBare || format === 'shp'
  // A question about the headers needs no row.
  if (c.req.method === 'HEAD') {
    const type = isZip ? 'application/zip' : mediaTypes[format]
    return c.body(null, 200, headers(type, isZip ? `${job.id}.zip` : fileName(job, format)))
  }
  const { type, name, size, body } = await startExport(c.var.engine, job, options)
  return c.body(body, 200, headers(type, name, size))
}
