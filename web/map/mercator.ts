export type Position = readonly [longitude: number, latitude: number]

const tile = 512
const limit = 85.051129

/** Web Mercator pixels of the whole world at a zoom: for drawing and binning on the screen only, never for measuring. */
export function toPixels([longitude, latitude]: Position, zoom: number): readonly [number, number] {
  const size = tile * 2 ** zoom
  const sine = Math.sin((Math.min(limit, Math.max(-limit, latitude)) * Math.PI) / 180)
  return [((longitude + 180) / 360) * size, (0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)) * size]
}

/** The position of a pixel of the whole world at a zoom. */
export function toPosition([x, y]: readonly [number, number], zoom: number): [number, number] {
  const size = tile * 2 ** zoom
  const latitude = (Math.atan(Math.sinh(Math.PI * (1 - (2 * y) / size))) * 180) / Math.PI
  return [(x / size) * 360 - 180, latitude]
}
