import { toLonLat } from '#server/cql2/crs.ts'
import type { OutputCrs } from '#server/engine/crs.ts'
import type { Bbox } from '#server/engine/selection.ts'
import type { Outcome } from '#server/routes/outcome.ts'

const number = /^[+-]?(\d{1,20}(\.\d{0,20})?|\.\d{1,20})([eE][+-]?\d{1,3})?$/
/** How far a corner in metres may be off the edge of the world before it is an error, in degrees: rounding in clients. */
const edge = 1e-5
/** A tenth of a millimetre: what turning metres into degrees may take away from a box. */
const rounding = 1e-9

const clamped = (value: number, most: number): number =>
  Math.abs(value) > most && Math.abs(value) <= most + edge ? Math.sign(value) * most : value
/** Moved outwards, but never off the world. */
const grown = (value: number, by: number, most: number): number =>
  Math.abs(value) > most ? value : Math.min(Math.max(value + by, -most), most)

/** Degrees of the two corners, grown by what the conversion may have cost. */
function fromMercator(corners: Bbox): Bbox {
  const [west, south] = toLonLat['EPSG:3857']([corners[0], corners[1]])
  const [east, north] = toLonLat['EPSG:3857']([corners[2], corners[3]])
  return [
    grown(clamped(west, 180), -rounding, 180),
    grown(south, -rounding, 90),
    grown(clamped(east, 180), rounding, 180),
    grown(north, rounding, 90),
  ]
}

function inDegrees([a, b, c, d]: Bbox, crs: OutputCrs): Bbox {
  if (crs === 'EPSG:4326') return [b, a, d, c]
  return crs === 'EPSG:3857' ? fromMercator([a, b, c, d]) : [a, b, c, d]
}

/**
 * `bbox` as west, south, east, north in degrees. Four numbers, or six with heights, which are left out because no feature has
 * one; in the axis order of the coordinate reference system. West above east crosses the antimeridian.
 */
export const readBbox =
  (crs: OutputCrs) =>
  (text: string): Outcome<Bbox> => {
    const numbers = text
      .split(',')
      .map((part) => part.trim())
      .map((part) => (number.test(part) ? Number(part) : Number.NaN))
    if ((numbers.length !== 4 && numbers.length !== 6) || !numbers.every(Number.isFinite)) {
      return { reason: 'must be four numbers, west,south,east,north, or six with heights' }
    }
    const [a, b, c, d, e] = numbers as [number, number, number, number, number]
    const [west, south, east, north] = inDegrees(numbers.length === 4 ? [a, b, c, d] : [a, b, d, e], crs)
    if (Math.abs(west) > 180 || Math.abs(east) > 180) return { reason: 'has a longitude beyond 180' }
    if (Math.abs(south) > 90 || Math.abs(north) > 90) return { reason: 'has a latitude beyond 90' }
    return south > north ? { reason: 'has south above north' } : { value: [west, south, east, north] }
  }
