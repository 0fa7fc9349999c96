import { DuckDBInstance } from '@duckdb/node-api'

/** Child process of `spatial.ts`: ask DuckDB for its own extension. A process, because a hanging download can't be cancelled. */
const [extensionDir] = process.argv.slice(2)
const instance = await DuckDBInstance.create(':memory:', { extension_directory: extensionDir ?? '' })
const connection = await instance.connect()
await connection.run('install spatial')
