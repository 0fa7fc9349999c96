import { VectorTile, type VectorTileLayer } from '@mapbox/vector-tile'
import { PbfReader } from 'pbf'

export interface TileAddress {
  readonly z: number
  readonly x: number
  readonly y: number
}

/** The tile of a level that holds a place, and where in it the place is, in units of 4,096 a side. */
export function tileAt(z: number, longitude: number, latitude: number): TileAddress & { unitX: number; unitY: number } {
  const side = 2 ** z
  const across = ((longitude + 180) / 360) * side
  const mercator = Math.log(Math.tan(Math.PI / 4 + (latitude * Math.PI) / 360))
  const down = ((1 - mercator / Math.PI) / 2) * side
  const [x, y] = [Math.min(Math.floor(across), side - 1), Math.min(Math.floor(down), side - 1)]
  return { z, x, y, unitX: (across - x) * 4096, unitY: (down - y) * 4096 }
}

/** Path of a tile; the API has the row before the column. */
export const pathOf = (collection: string, { z, x, y }: TileAddress, query = ''): string =>
  `/api/collections/${collection}/tiles/WebMercatorQuad/${z}/${y}/${x}${query}`

/** The layer of a tile as `@mapbox/vector-tile` reads it; undefined for an empty one. */
export async function layerOf(response: Response, collection: string): Promise<VectorTileLayer | undefined> {
  if (response.status === 204) return undefined
  if (response.status !== 200) throw new Error(`${response.status} ${await response.text()}`)
  const tile = new VectorTile(new PbfReader(new Uint8Array(await response.arrayBuffer())))
  return tile.layers[collection]
}

/** Every feature of a layer, with its properties. */
export const featuresOf = (layer: VectorTileLayer | undefined) =>
  layer === undefined ? [] : Array.from({ length: layer.length }, (_, index) => layer.feature(index))
