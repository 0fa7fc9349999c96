import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Config } from '#server/config.ts'
import { failed } from '#server/import/problem.ts'
import { say, textTable } from '#server/import/terminal.ts'
import { freshSnapshot } from '#server/prepare/prepare.ts'
import { currentSnapshot, pinOf, preparedDirOf, type Snapshot } from '#server/snapshot.ts'
import { damagedFiles, keptSnapshots, usableSnapshot } from '#server/verify-snapshot.ts'

const importsIn = ({ manifest }: Snapshot): string =>
  Object.entries(manifest.datasets)
    .flatMap(([id, { imports = [] }]) => imports.map((mapping) => `${id} < ${mapping}`))
    .join(', ')

/** The kept snapshots, the current one marked, each held against its hashes if asked. */
async function snapshotRows(config: Config, isChecked: boolean): Promise<{ rows: string[][]; damaged: string[] }> {
  const current = currentSnapshot(config)
  const damaged: string[] = []
  const rows: string[][] = []
  for (const snapshot of keptSnapshots(config.dataDir)) {
    const broken = await damagedFiles(snapshot, isChecked)
    if (broken.length > 0) damaged.push(`snapshot ${snapshot.id}: ${broken.join(', ')} changed on the disk`)
    const { prepared_at: at, tables } = snapshot.manifest
    const count = Object.values(tables).reduce((sum, table) => sum + table.rows, 0)
    rows.push([
      snapshot.id === current?.id ? '*' : '',
      snapshot.id,
      at.slice(0, 19).replace('T', ' '),
      count.toLocaleString('en'),
      broken.length === 0 ? 'whole' : 'DAMAGED',
      importsIn(snapshot),
    ])
  }
  return { rows, damaged }
}

const header = ['', 'snapshot', 'prepared (UTC)', 'rows', 'state', 'imports']

/** What is served, what is kept, and what is wrong. */
export async function status(config: Config): Promise<void> {
  const current = currentSnapshot(config)
  const usable = await usableSnapshot(config)
  if (usable === null) {
    say(`no snapshot in ${preparedDirOf(config.dataDir)} yet: npm run data`)
    return
  }
  say(`data folder ${config.dataDir}`)
  say(`current snapshot ${current?.id ?? 'unknown'}, newest incident ${usable.snapshot.manifest.as_of}`)
  if (usable.instead !== null) {
    say(
      `DAMAGED: ${usable.instead.id} (${usable.instead.damaged.join(', ')}); a server uses ${usable.snapshot.id} instead`,
    )
  }
  if (existsSync(pinOf(config.dataDir)) && freshSnapshot(config)?.id === current?.id) {
    say('went back to an older snapshot on purpose, if it is not the newest below; the next import or change moves on')
  } else if (freshSnapshot(config) === null) say('files or code have changed since: npm run data prepares them')
  if (existsSync(join(preparedDirOf(config.dataDir), '.lock'))) say('an import or prepare is at work, or was cut short')
  say('')
  say(textTable(header, (await snapshotRows(config, false)).rows))
}

/**
 * Hold every file of every kept snapshot against its hash.
 * @throws ImportProblem naming what is damaged
 */
export async function checkSnapshots(config: Config): Promise<void> {
  const { rows, damaged } = await snapshotRows(config, true)
  say(textTable(header, rows))
  if (damaged.length > 0) throw failed(damaged.join('\n'))
}
