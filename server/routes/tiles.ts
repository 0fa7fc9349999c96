import { createRoute, z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import type { Selection } from '#server/engine/selection.ts'
import { absolute } from '#server/http/address.ts'
import { badParameter, Problem } from '#server/problem.ts'
import { type Collection, findCollection } from '#server/routes/collection.ts'
import { answerText, type Env, queryTexts } from '#server/routes/context.ts'
import { newRoutes } from '#server/routes/new-routes.ts'
import { json } from '#server/routes/schemas.ts'
import { readSelection } from '#server/routes/selection-request.ts'
import {
  tileJsonSchema,
  tileMatrixSetSchema,
  tileMatrixSetsSchema,
  tilesetSchema,
  tilesetsSchema,
} from '#server/routes/tile-schemas.ts'
import { EmptyTiles } from '#server/tiles/empty-tiles.ts'
import { tileMatrixSet, tileMatrixSetId, tileOf } from '#server/tiles/matrix-set.ts'
import { type Address, tileJson, tilesetMetadata, tilesetSummary, tileType } from '#server/tiles/metadata.ts'
import { tileQuery } from '#server/tiles/tile-query.ts'

const collectionId = z.string().openapi({ description: 'A collection that has a geometry' })
const setId = z.string().openapi({ description: `Always ${tileMatrixSetId}` })
const narrowing =
  'Any other name narrows the tiles as it narrows items: a field of a dataset, or a parameter of an overlay.'

const list = createRoute({
  method: 'get',
  path: '/collections/{collectionId}/tiles',
  operationId: '.collection.vector.getTileSetsList',
  summary: 'Vector tilesets of a collection',
  description: narrowing,
  request: { params: z.object({ collectionId }), query: z.object({}).catchall(z.string()) },
  responses: { 200: json(tilesetsSchema, 'One tileset, in Web Mercator') },
})

const tileset = createRoute({
  method: 'get',
  path: '/collections/{collectionId}/tiles/{tileMatrixSetId}',
  operationId: '.collection.vector.getTileSet',
  summary: 'One vector tileset, as OGC metadata or as TileJSON',
  description: narrowing,
  request: {
    params: z.object({ collectionId, tileMatrixSetId: setId }),
    query: z.object({ f: z.enum(['json', 'tilejson']).optional() }).catchall(z.string()),
  },
  responses: { 200: json(z.union([tilesetSchema, tileJsonSchema]), 'The tileset') },
})

const tile = createRoute({
  method: 'get',
  path: '/collections/{collectionId}/tiles/{tileMatrixSetId}/{tileMatrix}/{tileRow}/{tileCol}',
  operationId: '.collection.vector.getTile',
  summary: 'One vector tile',
  description: `A layer named like the collection, with the fields of its table and popup. ${narrowing}`,
  request: {
    params: z.object({
      collectionId,
      tileMatrixSetId: setId,
      tileMatrix: z.string().openapi({ description: 'Level, 0 to 18' }),
      tileRow: z.string().openapi({ description: 'Row from the north, from 0' }),
      tileCol: z.string().openapi({ description: 'Column from the antimeridian, from 0' }),
    }),
    query: z.object({ f: z.enum(['mvt']).optional() }).catchall(z.string()),
  },
  responses: {
    200: {
      description: 'Mapbox Vector Tile 2.1',
      content: { [tileType]: { schema: z.string().openapi({ format: 'binary' }) } },
    },
    204: { description: 'Nothing lies in this tile' },
  },
})

const sets = createRoute({
  method: 'get',
  path: '/tileMatrixSets',
  operationId: 'getTileMatrixSetsList',
  summary: 'Tile matrix sets in use',
  request: { query: z.strictObject({}) },
  responses: { 200: json(tileMatrixSetsSchema, 'The only one') },
})

const set = createRoute({
  method: 'get',
  path: '/tileMatrixSets/{tileMatrixSetId}',
  operationId: 'getTileMatrixSet',
  summary: 'Definition of a tile matrix set',
  request: { params: z.object({ tileMatrixSetId: setId }), query: z.strictObject({}) },
  responses: { 200: json(tileMatrixSetSchema, 'The definition') },
})

function requireSet(id: string): void {
  if (id !== tileMatrixSetId) throw new Problem('not_found', { detail: `Tiles come in ${tileMatrixSetId} only.` })
}

function findTiled(id: string): Collection {
  const collection = findCollection(id)
  if (collection.geometry !== 'none') return collection
  throw new Problem('not_found', { detail: `${id} has no geometry, and so no tiles.` })
}

/** What narrows the tiles. A page of them means nothing. */
function readTiled(c: Context<Env>, collection: Collection): Selection {
  const query = queryTexts(c)
  for (const name of ['limit', 'offset']) if (name in query) throw badParameter(name, 'means nothing for tiles')
  return readSelection(collection, query, { others: ['f'], maxItems: 1 }).selection
}

function addressOf(c: Context<Env>): Address {
  const { origin, searchParams } = new URL(c.req.url)
  searchParams.delete('f')
  return { origin, query: searchParams.toString() }
}

/** The bytes of a tile, or null where nothing lies in it. */
async function readTile(c: Context<Env>, selection: Selection, path: readonly [string, string, string]) {
  const asked = tileOf(...path)
  if (asked === undefined) throw new Problem('unknown_tile')
  const [made] = await c.var.engine.pieces(tileQuery(selection, asked), { signal: c.req.raw.signal })
  return made === undefined || Number(made.facts.n) === 0 ? null : Buffer.from(made.bytes)
}

/** Vector tiles of every collection with a geometry (OGC API Tiles Part 1), for maps that hold more than fits in one answer. */
export function tileRoutes() {
  const empty = new EmptyTiles()
  return newRoutes()
    .openapi(list, (c) => {
      const collection = findTiled(c.req.valid('param').collectionId)
      readTiled(c, collection)
      const { snapshot } = c.var.engine.manifest
      const self = { rel: 'self', href: c.req.url, type: 'application/json', title: 'This list' }
      return c.json({ snapshot, tilesets: [tilesetSummary(collection, addressOf(c))], links: [self] }, 200)
    })
    .openapi(tileset, (c) => {
      const { collectionId: id, tileMatrixSetId: given } = c.req.valid('param')
      const collection = findTiled(id)
      requireSet(given)
      readTiled(c, collection)
      const make = c.req.valid('query').f === 'tilejson' ? tileJson : tilesetMetadata
      return answerText(c, JSON.stringify(make(collection, c.var.engine.manifest, addressOf(c))))
    })
    .openapi(tile, async (c) => {
      const { collectionId: id, tileMatrixSetId: given, tileMatrix, tileRow, tileCol } = c.req.valid('param')
      const collection = findTiled(id)
      requireSet(given)
      const { snapshot } = c.var.engine.manifest
      const { pathname, search } = new URL(c.req.url)
      if (empty.has(snapshot, pathname + search)) return c.body(null, 204)
      const bytes = await readTile(c, readTiled(c, collection), [tileMatrix, tileRow, tileCol])
      if (bytes !== null) return c.body(bytes, 200, { 'content-type': tileType })
      empty.add(snapshot, pathname + search)
      return c.body(null, 204)
    })
    .openapi(sets, (c) => {
      const { id, title, uri, crs } = tileMatrixSet
      const links = [{ rel: 'self', href: absolute(c, `/api/tileMatrixSets/${id}`), type: 'application/json', title }]
      return c.json({ snapshot: c.var.engine.manifest.snapshot, tileMatrixSets: [{ id, title, uri, crs, links }] }, 200)
    })
    .openapi(set, (c) => {
      requireSet(c.req.valid('param').tileMatrixSetId)
      return c.json({ ...tileMatrixSet, snapshot: c.var.engine.manifest.snapshot }, 200)
    })
}
