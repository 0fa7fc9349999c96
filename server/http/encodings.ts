import { promisify } from 'node:util'
import { brotliCompress, constants, gzip, zstdCompress } from 'node:zlib'

/** Ways to pack a body, the one that is made quickest for its size first. */
export const encodings = ['zstd', 'br', 'gzip'] as const
export type Encoding = (typeof encodings)[number]
export type Bytes = Uint8Array<ArrayBuffer>

const [zstd, brotli, zip] = [promisify(zstdCompress), promisify(brotliCompress), promisify(gzip)]
/** Cheap levels: a page of items is packed in a millisecond or two, and packed once. */
const packers: Readonly<Record<Encoding, (body: Bytes) => Promise<Buffer>>> = {
  zstd: (body) => zstd(body, { params: { [constants.ZSTD_c_compressionLevel]: 3 } }),
  br: (body) => brotli(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } }),
  gzip: (body) => zip(body, { level: constants.Z_BEST_SPEED }),
}

export const pack = async (body: Bytes, encoding: Encoding): Promise<Bytes> =>
  new Uint8Array(await packers[encoding](body))

/**
 * The packing that a client takes and likes best; of equals the first of ours. None where it takes none, or likes the bare body
 * better (RFC 9110, 12.5.3).
 */
export function encodingFor(header: string | undefined): Encoding | undefined {
  if (header === undefined) return undefined
  const qualities = new Map<string, number>()
  for (const part of header.slice(0, 1_000).toLowerCase().split(',')) {
    const [name = '', quality] = part.trim().split(/\s*;\s*q=/)
    qualities.set(name.trim(), quality === undefined ? 1 : Number(quality) || 0)
  }
  const of = (name: string): number => qualities.get(name) ?? qualities.get('*') ?? 0
  const [best] = encodings.toSorted((a, b) => of(b) - of(a))
  if (best === undefined || of(best) === 0) return undefined
  return of(best) < (qualities.get('identity') ?? 0) ? undefined : best
}
