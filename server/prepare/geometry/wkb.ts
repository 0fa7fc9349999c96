import { centreOf, type MultiPolygon, type Polygon, type Position, type Ring } from '#server/prepare/geometry/shape.ts'

const pointType = 1
const polygonType = 3
const multiPolygonType = 6

/** A geometry of a kind that the dataset does not take. */
export class GeometryKindError extends Error {}

class Reader {
  offset = 0
  private isLittleEndian = true
  private readonly view: DataView
  constructor(bytes: Uint8Array) {
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  }
  byteOrder(): void {
    this.isLittleEndian = this.view.getUint8(this.offset) === 1
    this.offset += 1
  }
  count(): number {
    const value = this.view.getUint32(this.offset, this.isLittleEndian)
    this.offset += 4
    return value
  }
  number(): number {
    const value = this.view.getFloat64(this.offset, this.isLittleEndian)
    this.offset += 8
    return value
  }
}

/** Type without its Z and M, and how many numbers a position has (ISO and EWKB spelling). */
function header(reader: Reader): { type: number; dimensions: number } {
  reader.byteOrder()
  const code = reader.count()
  const hasZ = (code & 0x80000000) !== 0 || [1, 3].includes(Math.trunc((code & 0xffff) / 1000))
  const hasM = (code & 0x40000000) !== 0 || [2, 3].includes(Math.trunc((code & 0xffff) / 1000))
  return { type: (code & 0xffff) % 1000, dimensions: 2 + Number(hasZ) + Number(hasM) }
}

function readRing(reader: Reader, dimensions: number): Ring {
  const ring: Position[] = new Array(reader.count())
  for (let index = 0; index < ring.length; index += 1) {
    ring[index] = [reader.number(), reader.number()]
    for (let extra = 2; extra < dimensions; extra += 1) reader.number()
  }
  return ring
}

function readPolygon(reader: Reader, dimensions: number): Polygon {
  return Array.from({ length: reader.count() }, () => readRing(reader, dimensions))
}

/**
 * Read a polygon or multipolygon out of well-known binary; heights and measures are left out.
 * @throws GeometryKindError for any other kind
 */
export function readMultiPolygon(wkb: Uint8Array): MultiPolygon {
  const reader = new Reader(wkb)
  const { type, dimensions } = header(reader)
  if (type === polygonType) {
    const polygon = readPolygon(reader, dimensions)
    return polygon.length === 0 ? [] : [polygon]
  }
  if (type !== multiPolygonType) throw new GeometryKindError('not a polygon')
  return Array.from({ length: reader.count() }, () => readPolygon(reader, header(reader).dimensions)).filter(
    (polygon) => polygon.length > 0,
  )
}

/** Where a geometry stands when one place must do: the point itself, or the centre of a polygon's largest part. */
export function placeOf(wkb: Uint8Array): Position {
  const reader = new Reader(wkb)
  return header(reader).type === pointType ? [reader.number(), reader.number()] : centreOf(readMultiPolygon(wkb))
}

const sizeOf = (polygon: Polygon): number => polygon.reduce((sum, ring) => sum + 4 + 16 * ring.length, 9)

/** Write well-known binary: a polygon where there is one part, else a multipolygon. */
export function writeMultiPolygon(shape: MultiPolygon): Uint8Array {
  const size = shape.reduce((sum, polygon) => sum + sizeOf(polygon), shape.length === 1 ? 0 : 9)
  const bytes = new Uint8Array(size)
  const view = new DataView(bytes.buffer)
  let offset = 0
  const count = (value: number) => {
    view.setUint32(offset, value, true)
    offset += 4
  }
  const begin = (type: number, parts: number) => {
    view.setUint8(offset, 1)
    offset += 1
    count(type)
    count(parts)
  }
  if (shape.length !== 1) begin(multiPolygonType, shape.length)
  for (const polygon of shape) {
    begin(polygonType, polygon.length)
    for (const ring of polygon) {
      count(ring.length)
      for (const [x, y] of ring) {
        view.setFloat64(offset, x, true)
        view.setFloat64(offset + 8, y, true)
        offset += 16
      }
    }
  }
  return bytes
}
