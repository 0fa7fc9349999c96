import { readFileSync } from 'node:fs'
import type { DuckDBConnection } from '@duckdb/node-api'

/** Run every statement of a `.sql` file of this folder, in order. */
export async function runSqlFile(connection: DuckDBConnection, name: string): Promise<void> {
  const text = readFileSync(new URL(name, import.meta.url), 'utf8')
  const statements = await connection.extractStatements(text)
  for (let index = 0; index < statements.count; index += 1) {
    const statement = await statements.prepare(index)
    await statement.run()
    statement.destroySync()
  }
}
