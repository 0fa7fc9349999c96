import { parseFile } from '#web/drop/parse-file.ts'
import { type Coordinates, FileError, type FileProblem, type Parsed } from '#web/drop/parsed.ts'

export interface Asked {
  readonly name: string
  readonly bytes: ArrayBuffer
  readonly chosen: Coordinates | null
}
export type Told = { readonly parsed: Parsed } | { readonly problem: FileProblem; readonly columns: readonly string[] }

/** Reads one file beside the page, so that neither a large nor a broken one stops it. */
self.addEventListener('message', async ({ data }: MessageEvent<Asked>) => {
  const told: Told = await parseFile(data.name, data.bytes, data.chosen).then(
    (parsed) => ({ parsed }),
    (error: unknown) =>
      error instanceof FileError
        ? { problem: error.problem, columns: error.columns }
        : { problem: 'unreadable', columns: [] },
  )
  self.postMessage(told)
})
