import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { DuckDBConnection } from '@duckdb/node-api'
import { parseConfig } from '#server/config.ts'
import { openWorkbench } from '#server/prepare/database.ts'
import { runSqlFile } from '#server/prepare/sql.ts'

/** A folder of its own that is gone when the test is over. */
export function temporaryFolder(): { path: string; [Symbol.dispose](): void } {
  const path = mkdtempSync(join(tmpdir(), 'smap-prepare-'))
  return { path, [Symbol.dispose]: () => rmSync(path, { recursive: true, force: true }) }
}

/** Prepare's own database with its macros. */
export async function openBench(): Promise<{ connection: DuckDBConnection; close(): void }> {
  const folder = temporaryFolder()
  const bench = await openWorkbench(parseConfig(process.env), folder.path)
  await runSqlFile(bench.connection, 'macros.sql')
  return {
    connection: bench.connection,
    close() {
      bench.close()
      folder[Symbol.dispose]()
    },
  }
}
