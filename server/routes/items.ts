import { createRoute, z } from '@hono/zod-openapi'
import type { TypedResponse } from 'hono'
import { type CrsUri, crs84, crsUris, outputCrs } from '#server/engine/crs.ts'
import { badParameters, type QueryTexts, readParameters } from '#server/engine/parameters.ts'
import { featuresQuery } from '#server/engine/selection.ts'
import { absolute, addressWith } from '#server/http/address.ts'
import { Problem } from '#server/problem.ts'
import { defaultsOf, findCollection, fixedValuesOf, parametersOf } from '#server/routes/collection.ts'
import { answerText, queryTexts } from '#server/routes/context.ts'
import { choicesOfItems, isSidecar, writeSidecar } from '#server/routes/items-file.ts'
import { itemsFormatFor } from '#server/routes/items-formats.ts'
import {
  type FeatureCollection,
  featureCollectionSchema,
  type OneFeature,
  oneFeatureSchema,
  type Rows,
  rowsSchema,
} from '#server/routes/items-schemas.ts'
import { itemsWriters } from '#server/routes/items-writers.ts'
import { newRoutes } from '#server/routes/new-routes.ts'
import { oneOf, Reader } from '#server/routes/outcome.ts'
import { readSelection } from '#server/routes/selection-request.ts'

const collectionId = z.string()
/** Read by hand, so that every reason is told at once; described in `items-parameters.ts`. */
const loose = z.object({ f: z.string('is given twice').optional() }).catchall(z.string('is given twice'))
const geojson = 'application/geo+json'
/** Rows of a page that a person reads. */
const pageForPeople = 50

const items = createRoute({
  method: 'get',
  path: '/collections/{collectionId}/items',
  operationId: 'getFeatures',
  summary: 'Features of a collection',
  request: { params: z.object({ collectionId }), query: loose },
  responses: {
    200: {
      description: 'Features as GeoJSON, or in the format asked for; with `f=json` their rows without geometry',
      content: { [geojson]: { schema: featureCollectionSchema }, 'application/json': { schema: rowsSchema } },
    },
  },
})

const item = createRoute({
  method: 'get',
  path: '/collections/{collectionId}/items/{featureId}',
  operationId: 'getFeature',
  summary: 'One feature',
  request: { params: z.object({ collectionId, featureId: z.string() }) },
  responses: { 200: { description: 'The feature', content: { [geojson]: { schema: oneFeatureSchema } } } },
})

/** @throws {Problem} `bad_parameter` for any but the listed ones, so that nothing else ever reaches PROJ */
function readCrs(query: QueryTexts): CrsUri {
  const reader = new Reader(query)
  const crs = reader.read('crs', (text) => {
    const known = crsUris.find((uri) => uri === text)
    return known ? { value: known } : { reason: `must be one of ${crsUris.join(', ')}` }
  })
  if (reader.errors.length > 0) throw badParameters(reader.errors)
  return crs ?? crs84
}

/** @throws {Problem} `bad_parameter`: one feature comes as GeoJSON or as a page for people */
function readFeatureFormat(query: QueryTexts): void {
  const reader = new Reader(query)
  reader.read('f', oneOf({ geojson: true, json: true, html: true }))
  if (reader.errors.length > 0) throw badParameters(reader.errors)
}

/** What a route that answers in several formats gives, typed as its JSON for the client. */
const asJson = <T>(response: Response) => response as unknown as TypedResponse<T, 200, 'json'>

/** Features of datasets, overlays and indicators alike. */
export const itemRoutes = (maxItems: number) =>
  newRoutes()
    .openapi(items, async (c) => {
      const collection = findCollection(c.req.valid('param').collectionId)
      const query = queryTexts(c)
      const asked = c.req.valid('query').f
      const f = isSidecar(asked) ? 'csv' : itemsFormatFor(asked, c.req.header('accept')).f
      const { selection, page } = readSelection(collection, query, {
        others: ['f', 'lang', 'crs', ...choicesOfItems(f)],
        maxItems,
        ...(f === 'html' && { usualLimit: pageForPeople }),
      })
      const request = { collection, selection, page, crs: readCrs(query) }
      if (isSidecar(asked)) return asJson<FeatureCollection | Rows>(await writeSidecar(c, request))
      return asJson<FeatureCollection | Rows>(await itemsWriters[f](c, request))
    })
    .openapi(item, async (c) => {
      const { collectionId: id, featureId } = c.req.valid('param')
      const collection = findCollection(id)
      const query = queryTexts(c)
      const values = readParameters(parametersOf(collection), query, {
        defaults: defaultsOf(collection),
        others: ['f', 'lang', 'crs'],
      })
      const crs = readCrs(query)
      readFeatureFormat(query)
      const { engine } = c.var
      const selection = {
        collection,
        values: { ...values, ...fixedValuesOf(collection) },
        filters: { [collection.key]: featureId },
      }
      const [row] = await engine.rows(featuresQuery(selection, outputCrs[crs]), { signal: c.req.raw.signal })
      if (row === undefined) throw new Problem('unknown_feature')
      const links = [
        { rel: 'self', href: c.req.url, type: geojson, title: featureId },
        { rel: 'alternate', href: addressWith(c, { f: 'html' }), type: 'text/html', title: `${featureId} as HTML` },
        {
          rel: 'collection',
          href: absolute(c, `/api/collections/${id}`),
          type: 'application/json',
          title: collection.title.en,
        },
      ]
      const tail = JSON.stringify({ snapshot: engine.manifest.snapshot, links }).slice(1)
      c.header('content-crs', `<${crs}>`)
      return answerText<OneFeature>(c, `${String(row.feature).slice(0, -1)},${tail}`, geojson)
    })
