import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { copyFile, mkdir, rename, rm, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { z } from 'zod'
import { isImported, sourceDirOf } from '#server/prepare/inputs.ts'
import { syncToDisk } from '#server/prepare/publish.ts'
import { keptSourcesOf, type Snapshot } from '#server/snapshot.ts'

/**
 * Imported files change place together or not at all: what is to be done is written down first, and whoever comes next (import, prepare,
 * rollback) finishes it. The snapshot that belongs to the new files is there before; the pointer moves after.
 */
const planSchema = z.object({
  moves: z.array(z.object({ from: z.string(), to: z.string() })),
  removes: z.array(z.string()),
})
export type SwitchPlan = z.infer<typeof planSchema>

const planOf = (dataDir: string): string => join(sourceDirOf(dataDir), '.switch.json')

/** Finish a switch that was cut short. To be called under the lock. */
export async function finishSwitch(dataDir: string): Promise<void> {
  const path = planOf(dataDir)
  if (!existsSync(path)) return
  const parsed = planSchema.safeParse(JSON.parse(readFileSync(path, 'utf8')))
  if (parsed.success) {
    const folder = sourceDirOf(dataDir)
    for (const { from, to } of parsed.data.moves) {
      if (existsSync(join(folder, from))) await rename(join(folder, from), join(folder, to))
    }
    for (const name of parsed.data.removes) await rm(join(folder, name), { force: true })
  }
  await rm(path, { force: true })
}

/** Put imported files into their places, and take others away. Names are those within the source folder. */
export async function switchSources(dataDir: string, plan: SwitchPlan): Promise<void> {
  const path = planOf(dataDir)
  for (const { from } of plan.moves) await syncToDisk(join(sourceDirOf(dataDir), from))
  await writeFile(`${path}.new`, JSON.stringify(plan))
  await syncToDisk(`${path}.new`)
  await rename(`${path}.new`, path)
  await finishSwitch(dataDir)
}

export const importedNames = (folder: string): string[] =>
  existsSync(folder) ? readdirSync(folder).filter(isImported).sort() : []

/** Bring the imported files back to those that a snapshot was made of. */
export async function restoreSources(dataDir: string, snapshot: Snapshot): Promise<void> {
  const kept = keptSourcesOf(snapshot.folder)
  const names = importedNames(kept)
  await mkdir(sourceDirOf(dataDir), { recursive: true })
  const moves = names.map((name) => ({ from: `.restored-${name}`, to: name }))
  for (const { from, to } of moves) await copyFile(join(kept, to), join(sourceDirOf(dataDir), from))
  const removes = importedNames(sourceDirOf(dataDir)).filter((name) => !names.includes(name))
  await switchSources(dataDir, { moves, removes })
}

const workPrefix = '.import-'

/** A folder for one import, on the disk where its file will stay. Those that killed imports left are taken away. */
export async function workFolder(dataDir: string): Promise<{ path: string; remove(): void }> {
  const folder = sourceDirOf(dataDir)
  await mkdir(folder, { recursive: true })
  for (const name of readdirSync(folder)) {
    if (name.startsWith(workPrefix) || name.startsWith('.restored-'))
      await rm(join(folder, name), { recursive: true, force: true })
  }
  const path = join(folder, `${workPrefix}${process.pid}`)
  await mkdir(path)
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) }
}

export const nameInSource = (dataDir: string, path: string): string =>
  path.startsWith(sourceDirOf(dataDir)) ? path.slice(sourceDirOf(dataDir).length + 1) : basename(path)
