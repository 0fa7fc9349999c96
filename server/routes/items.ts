import { createRoute, z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { readParameters } from '#server/engine/parameters.ts'
import { countQuery, featuresQuery, rowsQuery, type Selection } from '#server/engine/selection.ts'
import { badParameter, Problem } from '#server/problem.ts'
import { findCollection, isDataset } from '#server/routes/collection.ts'
import { answerText, type Env, queryTexts } from '#server/routes/context.ts'
import { newRoutes } from '#server/routes/new-routes.ts'
import { json, linkSchema, rowSchema, snapshotId } from '#server/routes/schemas.ts'
import { type Page, readSelection } from '#server/routes/selection-request.ts'

const geometrySchema = z
  .object({
    type: z.enum(['Point', 'MultiPoint', 'LineString', 'MultiLineString', 'Polygon', 'MultiPolygon']),
    coordinates: z.array(z.any()),
  })
  .openapi('Geometry')

const featureSchema = z
  .object({ type: z.literal('Feature'), id: z.string(), geometry: geometrySchema.nullable(), properties: rowSchema })
  .openapi('Feature')

const counts = { snapshot: snapshotId, numberMatched: z.number(), numberReturned: z.number() }
export const featureCollectionSchema = z
  .object({
    type: z.literal('FeatureCollection'),
    ...counts,
    features: z.array(featureSchema),
    links: z.array(linkSchema),
  })
  .openapi('FeatureCollection')
export const rowsSchema = z.object({ ...counts, rows: z.array(rowSchema) }).openapi('Rows')

const pageQuery = {
  bbox: z
    .string()
    .optional()
    .openapi({ description: 'west,south,east,north; west above east crosses the antimeridian' }),
  limit: z
    .string()
    .optional()
    .openapi({ description: 'Features at most; default 1000; more than the server gives is cut' }),
  offset: z.string().optional(),
  ids: z.string().optional().openapi({ description: 'Feature ids joined by commas' }),
}

const itemsDescription =
  'Any other name is a field of a dataset that must have the value given, or a parameter of an overlay.'

const items = createRoute({
  method: 'get',
  path: '/collections/{collectionId}/items',
  operationId: 'getFeatures',
  summary: 'Features of a collection as GeoJSON',
  description: itemsDescription,
  request: {
    params: z.object({ collectionId: z.string() }),
    query: z.object({ ...pageQuery, f: z.enum(['geojson', 'json']).optional() }).catchall(z.string()),
  },
  responses: {
    200: {
      description: 'Features, or with `f=json` their rows without geometry',
      content: { 'application/json': { schema: z.union([featureCollectionSchema, rowsSchema]) } },
    },
  },
})

const item = createRoute({
  method: 'get',
  path: '/collections/{collectionId}/items/{featureId}',
  operationId: 'getFeature',
  summary: 'One feature',
  request: { params: z.object({ collectionId: z.string(), featureId: z.string() }) },
  responses: { 200: json(featureSchema.extend({ snapshot: snapshotId, links: z.array(linkSchema) }), 'The feature') },
})

export type FeatureCollection = z.infer<typeof featureCollectionSchema>
type Rows = z.infer<typeof rowsSchema>

function nextLink(c: Context<Env>, { limit, offset }: Page, returned: number, matched: number) {
  if (returned === 0 || offset + returned >= matched) return []
  const next = new URL(c.req.url)
  next.searchParams.set('offset', String(offset + returned))
  next.searchParams.set('limit', String(limit))
  return [{ rel: 'next', href: `${next.pathname}${next.search}`, type: 'application/geo+json' }]
}

/**
 * How many features are selected in all. A page that is not full tells it; else the engine counts, which for an overlay
 * means computing it once more.
 */
async function countMatched(c: Context<Env>, selection: Selection, { limit, offset }: Page, returned: number) {
  if (returned < limit && (returned > 0 || offset === 0)) return offset + returned
  const [counted] = await c.var.engine.rows(countQuery(selection), { signal: c.req.raw.signal })
  return Number(counted?.n ?? 0)
}

async function answerFeatures(c: Context<Env>, selection: Selection, page: Page) {
  const { engine } = c.var
  const features = await engine.rows(featuresQuery(selection, page), { signal: c.req.raw.signal })
  const numberMatched = await countMatched(c, selection, page, features.length)
  const url = new URL(c.req.url)
  const links = [
    { rel: 'self', href: `${url.pathname}${url.search}`, type: 'application/geo+json' },
    ...nextLink(c, page, features.length, numberMatched),
  ]
  const head = {
    type: 'FeatureCollection',
    snapshot: engine.manifest.snapshot,
    numberMatched,
    numberReturned: features.length,
    links,
  }
  const text = `${JSON.stringify(head).slice(0, -1)},"features":[${features.map((row) => row.feature).join(',')}]}`
  return answerText<FeatureCollection | Rows>(c, text, 'application/geo+json')
}

async function answerRows(c: Context<Env>, selection: Selection, page: Page) {
  const { engine } = c.var
  const rows = await engine.rows(rowsQuery(selection, page), { signal: c.req.raw.signal })
  const numberMatched = await countMatched(c, selection, page, rows.length)
  return { snapshot: engine.manifest.snapshot, numberMatched, numberReturned: rows.length, rows }
}

/** Features of datasets and overlays alike. */
export const itemRoutes = (maxItems: number) =>
  newRoutes()
    .openapi(items, async (c) => {
      const collection = findCollection(c.req.valid('param').collectionId)
      const { f = 'geojson' } = c.req.valid('query')
      const { selection, page } = readSelection(collection, queryTexts(c), { others: ['f'], maxItems })
      return f === 'geojson' ? answerFeatures(c, selection, page) : c.json(await answerRows(c, selection, page), 200)
    })
    .openapi(item, async (c) => {
      const { collectionId, featureId } = c.req.valid('param')
      const collection = findCollection(collectionId)
      for (const name of Object.keys(queryTexts(c))) throw badParameter(name, 'means nothing here')
      const { engine } = c.var
      const selection = {
        collection,
        values: isDataset(collection) ? {} : readParameters(collection.parameters, {}),
        filters: { [collection.key]: featureId },
      }
      const [row] = await engine.rows(featuresQuery(selection), { signal: c.req.raw.signal })
      if (row === undefined) throw new Problem('unknown_feature')
      const base = `/api/collections/${collectionId}`
      const links = [
        { rel: 'self', href: `${base}/items/${encodeURIComponent(featureId)}`, type: 'application/geo+json' },
        { rel: 'collection', href: base, type: 'application/json' },
      ]
      const tail = JSON.stringify({ snapshot: engine.manifest.snapshot, links }).slice(1)
      return answerText(c, `${String(row.feature).slice(0, -1)},${tail}`, 'application/geo+json')
    })
