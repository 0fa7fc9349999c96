import type { Dataset, Overlay } from '#data/define.ts'
import type { Field, SqlType } from '#data/field.ts'
import type { Manifest } from '#server/engine/engine.ts'
import { datasetsBehind, describeSource } from '#server/engine/sources.ts'
import { isDataset } from '#server/routes/collection.ts'
import {
  deepestLevel,
  finestLevel,
  highestLatitude,
  mercatorCrs,
  tileMatrixSetId,
  tileMatrixSetLimits,
  tileMatrixSetUri,
} from '#server/tiles/matrix-set.ts'
import { isThinned, thinnedField, tileFields } from '#server/tiles/tile-fields.ts'

type Collection = Dataset | Overlay

export const tileType = 'application/vnd.mapbox-vector-tile'
const crs84 = 'http://www.opengis.net/def/crs/OGC/1.3/CRS84'
const tilingScheme = 'http://www.opengis.net/def/rel/ogc/1.0/tiling-scheme'
/** Levels of the registered set that have tiles, as path segments. */
const levels = { minTileMatrix: '0', maxTileMatrix: String(deepestLevel) }

/** Where a tileset is asked for. */
export interface Address {
  /** Scheme and host, e.g. `http://localhost:8080`. */
  readonly origin: string
  /** Parameters that narrow the tiles, as in the query string, without the question mark. */
  readonly query: string
}

const pathOf = ({ id }: Collection, { origin }: Address): string => `${origin}/api/collections/${id}/tiles`
const withQuery = (path: string, query: string): string => (query === '' ? path : `${path}?${query}`)

const definitionLink = ({ origin }: Address) => ({
  rel: tilingScheme,
  href: `${origin}/api/tileMatrixSets/${tileMatrixSetId}`,
  type: 'application/json',
  title: 'Definition of the tile matrix set',
})

/** West, south, east, north of what the tiles can show. */
function boundsOf({ id }: Collection, manifest: Manifest): [number, number, number, number] {
  const [west, south, east, north] = manifest.datasets[id]?.bbox ?? manifest.tables[id]?.bbox ?? [-180, -90, 180, 90]
  const clamped = (latitude: number) => Math.min(Math.max(latitude, -highestLatitude), highestLatitude)
  return [west ?? -180, clamped(south ?? -90), east ?? 180, clamped(north ?? 90)]
}

/** The short form that a list of tilesets has. */
export function tilesetSummary(collection: Collection, address: Address) {
  const self = withQuery(`${pathOf(collection, address)}/${tileMatrixSetId}`, address.query)
  return {
    title: collection.title.en,
    dataType: 'vector' as const,
    crs: mercatorCrs,
    tileMatrixSetURI: tileMatrixSetUri,
    links: [{ rel: 'self', href: self, type: 'application/json', title: 'Tileset' }, definitionLink(address)],
  }
}

const jsonTypes: Readonly<Record<SqlType, { type: string; format?: string }>> = {
  string: { type: 'string' },
  int: { type: 'integer' },
  bigint: { type: 'integer' },
  double: { type: 'number' },
  date: { type: 'string', format: 'date' },
  boolean: { type: 'boolean' },
}

function propertySchemas(collection: Collection) {
  const own = tileFields(collection).map(([id, field]) => [id, { title: field.label.en, ...jsonTypes[field.type] }])
  const count = { title: 'Features in this pixel, of which this is one', type: 'integer' }
  return Object.fromEntries(isThinned(collection) ? [...own, [thinnedField, count]] : own)
}

function templateLinks(collection: Collection, address: Address) {
  const { query, origin } = address
  const self = withQuery(`${pathOf(collection, address)}/${tileMatrixSetId}`, query)
  const template = withQuery(
    `${pathOf(collection, address)}/${tileMatrixSetId}/{tileMatrix}/{tileRow}/{tileCol}`,
    query,
  )
  const json = { type: 'application/json' }
  return [
    { rel: 'self', href: self, ...json, title: 'This tileset' },
    { rel: 'alternate', href: `${self}${query === '' ? '?' : '&'}f=tilejson`, ...json, title: 'TileJSON' },
    definitionLink(address),
    { rel: 'collection', href: `${origin}/api/collections/${collection.id}`, ...json, title: collection.title.en },
    { rel: 'item', href: template, type: tileType, templated: true, title: 'Vector tiles' },
  ]
}

/** A tileset as JSON (OGC Two Dimensional Tile Matrix Set and Tile Set Metadata 2.0). */
export function tilesetMetadata(collection: Collection, manifest: Manifest, address: Address) {
  const [west, south, east, north] = boundsOf(collection, manifest)
  return {
    ...tilesetSummary(collection, address),
    description: collection.description.en,
    snapshot: manifest.snapshot,
    links: templateLinks(collection, address),
    tileMatrixSetLimits,
    boundingBox: { lowerLeft: [west, south], upperRight: [east, north], crs: crs84 },
    layers: [
      {
        id: collection.id,
        title: collection.title.en,
        description: collection.description.en,
        dataType: 'vector' as const,
        geometryDimension: { point: 0, line: 1, polygon: 2, none: 0 }[collection.geometry],
        ...levels,
        propertiesSchema: { type: 'object' as const, properties: propertySchemas(collection) },
      },
    ],
  }
}

const tileJsonType = ({ type }: Field): string =>
  type === 'boolean' ? 'Boolean' : type === 'string' || type === 'date' ? 'String' : 'Number'

function attributionOf(collection: Collection, manifest: Manifest): string {
  const ids = datasetsBehind([collection.id, ...(isDataset(collection) ? [] : collection.inputs)])
  return [...new Set(ids.map((id) => describeSource(id, manifest).attribution))].join('; ')
}

/** The same as TileJSON 3.0: what MapLibre and QGIS read, with its template of level, column and row. */
export function tileJson(collection: Collection, manifest: Manifest, address: Address) {
  const fields = tileFields(collection).map(([id, field]) => [id, tileJsonType(field)])
  const thinned = isThinned(collection) ? [[thinnedField, 'Number']] : []
  return {
    tilejson: '3.0.0' as const,
    name: collection.title.en,
    description: collection.description.en,
    attribution: attributionOf(collection, manifest),
    scheme: 'xyz' as const,
    tiles: [withQuery(`${pathOf(collection, address)}/${tileMatrixSetId}/{z}/{y}/{x}`, address.query)],
    minzoom: 0,
    maxzoom: finestLevel,
    bounds: boundsOf(collection, manifest),
    vector_layers: [
      {
        id: collection.id,
        description: collection.title.en,
        minzoom: 0,
        maxzoom: finestLevel,
        fields: Object.fromEntries([...fields, ...thinned]) as Record<string, string>,
      },
    ],
    snapshot: manifest.snapshot,
  }
}
