/** WebMercatorQuad of the OGC registry: the square world of Web Mercator, halved at each level (OGC 17-083r4, annex D.1). */
export const tileMatrixSetId = 'WebMercatorQuad'
export const tileMatrixSetUri = 'http://www.opengis.net/def/tilematrixset/OGC/1.0/WebMercatorQuad'
export const mercatorCrs = 'http://www.opengis.net/def/crs/EPSG/0/3857'

/** Tiles are made down to here; one unit of such a tile is 4 cm. */
export const deepestLevel = 18
/** Down to here tiles differ in what they show; below, a client enlarges. One unit is 0.6 m. */
export const finestLevel = 14
/** Web Mercator ends at this latitude, so that the world is square. */
export const highestLatitude = 85.0511287798066

const registeredLevels = 25
const halfWorldM = 20_037_508.342789244
/** Of a pixel of 0.28 mm on the equator, as the registry has it. */
const widestDenominator = 559_082_264.028717
const pixelM = 0.00028

/** One square of the world: level, row from the north, column from the antimeridian. */
export interface Tile {
  readonly level: number
  readonly row: number
  readonly column: number
}

const whole = /^(0|[1-9]\d{0,6})$/

/** The tile of three path segments, or undefined where there is none: no whole number, or outside the matrix. */
export function tileOf(level: string, row: string, column: string): Tile | undefined {
  if (![level, row, column].every((text) => whole.test(text))) return undefined
  const tile = { level: Number(level), row: Number(row), column: Number(column) }
  const side = 2 ** tile.level
  return tile.level <= deepestLevel && tile.row < side && tile.column < side ? tile : undefined
}

/** Where a tile lies, in degrees, with a margin as a share of its width; never beyond the world. */
export function degreesOf({ level, row, column }: Tile, margin = 0) {
  const side = 2 ** level
  const longitude = (at: number) => Math.min(Math.max((at / side) * 360 - 180, -180), 180)
  const latitude = (at: number) => {
    const part = Math.min(Math.max(at / side, 0), 1)
    return (Math.atan(Math.sinh(Math.PI * (1 - 2 * part))) * 180) / Math.PI
  }
  return {
    west: longitude(column - margin),
    south: latitude(row + 1 + margin),
    east: longitude(column + 1 + margin),
    north: latitude(row - margin),
  }
}

const matrixOf = (level: number) => {
  const scaleDenominator = widestDenominator / 2 ** level
  return {
    id: String(level),
    scaleDenominator,
    cellSize: scaleDenominator * pixelM,
    cornerOfOrigin: 'topLeft' as const,
    pointOfOrigin: [-halfWorldM, halfWorldM],
    tileWidth: 256,
    tileHeight: 256,
    matrixWidth: 2 ** level,
    matrixHeight: 2 ** level,
  }
}

/** The definition as JSON (OGC Two Dimensional Tile Matrix Set 2.0). */
export const tileMatrixSet = {
  id: tileMatrixSetId,
  title: 'Google Maps Compatible for the World',
  uri: tileMatrixSetUri,
  crs: mercatorCrs,
  orderedAxes: ['X', 'Y'],
  wellKnownScaleSet: 'http://www.opengis.net/def/wkss/OGC/1.0/GoogleMapsCompatible',
  tileMatrices: Array.from({ length: registeredLevels }, (_, level) => matrixOf(level)),
}

/** The part of the set that has tiles: every row and column, down to the deepest level. */
export const tileMatrixSetLimits = Array.from({ length: deepestLevel + 1 }, (_, level) => ({
  tileMatrix: String(level),
  minTileRow: 0,
  maxTileRow: 2 ** level - 1,
  minTileCol: 0,
  maxTileCol: 2 ** level - 1,
}))
