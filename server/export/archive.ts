import { once } from 'node:events'
import { PassThrough, Readable } from 'node:stream'
import { finished } from 'node:stream/promises'
import { ZipFile } from 'yazl'
import type { ExportFile } from '#server/export/job.ts'

/** Three times as quick as zlib's own choice of 6, and a twentieth larger. */
const compressionLevel = 3

/**
 * One zip archive of files that are made one after another, as the client takes it; zip64 above 4 GB. An error in a file ends the
 * archive with that error and without its directory, so that no reader takes it for whole.
 */
export async function* archive(files: AsyncIterable<ExportFile>): AsyncGenerator<Uint8Array> {
  const zip = new ZipFile()
  const output = new PassThrough()
  zip.outputStream.pipe(output)
  const leaving = new AbortController()
  const filling = fill(zip, files, leaving.signal).catch((error: Error) => {
    output.destroy(error)
  })
  try {
    yield* output as AsyncIterable<Uint8Array>
  } finally {
    leaving.abort()
    output.destroy()
    await filling
  }
}

async function fill(zip: ZipFile, files: AsyncIterable<ExportFile>, signal: AbortSignal): Promise<void> {
  const failure = once(zip, 'error').then(([error]) => {
    throw error
  })
  failure.catch(() => {})
  for await (const { name, pieces, isPacked } of files) {
    const content = Readable.from(pieces, { objectMode: false, signal })
    zip.addReadStream(content, name, isPacked ? { compress: false } : { compressionLevel })
    await Promise.race([finished(content, { signal }), failure])
  }
  zip.end()
}
