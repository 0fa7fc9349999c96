import { coordinateDepth, faultOf, maxCollectionDepth, type Position, type SimpleType } from '#server/cql2/geometry.ts'
import { mostBodyBytes } from '#server/http/guards.ts'
import { cutAtAntimeridian } from '#server/prepare/geometry/antimeridian.ts'
import type { MultiPolygon } from '#server/prepare/geometry/shape.ts'
import { badParameter } from '#server/problem.ts'

/** What a person may send: features, their vertices, bytes of the whole request. */
export const uploadedAtMost = { features: 10_000, vertices: 100_000, bytes: mostBodyBytes } as const
const { features: mostFeatures, vertices: mostVertices } = uploadedAtMost
const longestText = 500

type Line = readonly Position[]
/** A checked shape: two axes, one kind, cut at the antimeridian. */
export type UploadedGeometry =
  | { readonly type: 'MultiPoint'; readonly coordinates: Line }
  | { readonly type: 'MultiLineString'; readonly coordinates: readonly Line[] }
  | { readonly type: 'MultiPolygon'; readonly coordinates: MultiPolygon }

export interface UploadedFeature {
  readonly id: string
  readonly name: string | null
  /** The value of the property that is to be summed up. */
  readonly amount: number | null
  readonly geometry: UploadedGeometry
}

type Members = Readonly<Record<string, unknown>>
const isObject = (value: unknown): value is Members =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const member = (value: Members, name: string): unknown => (Object.hasOwn(value, name) ? value[name] : undefined)

/** Reads geometry of any size and nesting without recursion; counts vertices over all features. */
class Reader {
  #vertices = 0

  fail(path: string, reason: string): never {
    throw badParameter(path, reason)
  }

  list(value: unknown, path: string): readonly unknown[] {
    return Array.isArray(value) ? value : this.fail(path, 'is not a list')
  }

  position(value: unknown, path: string): Position {
    const [longitude, latitude] = this.list(value, path)
    this.#vertices += 1
    if (this.#vertices > mostVertices) this.fail(path, `is one vertex too many: ${mostVertices} at most in all`)
    if (!Number.isFinite(longitude) || Math.abs(longitude as number) > 180)
      this.fail(path, 'has no longitude between -180 and 180')
    if (!Number.isFinite(latitude) || Math.abs(latitude as number) > 90)
      this.fail(path, 'has no latitude between -90 and 90')
    return [longitude as number, latitude as number]
  }

  line(value: unknown, path: string, type: SimpleType): Line {
    const positions = this.list(value, path).map((one, index) => this.position(one, `${path}.${index}`))
    const fault = faultOf(type)(positions)
    return fault === undefined ? positions : this.fail(path, fault)
  }

  lines(value: unknown, path: string, type: SimpleType): readonly Line[] {
    return this.list(value, path).map((one, index) => this.line(one, `${path}.${index}`, type))
  }

  /** Coordinates of a simple type as those of its multiple one. */
  simple(type: SimpleType, value: unknown, path: string): UploadedGeometry {
    switch (type) {
      case 'Point':
        return { type: 'MultiPoint', coordinates: [this.position(value, path)] }
      case 'MultiPoint':
        return { type, coordinates: this.line(value, path, type) }
      case 'LineString':
        return { type: 'MultiLineString', coordinates: [this.line(value, path, type)] }
      case 'MultiLineString':
        return { type, coordinates: this.lines(value, path, type) }
      case 'Polygon':
        return { type: 'MultiPolygon', coordinates: [this.lines(value, path, type)] }
      case 'MultiPolygon': {
        const polygons = this.list(value, path).map((one, index) => this.lines(one, `${path}.${index}`, type))
        return { type, coordinates: polygons }
      }
    }
  }

  /** The simple geometries of any geometry, in order. */
  parts(geometry: unknown, path: string): UploadedGeometry[] {
    const open = [{ value: geometry, at: path, depth: 0 }]
    const parts: UploadedGeometry[] = []
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      const { value, at, depth } = next
      if (!isObject(value)) this.fail(at, 'is not a geometry')
      const type = member(value, 'type')
      if (type === 'GeometryCollection') {
        if (depth >= maxCollectionDepth) this.fail(at, `is nested more than ${maxCollectionDepth} deep`)
        const inner = this.list(member(value, 'geometries'), `${at}.geometries`)
        if (inner.length > mostFeatures) this.fail(at, `holds more than ${mostFeatures} geometries`)
        for (let index = inner.length - 1; index >= 0; index -= 1) {
          open.push({ value: inner[index], at: `${at}.geometries.${index}`, depth: depth + 1 })
        }
      } else if (typeof type === 'string' && Object.hasOwn(coordinateDepth, type)) {
        parts.push(this.simple(type as SimpleType, member(value, 'coordinates'), `${at}.coordinates`))
      } else this.fail(at, 'has no type of GeoJSON')
    }
    return parts
  }
}

/** An edge from -180 to 180 runs along a parallel round the world; any other of more than 180 degrees crosses the antimeridian. */
const isRoundTheWorld = (polygons: MultiPolygon): boolean =>
  polygons
    .flat()
    .some((ring) =>
      ring.some(([longitude], index) => Math.abs(longitude - (ring[index - 1]?.[0] ?? longitude)) === 360),
    )

function joined(parts: readonly UploadedGeometry[], reader: Reader, path: string): UploadedGeometry {
  const [first] = parts
  if (first === undefined) return reader.fail(path, 'is empty')
  if (parts.some(({ type }) => type !== first.type)) return reader.fail(path, 'mixes points, lines and polygons')
  const filled = parts.flatMap((part): readonly unknown[] => part.coordinates)
  const coordinates = filled.filter((one) => !Array.isArray(one) || one.length > 0)
  if (coordinates.length === 0) return reader.fail(path, 'is empty')
  const whole = { type: first.type, coordinates } as UploadedGeometry
  if (whole.type !== 'MultiPolygon' || isRoundTheWorld(whole.coordinates)) return whole
  return { type: 'MultiPolygon', coordinates: cutAtAntimeridian(whole.coordinates) }
}

const shortText = (value: unknown): string | null =>
  typeof value === 'string' || typeof value === 'number' ? String(value).slice(0, longestText) : null

function featureOf(value: unknown, index: number, reader: Reader, path: string, amountField?: string): UploadedFeature {
  if (!isObject(value) || member(value, 'type') !== 'Feature') return reader.fail(path, 'is not a feature')
  const at = `${path}.geometry`
  const properties = member(value, 'properties')
  const own = isObject(properties) ? properties : {}
  const amount = amountField === undefined ? undefined : member(own, amountField)
  return {
    id: shortText(member(value, 'id')) ?? String(index + 1),
    name: shortText(member(own, 'name') ?? member(own, 'title')),
    amount: typeof amount === 'number' && Number.isFinite(amount) ? amount : null,
    geometry: joined(reader.parts(member(value, 'geometry'), at), reader, at),
  }
}

function refuseOtherCrs(value: Members, path: string): void {
  const crs = member(value, 'crs')
  if (crs === undefined || crs === null) return
  const name = JSON.stringify(isObject(crs) && isObject(crs.properties) ? crs.properties.name : null)
  if (!/CRS84|EPSG:+4326/.test(name))
    throw badParameter(`${path}.crs`, 'is not WGS 84: GeoJSON is longitude and latitude')
}

/**
 * GeoJSON that a person sent, checked before the engine sees any of it (engineering.md 5.1): at most 10,000 features and 100,000 vertices,
 * positions on Earth, closed rings, collections at most 2 deep. Heights are dropped; shapes across the antimeridian are cut.
 * @param value of `JSON.parse`: a feature collection, feature or geometry, of any depth
 * @param path for the messages
 * @param amountField property to be summed up
 * @throws {Problem} `bad_parameter` with the path of the first fault
 */
export function readUpload(value: unknown, path: string, amountField?: string): UploadedFeature[] {
  const reader = new Reader()
  if (!isObject(value)) return reader.fail(path, 'is not GeoJSON')
  refuseOtherCrs(value, path)
  if (member(value, 'type') === 'Feature') return [featureOf(value, 0, reader, path, amountField)]
  if (member(value, 'type') !== 'FeatureCollection') {
    const feature = { type: 'Feature', properties: {}, geometry: value }
    return [featureOf(feature, 0, reader, path, amountField)]
  }
  const features = reader.list(member(value, 'features'), `${path}.features`)
  if (features.length === 0) reader.fail(`${path}.features`, 'is empty')
  if (features.length > mostFeatures) reader.fail(`${path}.features`, `has more than ${mostFeatures} features`)
  return features.map((one, index) => featureOf(one, index, reader, `${path}.features.${index}`, amountField))
}
