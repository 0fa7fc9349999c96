import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseConfig } from '#server/config.ts'
import { openWorkbench, type Workbench } from '#server/prepare/database.ts'
import { runSqlFile } from '#server/prepare/sql.ts'

/** A folder of its own that is gone when the test is over. */
export function temporaryFolder(): { path: string; [Symbol.dispose](): void } {
  const path = mkdtempSync(join(tmpdir(), 'smap-prepare-'))
  return { path, [Symbol.dispose]: () => rmSync(path, { recursive: true, force: true }) }
}

/** Prepare's own database with its macros. */
export async function openBench(): Promise<Workbench> {
  const folder = temporaryFolder()
  const bench = await openWorkbench(parseConfig(process.env), folder.path)
  await runSqlFile(bench.connection, 'macros.sql')
  return {
    connection: bench.connection,
    reader: bench.reader,
    close() {
      bench.close()
      folder[Symbol.dispose]()
    },
  }
}
