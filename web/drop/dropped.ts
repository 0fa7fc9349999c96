import { useSyncExternalStore } from 'react'
import type { Asked, Told } from '#web/drop/parse.worker.ts'
import type { Coordinates, FileProblem, Parsed } from '#web/drop/parsed.ts'

/** The one file of the reader's own that the page knows. It lives in this tab's memory only: closing the tab forgets it. */
export type Dropped =
  | { readonly status: 'none' }
  | { readonly status: 'reading'; readonly file: File }
  | {
      readonly status: 'failed'
      readonly file: File
      readonly problem: FileProblem
      readonly columns: readonly string[]
    }
  | { readonly status: 'shown'; readonly file: File; readonly parsed: Parsed }

const none: Dropped = { status: 'none' }
let current: Dropped = none
let worker: Worker | null = null
const listeners = new Set<() => void>()

function become(next: Dropped): void {
  current = next
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** What is dropped now; the same object until it changes. */
export const useDropped = (): Dropped => useSyncExternalStore(subscribe, () => current)

/** Forget the file, also while it is being read. */
export function forgetFile(): void {
  worker?.terminate()
  worker = null
  become(none)
}

/** Read a file in a worker; it takes the place of the one before. `chosen`: the columns that hold the place. */
export async function openFile(file: File, chosen: Coordinates | null = null): Promise<void> {
  worker?.terminate()
  const mine = new Worker(new URL('./parse.worker.ts', import.meta.url), { type: 'module', name: 'parse' })
  worker = mine
  become({ status: 'reading', file })
  const fail = (problem: FileProblem, columns: readonly string[] = []): void =>
    become({ status: 'failed', file, problem, columns })
  const end = (then: () => void): void => {
    if (worker !== mine) return
    mine.terminate()
    worker = null
    then()
  }
  mine.addEventListener('error', () => end(() => fail('unreadable')))
  mine.addEventListener('message', ({ data }: MessageEvent<Told>) =>
    end(() =>
      'parsed' in data ? become({ status: 'shown', file, parsed: data.parsed }) : fail(data.problem, data.columns),
    ),
  )
  const bytes = await file.arrayBuffer().catch(() => null)
  if (bytes === null) return end(() => fail('unreadable'))
  mine.postMessage({ name: file.name, bytes, chosen } satisfies Asked, [bytes])
}
