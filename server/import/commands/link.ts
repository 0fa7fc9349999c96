import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { stringify } from 'csv-stringify/sync'
import type { Config } from '#server/config.ts'
import { failed } from '#server/import/problem.ts'
import { say } from '#server/import/terminal.ts'
import { openWorkbench, quoteText, rowsOf } from '#server/prepare/database.ts'
import { currentSnapshot } from '#server/snapshot.ts'

const tables = ['pilot_mines', 'mines', 'mine_footprints']
const columns = [
  ...['left_dataset', 'left_id', 'left_name', 'right_dataset', 'right_id', 'right_name'],
  ...['distance_m', 'name_similarity', 'same_commodity', 'is_stated', 'score', 'decision'],
]

/**
 * Write a file of mines that are likely one: names alike (Jaro-Winkler), within 20 km, the same commodity; and of outlines that hold a mine.
 * A proposal to be reviewed: nothing is joined by it.
 */
export async function proposeLinks(config: Config, [file]: readonly string[]): Promise<void> {
  const snapshot = currentSnapshot(config)
  if (snapshot === null) throw failed('there is no snapshot yet: npm run data')
  const path = file ?? join(config.dataDir, 'reports', `mine-links-${snapshot.id}.csv`)
  const bench = await openWorkbench(config, join(snapshot.folder, '..', 'spill'))
  try {
    for (const table of tables) {
      const from = join(snapshot.folder, `${table}.parquet`)
      await bench.connection.run(`create table ${table} as select * from read_parquet(${quoteText(from)})`)
    }
    const rows = await rowsOf(bench.connection, readFileSync(new URL('../link-mines.sql', import.meta.url), 'utf8'))
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, stringify([columns, ...rows.map((row) => columns.map((name) => String(row[name] ?? '')))]))
    const stated = rows.filter((row) => row.is_stated === true).length
    say(`${rows.length.toLocaleString('en')} pairs proposed, ${stated} of them stated by a source: ${path}`)
    say('nothing was joined: write "same" or "different" into the column decision and keep the file')
  } finally {
    bench.close()
  }
}
