import { createWriteStream } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { dirname, join, normalize, sep } from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import yauzl from 'yauzl'
import { failed, oneLine } from '#server/import/problem.ts'

/** More than this out of one archive is refused before a byte is written. */
const mostBytes = 20 * 1024 ** 3
const mostEntries = 20_000
/** Text packs to about a tenth; a thousandth is a trap. */
const mostRatio = 1_000

export interface Archive {
  readonly entries: readonly yauzl.Entry[]
  read(entry: yauzl.Entry): Promise<Readable>
  close(): void
}

const nameOf = (entry: yauzl.Entry): string => entry.fileName

function checkSizes(file: string, entries: readonly yauzl.Entry[]): void {
  if (entries.length > mostEntries)
    throw failed(`${file}: more than ${mostEntries.toLocaleString('en')} files in one archive`)
  const packed = entries.reduce((sum, entry) => sum + entry.compressedSize, 0)
  const unpacked = entries.reduce((sum, entry) => sum + entry.uncompressedSize, 0)
  if (unpacked > mostBytes || unpacked > 100_000_000 + packed * mostRatio) {
    throw failed(`${file}: unpacked it would be ${Math.round(unpacked / 1e6).toLocaleString('en')} MB: refused`)
  }
}

/**
 * Open a ZIP archive: members and their sizes are known before anything is unpacked, and no member may grow beyond what it says.
 * @throws ImportProblem where it is damaged, cut off, locked with a password or far too large
 */
export async function openArchive(file: string, path: string): Promise<Archive> {
  const damaged = (error: unknown) => failed(`${file}: the archive is damaged or cut off (${oneLine(error)})`)
  const zip = await new Promise<yauzl.ZipFile>((resolve, reject) => {
    yauzl.open(path, { lazyEntries: true, autoClose: false, validateEntrySizes: true }, (error, opened) =>
      error === null ? resolve(opened) : reject(damaged(error)),
    )
  })
  const entries = await new Promise<yauzl.Entry[]>((resolve, reject) => {
    const found: yauzl.Entry[] = []
    zip.on('entry', (entry: yauzl.Entry) => {
      if (!entry.fileName.endsWith('/')) found.push(entry)
      if (found.length > mostEntries) resolve(found)
      else zip.readEntry()
    })
    zip.on('end', () => resolve(found))
    zip.on('error', (error) => reject(damaged(error)))
    zip.readEntry()
  })
  checkSizes(file, entries)
  return {
    entries,
    read: (entry) =>
      new Promise((resolve, reject) => {
        zip.openReadStream(entry, (error, stream) => (error === null ? resolve(stream) : reject(damaged(error))))
      }),
    close: () => zip.close(),
  }
}

/** All of one small member. @throws ImportProblem where it is larger than `limit` bytes */
export async function readMember(archive: Archive, name: string, limit: number): Promise<Buffer | null> {
  const entry = archive.entries.find((one) => nameOf(one) === name)
  if (entry === undefined) return null
  if (entry.uncompressedSize > limit) throw failed(`${name}: ${entry.uncompressedSize} bytes are too many`)
  const chunks: Buffer[] = []
  for await (const chunk of await archive.read(entry)) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}

/** Unpack an archive below a folder; names that lead out of it are refused. @returns the paths of the files */
export async function unpack(file: string, path: string, folder: string): Promise<string[]> {
  const archive = await openArchive(file, path)
  const paths: string[] = []
  try {
    for (const entry of archive.entries) {
      const target = normalize(join(folder, nameOf(entry)))
      if (!target.startsWith(folder + sep))
        throw failed(`${file}: "${nameOf(entry)}" leads out of the archive: refused`)
      if (/(^|\/)(__MACOSX|\.DS_Store)/.test(nameOf(entry))) continue
      await mkdir(dirname(target), { recursive: true })
      await pipeline(await archive.read(entry), createWriteStream(target)).catch((error: unknown) => {
        throw failed(`${file}: "${nameOf(entry)}" can't be unpacked (${oneLine(error)})`)
      })
      paths.push(target)
    }
    return paths
  } finally {
    archive.close()
  }
}
