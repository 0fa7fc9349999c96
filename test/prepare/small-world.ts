import { spawn } from 'node:child_process'
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { stringify } from 'csv-stringify/sync'
import { parseConfig, repositoryDir } from '#server/config.ts'
import { openWorkbench, quoteText } from '#server/prepare/database.ts'
import { currentSnapshot } from '#server/snapshot.ts'
import { temporaryFolder } from '#test/prepare/workbench.ts'

const shipped = join(repositoryDir, 'data', 'source')
const kept = new Set(['ZMB', 'COD', 'PER', 'KGZ', 'LAO'])
const keptNames = new Set(['Zambia', 'Democratic Republic of the Congo', 'Peru', 'Kyrgyzstan', 'Laos'])

/** Rows of a shipped CSV file by their header. */
export function shippedRows(file: string): Record<string, string>[] {
  return parse(readFileSync(join(shipped, file), 'utf8'), { columns: true })
}

function copyRows(file: string, folder: string, isKept: (row: Record<string, string>) => boolean): void {
  writeFileSync(join(folder, file), stringify(shippedRows(file).filter(isKept), { header: true }))
}

/** The shipped source files cut down to five countries, in `<dataDir>/source`: a prepare of seconds. */
async function writeSmallWorld(dataDir: string): Promise<void> {
  const folder = join(dataDir, 'source')
  mkdirSync(folder, { recursive: true })
  for (const file of ['pilot-mines.csv', 'incident-reports.csv', 'protected-areas.csv']) {
    copyRows(file, folder, (row) => kept.has(row.iso3 ?? ''))
  }
  copyRows('icmm-facilities.csv', folder, (row) => keptNames.has(row.Country ?? ''))
  const bench = await openWorkbench(parseConfig(process.env), dataDir)
  const codes = [...kept].map(quoteText).join(', ')
  for (const file of ['countries.parquet', 'admin1.parquet', 'host-communities.parquet']) {
    await bench.connection.run(
      `copy (select * from read_parquet(${quoteText(join(shipped, file))}) where iso3 in (${codes}))
       to ${quoteText(join(folder, file))} (format parquet, geoparquet_version 'V2')`,
    )
  }
  bench.close()
}

/** A data folder with the small world, gone when the test is over. */
export async function smallWorld() {
  const folder = temporaryFolder()
  await writeSmallWorld(folder.path)
  return {
    ...folder,
    current: () => currentSnapshot({ dataDir: folder.path }),
    /** A second data folder with the same source files and no snapshot. */
    copy() {
      const other = temporaryFolder()
      cpSync(join(folder.path, 'source'), join(other.path, 'source'), { recursive: true })
      return other
    },
  }
}

/** Run `npm run data` on a data folder, with a command or without one. */
export function startPrepare(
  dataDir: string,
  env: Readonly<Record<string, string>> = {},
  args: readonly string[] = [],
) {
  const child = spawn(process.execPath, [join(repositoryDir, 'server', 'prepare', 'main.ts'), ...args], {
    env: { ...process.env, LOG_LEVEL: 'silent', ...env, DATA_DIR: dataDir },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let errors = ''
  child.stderr.on('data', (chunk) => {
    errors += String(chunk)
  })
  const ended = new Promise<{ code: number | null; errors: string }>((resolve) => {
    child.on('close', (code) => resolve({ code, errors }))
  })
  return { child, ended }
}
