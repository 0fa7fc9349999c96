import { farthestM, mostDistanceM, mostNearest, relations } from '#server/processes/overlay/inputs.ts'
import type { ProcessDescription } from '#server/processes/process.ts'
import { publicCollections } from '#server/routes/collection.ts'

const collectionSide = {
  type: 'object',
  required: ['collection'],
  additionalProperties: false,
  properties: {
    collection: {
      type: 'string',
      description: 'A collection that has a geometry',
      enum: publicCollections.filter(({ geometry }) => geometry !== 'none').map(({ id }) => id),
    },
    filter: {
      description: 'CQL2, as text or as JSON, over the queryables of the collection',
      oneOf: [{ type: 'string' }, { type: 'object' }],
    },
    parameters: {
      type: 'object',
      description: 'Parameters of an overlay, e.g. radius_km',
      additionalProperties: { oneOf: [{ type: 'string' }, { type: 'number' }, { type: 'boolean' }] },
    },
  },
}

const uploadedSide = {
  type: 'object',
  description:
    'GeoJSON in longitude and latitude: a feature collection, a feature or a geometry; at most 10,000 features, 100,000 vertices and 10 MB',
  required: ['type'],
  properties: { type: { type: 'string' } },
}

const once = { minOccurs: 1, maxOccurs: 1 }
const maybe = { minOccurs: 0, maxOccurs: 1 }

/** What `overlay` is told and what it gives. */
export const overlayDescription: ProcessDescription = {
  id: 'overlay',
  version: '1.0.0',
  title: { en: 'Overlay', zh: '叠加分析' },
  description: {
    en: 'Which features of one collection lie in, near or over those of another, or of a shape you send: distances along the geodesic on WGS 84, areas on the ellipsoid. Features whose location is known only to a province or country take no part.',
    zh: '一个图层的要素位于另一图层或所上传图形之内、附近或与之重叠：距离按WGS 84大地线计算，面积按椭球面计算。仅知省级或国家级位置的要素不参与。',
  },
  keywords: ['overlay', 'spatial join', 'distance', 'nearest', 'area'],
  inputs: {
    left: { title: 'Left side', description: 'Features asked about', ...once, schema: collectionSide },
    right: {
      title: 'Right side',
      description: 'Features looked for: a collection, or GeoJSON of your own',
      ...once,
      schema: { oneOf: [collectionSide, uploadedSide] },
    },
    relation: {
      title: 'Relation',
      description:
        'intersects: both share a place. within: at most distance_m apart. nearest: the k nearest. overlap_area: both are areas and share land.',
      ...once,
      schema: { type: 'string', enum: [...relations] },
    },
    distance_m: {
      title: 'Distance in metres',
      description: `Of within, at most ${mostDistanceM}; of nearest, how far to look, at most and unless stated ${farthestM}`,
      ...maybe,
      schema: { type: 'number', minimum: 0, maximum: farthestM },
    },
    k: {
      title: 'How many nearest',
      ...maybe,
      schema: { type: 'integer', minimum: 1, maximum: mostNearest, default: 1 },
    },
    sum_field: {
      title: 'Field to add up',
      description: 'A number field of the right side, or a number property of your GeoJSON',
      ...maybe,
      schema: { type: 'string' },
    },
  },
  output: {
    id: 'result',
    title: 'Pairs, a summary for each left feature, and totals',
    schema: { type: 'object' },
  },
}
