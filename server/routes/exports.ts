import { createRoute, z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { badParameters, onlyText, type QueryTexts } from '#server/engine/parameters.ts'
import { collectionJob } from '#server/export/collection-job.ts'
import { type ExportOptions, exportArchive, exportFile, exportMetadata } from '#server/export/export.ts'
import { indicatorJob } from '#server/export/indicator-job.ts'
import type { ExportFile, ExportJob } from '#server/export/job.ts'
import { findCollection } from '#server/routes/collection.ts'
import { type Env, queryTexts } from '#server/routes/context.ts'
import { findIndicator } from '#server/routes/indicator-answer.ts'
import { readIndicatorParameters } from '#server/routes/indicator-values.ts'
import { newRoutes } from '#server/routes/new-routes.ts'
import { allParameterIds, querySchema } from '#server/routes/schemas.ts'
import { readSelection } from '#server/routes/selection-request.ts'

const choices = {
  f: ['csv', 'geojson', 'parquet', 'metadata'],
  lang: ['en', 'zh'],
  bom: ['true', 'false'],
  single: ['true', 'false'],
} as const
const choiceNames = Object.keys(choices) as (keyof typeof choices)[]

const choiceQuery = {
  f: z
    .enum(choices.f)
    .optional()
    .openapi({ description: 'Format; `metadata` is what an archive says of its rows. Default csv' }),
  lang: z.enum(choices.lang).optional().openapi({ description: 'CSV headers as labels; without it as field names' }),
  bom: z.enum(choices.bom).optional().openapi({ description: 'CSV with a byte order mark, for spreadsheets' }),
  single: z.enum(choices.single).optional().openapi({ description: 'The bare file, its metadata by Link' }),
}

const responses = {
  200: {
    description: 'An archive with the rows, dictionary, statement and metadata, or one of its files',
    content: { 'application/zip': { schema: z.string().openapi({ format: 'binary' }) } },
  },
}

const ofCollection = createRoute({
  method: 'get',
  path: '/collections/{collectionId}/export',
  operationId: 'exportCollection',
  summary: 'All selected features as a file',
  request: {
    params: z.object({ collectionId: z.string() }),
    query: z.object({ ...choiceQuery, bbox: z.string().optional(), ids: z.string().optional() }).catchall(z.string()),
  },
  responses,
})
const ofRows = createRoute({
  method: 'get',
  path: '/indicators/{indicatorId}/rows/export',
  operationId: 'exportIndicatorRows',
  summary: 'The rows behind a number as a file',
  request: { params: z.object({ indicatorId: z.string() }), query: querySchema(allParameterIds).extend(choiceQuery) },
  responses,
})

function readChoices(texts: QueryTexts) {
  const read = (name: keyof typeof choices): string | undefined => {
    if (texts[name] === undefined) return undefined
    const only = onlyText(texts[name])
    if ('reason' in only) throw badParameters([{ parameter: name, reason: only.reason }])
    return only.text
  }
  return { f: read('f') ?? 'csv', lang: read('lang'), bom: read('bom') === 'true', single: read('single') === 'true' }
}

function describedBy(url: URL): string {
  const address = new URL(url)
  address.searchParams.set('f', 'metadata')
  address.searchParams.delete('single')
  return `<${address.pathname}${address.search}>; rel="describedby"; type="application/json"`
}

function send(c: Context<Env>, file: ExportFile, link?: string): Response {
  return c.body(new Uint8Array(file.bytes), 200, {
    'content-type': file.type,
    'content-disposition': `attachment; filename="${file.name}"`,
    'content-length': String(file.bytes.byteLength),
    'cache-control': 'no-store',
    ...(link && { link }),
  })
}

async function answerExport(c: Context<Env>, job: ExportJob): Promise<Response> {
  const { engine } = c.var
  const { f, lang, bom, single } = readChoices(queryTexts(c))
  const url = new URL(c.req.url)
  const options: ExportOptions = {
    format: f === 'geojson' || f === 'parquet' ? f : 'csv',
    language: lang === 'en' || lang === 'zh' ? lang : undefined,
    hasByteOrderMark: bom,
    url: url.href,
    signal: c.req.raw.signal,
  }
  if (f === 'metadata') return c.json(await exportMetadata(engine, job, options), 200, { 'cache-control': 'no-store' })
  if (single) return send(c, await exportFile(engine, job, options), describedBy(url))
  return send(c, await exportArchive(engine, job, options))
}

/** Typed as the archive that it is by default. */
const asArchive = (response: Response) => response as never

/** Rows to take away, with what is needed to cite and repeat them. */
export const exportRoutes = () =>
  newRoutes()
    .openapi(ofCollection, async (c) => {
      const collection = findCollection(c.req.valid('param').collectionId)
      const texts = queryTexts(c)
      const paging = ['limit', 'offset'].filter((name) => name in texts)
      if (paging.length > 0) {
        throw badParameters(
          paging.map((parameter) => ({ parameter, reason: 'means nothing here: an export holds every row' })),
        )
      }
      const { selection } = readSelection(collection, texts, { others: choiceNames, maxItems: 1 })
      return asArchive(await answerExport(c, collectionJob(selection)))
    })
    .openapi(ofRows, async (c) => {
      const { indicator } = findIndicator(c.req.valid('param').indicatorId)
      const { values } = readIndicatorParameters(indicator, queryTexts(c), 'rows', choiceNames)
      return asArchive(await answerExport(c, indicatorJob(indicator, values)))
    })
