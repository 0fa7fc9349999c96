import { zstdDecompressSync } from 'node:zlib'
import { unzipSync } from 'fflate'
import { parquetReadObjects } from 'hyparquet'
import { indicators } from '#data/catalog.ts'
import { publicCollections } from '#server/routes/collection.ts'

/** The parts of a file: what an archive holds, Parquet as the text of its rows. */
export async function unpacked(bytes: Uint8Array): Promise<Buffer[]> {
  const start = Buffer.from(bytes.subarray(0, 4)).toString('latin1')
  if (start === 'PK\x03\x04') {
    const inside = await Promise.all(Object.values(unzipSync(bytes)).map(unpacked))
    return inside.flat()
  }
  if (start !== 'PAR1') return [Buffer.from(bytes)]
  const rows = await parquetReadObjects({
    file: new Uint8Array(bytes).buffer,
    compressors: { ZSTD: (packed) => new Uint8Array(zstdDecompressSync(packed)) },
  })
  return [Buffer.from(JSON.stringify(rows, (_, value: unknown) => (typeof value === 'bigint' ? Number(value) : value)))]
}

/** What is walked of an OpenAPI document. */
export interface ApiDocument {
  readonly paths: Readonly<Record<string, Readonly<Record<string, unknown>>>>
}

/** What each parameter of a path is filled with. */
const fillings: Readonly<Record<string, readonly string[]>> = {
  collectionId: publicCollections.map(({ id }) => id),
  indicatorId: Object.keys(indicators),
  mineId: ['m1', 'm2'],
  processId: ['overlay'],
  tileMatrixSetId: ['WebMercatorQuad'],
}
/** The tiles of three levels around one degree east and north. */
const tiles = ['0/0/0', '6/31/32', '10/509/514']

function filled(path: string, features: readonly string[]): string[] {
  const tiled = path.replace('{tileMatrix}/{tileRow}/{tileCol}', '{tile}')
  const [, name] = /\{(\w+)\}/.exec(tiled) ?? []
  if (name === undefined) return [path]
  const known: Readonly<Record<string, readonly string[]>> = { ...fillings, tile: tiles, featureId: features }
  return (known[name] ?? []).flatMap((value) => filled(tiled.replace(`{${name}}`, value), features))
}

/** Every address of the document that can be read, in the tiny world, but exports. @param features ids that are asked for */
export function addressesOf(document: ApiDocument, features: readonly string[]): string[] {
  const readable = Object.entries(document.paths).filter(([, operations]) => 'get' in operations)
  const paths = readable.flatMap(([path]) => filled(path, features))
  return [...new Set(paths)].filter((path) => !path.includes('/export'))
}
