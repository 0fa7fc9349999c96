import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { ExportFile, Pieces } from '#server/export/job.ts'
import type { Writer } from '#server/export/writer.ts'

/** A text as the pieces of a file. */
export async function* piecesOf(text: string): Pieces {
  yield text
}

/** A finished file of a writer's folder. */
export async function finishedFile(writer: Writer, name: string, isPacked = false): Promise<ExportFile> {
  const path = join(writer.folder, name)
  const { size } = await stat(path)
  return { name, size, isPacked, pieces: createReadStream(path) }
}
