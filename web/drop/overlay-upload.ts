import type { Feature, Geometry, Position } from 'geojson'
import { positionsOf } from '#web/drop/check-features.ts'
import type { DroppedFeature, Parsed } from '#web/drop/parsed.ts'

/** What the process takes at most (`server/processes/geojson.ts`): features, their corners, bytes of the request. */
export const uploadLimits = { features: 10_000, vertices: 100_000, bytes: 10_000_000 } as const

/** What the request says beside the features. */
const bytesOfTheRest = 1_000
const longestName = 200

export interface Upload {
  readonly collection: { readonly type: 'FeatureCollection'; readonly features: readonly Feature[] }
  readonly vertices: number
  readonly bytes: number
  /** Features that no engine can measure: they stay out, and the page says how many. */
  readonly leftOut: number
  readonly isTooMuch: boolean
}

const flat = (positions: readonly Position[]): Position[] => positions.map(([x = 0, y = 0]) => [x, y])

function ringsOf(rings: readonly (readonly Position[])[]): Position[][] | null {
  const isClosed = (ring: readonly Position[]): boolean => {
    const [first, last] = [ring[0], ring.at(-1)]
    return ring.length >= 4 && first?.[0] === last?.[0] && first?.[1] === last?.[1]
  }
  return rings.length > 0 && rings.every(isClosed) ? rings.map(flat) : null
}

function linesOf(lines: readonly (readonly Position[])[]): Position[][] | null {
  return lines.length > 0 && lines.every(({ length }) => length >= 2) ? lines.map(flat) : null
}

type Kind = 'MultiPoint' | 'MultiLineString' | 'MultiPolygon'
type Part = readonly [kind: Kind, coordinates: readonly unknown[] | null]

/** The simple parts of a geometry with two axes, as those of multiple ones; null where one is damaged. */
function partsOf(geometry: Geometry): Part[] {
  switch (geometry.type) {
    case 'Point':
      return [['MultiPoint', flat([geometry.coordinates])]]
    case 'MultiPoint':
      return [['MultiPoint', flat(geometry.coordinates)]]
    case 'LineString':
      return [['MultiLineString', linesOf([geometry.coordinates])]]
    case 'MultiLineString':
      return [['MultiLineString', linesOf(geometry.coordinates)]]
    case 'Polygon':
      return [['MultiPolygon', [ringsOf(geometry.coordinates)]]]
    case 'MultiPolygon':
      return [['MultiPolygon', geometry.coordinates.map(ringsOf)]]
    case 'GeometryCollection':
      return geometry.geometries.flatMap(partsOf)
    default:
      return []
  }
}

/** The geometry with two axes and of one kind; null where it is damaged, empty or mixes points, lines and areas. */
function fitGeometry(geometry: Geometry): Geometry | null {
  const parts = partsOf(geometry)
  const [first] = parts
  if (first === undefined || parts.some(([kind]) => kind !== first[0])) return null
  const coordinates = parts.flatMap(([, inner]) => inner ?? [null])
  if (coordinates.length === 0 || coordinates.includes(null)) return null
  const whole = { type: first[0], coordinates } as unknown as Geometry
  return positionsOf(whole) === null ? null : whole
}

const nameOf = ({ id, properties }: DroppedFeature, column: string | null): string => {
  const name = column === null ? null : properties[column]
  return name === null || name === undefined || name === '' ? id : String(name).slice(0, longestName)
}

/**
 * The features of a file as the overlay process takes them: checked GeoJSON in longitude and latitude, number and name of each,
 * nothing else of the file.
 * @param nameColumn names the features in the result; null: their number in the file does
 */
export function uploadOf({ features: all }: Parsed, nameColumn: string | null): Upload {
  const features = all.flatMap((feature): Feature[] => {
    const geometry = fitGeometry(feature.geometry)
    if (geometry === null) return []
    return [{ type: 'Feature', id: feature.id, properties: { name: nameOf(feature, nameColumn) }, geometry }]
  })
  const collection = { type: 'FeatureCollection', features } as const
  const vertices = features.reduce((sum, { geometry }) => sum + (positionsOf(geometry)?.length ?? 0), 0)
  const bytes = new TextEncoder().encode(JSON.stringify(collection)).length + bytesOfTheRest
  const { features: mostFeatures, vertices: mostVertices, bytes: mostBytes } = uploadLimits
  return {
    collection,
    vertices,
    bytes,
    leftOut: all.length - features.length,
    isTooMuch: features.length > mostFeatures || vertices > mostVertices || bytes > mostBytes,
  }
}

const nameLike = /name|title|label|site|名/i

/** The column that most probably names the features; null where none holds texts. */
export function guessNameColumn({ columns, features }: Parsed): string | null {
  const holdsText = (column: string) =>
    features.some(({ properties }) => /\p{L}/u.test(String(properties[column] ?? '')))
  return columns.find((column) => nameLike.test(column) && holdsText(column)) ?? columns.find(holdsText) ?? null
}

/** Whether some features are areas, so that land can be shared. */
export const holdsAreas = ({ features }: Parsed): boolean =>
  features.some(({ geometry }) => geometry.type.endsWith('Polygon'))
