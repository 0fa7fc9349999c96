import { z } from '@hono/zod-openapi'
import { linkSchema, rowSchema, snapshotId } from '#server/routes/schemas.ts'

const geometryTypes = [
  'Point',
  'MultiPoint',
  'LineString',
  'MultiLineString',
  'Polygon',
  'MultiPolygon',
  'GeometryCollection',
] as const

const geometrySchema = z
  .object({ type: z.enum(geometryTypes), coordinates: z.array(z.any()).optional() })
  .openapi('Geometry')

export const featureSchema = z
  .object({ type: z.enum(['Feature']), id: z.string(), geometry: geometrySchema.nullable(), properties: rowSchema })
  .openapi('Feature')

const count = z.number().int().min(0)
const counts = { snapshot: snapshotId, numberMatched: count, numberReturned: count }

export const featureCollectionSchema = z
  .object({
    type: z.enum(['FeatureCollection']),
    timeStamp: z.string().openapi({ format: 'date-time', description: 'When this answer was made' }),
    ...counts,
    features: z.array(featureSchema),
    links: z.array(linkSchema),
  })
  .openapi('FeatureCollection')

export const rowsSchema = z.object({ ...counts, rows: z.array(rowSchema), links: z.array(linkSchema) }).openapi('Rows')

export const oneFeatureSchema = featureSchema
  .extend({ snapshot: snapshotId, links: z.array(linkSchema) })
  .openapi('OneFeature')

export type FeatureCollection = z.infer<typeof featureCollectionSchema>
export type Rows = z.infer<typeof rowsSchema>
export type OneFeature = z.infer<typeof oneFeatureSchema>
