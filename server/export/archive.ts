import { promisify } from 'node:util'
import { type AsyncZipOptions, type AsyncZippable, zip } from 'fflate'

const zipFiles = promisify<AsyncZippable, AsyncZipOptions, Uint8Array>(zip)

/** One zip archive; packing runs beside the event loop. Parquet is packed already and is only stored. */
export async function archive(files: Readonly<Record<string, Uint8Array | string>>): Promise<Uint8Array> {
  const encoder = new TextEncoder()
  const entries = Object.entries(files).map(([name, content]) => {
    const bytes = typeof content === 'string' ? encoder.encode(content) : content
    return [name, [bytes, { level: name.endsWith('.parquet') ? 0 : 6 }]] as const
  })
  return zipFiles(Object.fromEntries(entries) as AsyncZippable, {})
}
