import { z } from '@hono/zod-openapi'
import { linkSchema, snapshotId } from '#server/routes/schemas.ts'

const crs = z.string().openapi({ description: 'URI of the coordinate reference system' })
export const templatedLinkSchema = linkSchema.extend({ templated: z.boolean().optional() }).openapi('TemplatedLink')

const summary = {
  title: z.string(),
  dataType: z.enum(['vector']),
  crs,
  tileMatrixSetURI: z.string(),
}

export const tilesetsSchema = z
  .object({
    snapshot: snapshotId,
    tilesets: z.array(z.object({ ...summary, links: z.array(linkSchema) })),
    links: z.array(linkSchema),
  })
  .openapi('TileSets')

const limitsSchema = z.object({
  tileMatrix: z.string(),
  minTileRow: z.number(),
  maxTileRow: z.number(),
  minTileCol: z.number(),
  maxTileCol: z.number(),
})

const propertySchema = z.object({ title: z.string().optional(), type: z.string(), format: z.string().optional() })

export const tilesetSchema = z
  .object({
    ...summary,
    snapshot: snapshotId,
    description: z.string(),
    links: z.array(templatedLinkSchema),
    tileMatrixSetLimits: z.array(limitsSchema),
    boundingBox: z.object({ lowerLeft: z.array(z.number()), upperRight: z.array(z.number()), crs }),
    layers: z.array(
      z.object({
        id: z.string(),
        title: z.string(),
        description: z.string(),
        dataType: z.enum(['vector']),
        geometryDimension: z.number(),
        minTileMatrix: z.string(),
        maxTileMatrix: z.string(),
        propertiesSchema: z.object({
          type: z.enum(['object']),
          properties: z.record(z.string(), propertySchema),
        }),
      }),
    ),
  })
  .openapi('TileSet')

export const tileJsonSchema = z
  .object({
    tilejson: z.enum(['3.0.0']),
    name: z.string(),
    description: z.string(),
    attribution: z.string(),
    scheme: z.enum(['xyz']),
    tiles: z.array(z.string()),
    minzoom: z.number(),
    maxzoom: z.number(),
    bounds: z.array(z.number()),
    vector_layers: z.array(
      z.object({
        id: z.string(),
        description: z.string(),
        minzoom: z.number(),
        maxzoom: z.number(),
        fields: z.record(z.string(), z.string()),
      }),
    ),
    snapshot: snapshotId,
  })
  .openapi('TileJson')

export const tileMatrixSetsSchema = z
  .object({
    snapshot: snapshotId,
    tileMatrixSets: z.array(
      z.object({ id: z.string(), title: z.string(), uri: z.string(), crs, links: z.array(linkSchema) }),
    ),
  })
  .openapi('TileMatrixSets')

export const tileMatrixSetSchema = z
  .object({
    snapshot: snapshotId,
    id: z.string(),
    title: z.string(),
    uri: z.string(),
    crs,
    orderedAxes: z.array(z.string()),
    wellKnownScaleSet: z.string(),
    tileMatrices: z.array(
      z.object({
        id: z.string(),
        scaleDenominator: z.number(),
        cellSize: z.number(),
        cornerOfOrigin: z.enum(['topLeft']),
        pointOfOrigin: z.array(z.number()),
        tileWidth: z.number(),
        tileHeight: z.number(),
        matrixWidth: z.number(),
        matrixHeight: z.number(),
      }),
    ),
  })
  .openapi('TileMatrixSet')
