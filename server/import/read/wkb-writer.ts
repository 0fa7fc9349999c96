/** GeoJSON geometry kinds by their number in well-known binary. */
const kinds: Readonly<Record<string, number>> = {
  Point: 1,
  LineString: 2,
  Polygon: 3,
  MultiPoint: 4,
  MultiLineString: 5,
  MultiPolygon: 6,
  GeometryCollection: 7,
}
/** Nested coordinate arrays above one position. */
const depths: Readonly<Record<number, number>> = { 1: 0, 2: 1, 3: 2, 4: 1, 5: 2, 6: 3 }
const partKinds: Readonly<Record<number, number>> = { 4: 1, 5: 2, 6: 3 }

/** A geometry that can't be used; the message says why. */
export class BadGeometry extends Error {}

class Bytes {
  private buffer = Buffer.alloc(4096)
  private length = 0

  private room(bytes: number): number {
    if (this.length + bytes > this.buffer.length) {
      const larger = Buffer.alloc(Math.max(this.buffer.length * 2, this.length + bytes))
      this.buffer.copy(larger)
      this.buffer = larger
    }
    const at = this.length
    this.length += bytes
    return at
  }
  begin(kind: number): void {
    this.buffer.writeUInt8(1, this.room(1))
    this.count(kind)
  }
  count(value: number): void {
    const at = this.room(4)
    this.buffer.writeUInt32LE(value, at)
  }
  position([x, y]: readonly [number, number]): void {
    const at = this.room(16)
    this.buffer.writeDoubleLE(x, at)
    this.buffer.writeDoubleLE(y, at + 8)
  }
  whole(): Uint8Array {
    return new Uint8Array(this.buffer.subarray(0, this.length))
  }
}

function positionOf(value: unknown): readonly [number, number] {
  if (!Array.isArray(value) || value.length < 2) throw new BadGeometry('a position without two numbers')
  const [x, y] = value as unknown[]
  if (typeof x !== 'number' || typeof y !== 'number' || !Number.isFinite(x) || !Number.isFinite(y)) {
    throw new BadGeometry('a position that is not two numbers')
  }
  return [x, y]
}

const listOf = (value: unknown): readonly unknown[] => {
  if (!Array.isArray(value)) throw new BadGeometry('coordinates that are no list')
  return value
}

/** Rings are closed where a file leaves the last position out. */
function ringOf(value: unknown): readonly (readonly [number, number])[] {
  const ring = listOf(value).map(positionOf)
  const [first, last] = [ring[0], ring.at(-1)]
  if (first === undefined || last === undefined) throw new BadGeometry('a ring without positions')
  const closed = first[0] === last[0] && first[1] === last[1] ? ring : [...ring, first]
  if (closed.length < 4) throw new BadGeometry('a ring of fewer than three corners')
  return closed
}

function writePart(bytes: Bytes, kind: number, coordinates: unknown): void {
  bytes.begin(kind)
  const depth = depths[kind] ?? 0
  if (depth === 0) {
    bytes.position(positionOf(coordinates))
    return
  }
  const list = listOf(coordinates)
  bytes.count(list.length)
  const partKind = partKinds[kind]
  if (partKind !== undefined) {
    for (const part of list) writePart(bytes, partKind, part)
    return
  }
  if (depth === 1) {
    for (const position of list) bytes.position(positionOf(position))
    return
  }
  for (const value of list) {
    const ring = ringOf(value)
    bytes.count(ring.length)
    for (const position of ring) bytes.position(position)
  }
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function writeGeometry(bytes: Bytes, geometry: unknown, depth: number): void {
  if (!isObject(geometry)) throw new BadGeometry('not a geometry')
  const kind = kinds[String(geometry.type)]
  if (kind === undefined) throw new BadGeometry(`an unknown kind of geometry, ${JSON.stringify(geometry.type)}`)
  if (kind !== 7) {
    writePart(bytes, kind, geometry.coordinates)
    return
  }
  if (depth >= 2) throw new BadGeometry('collections nested too deeply')
  const parts = listOf(geometry.geometries)
  bytes.begin(kind)
  bytes.count(parts.length)
  for (const part of parts) writeGeometry(bytes, part, depth + 1)
}

/** The outlines of a collection that holds nothing but polygons, as a multipolygon; anything else as it is. */
function flatten(geometry: unknown): unknown {
  if (!isObject(geometry) || geometry.type !== 'GeometryCollection' || !Array.isArray(geometry.geometries))
    return geometry
  const parts = geometry.geometries as unknown[]
  const polygons = parts.filter(isObject)
  if (polygons.length === 0 || polygons.length !== parts.length) return geometry
  if (!polygons.every(({ type }) => type === 'Polygon' || type === 'MultiPolygon')) return geometry
  const coordinates = polygons.flatMap(({ type, coordinates: own }) => (type === 'Polygon' ? [own] : listOf(own)))
  return { type: 'MultiPolygon', coordinates }
}

/**
 * A GeoJSON geometry as well-known binary of two dimensions; null for none.
 * @throws BadGeometry for anything that is no finite, shallow geometry
 */
export function wkbOf(geometry: unknown): Uint8Array | null {
  if (geometry === null || geometry === undefined) return null
  const bytes = new Bytes()
  writeGeometry(bytes, flatten(geometry), 0)
  return bytes.whole()
}
