import { mkdir, mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'
import type { Query } from '#server/engine/engine.ts'
import { printed } from '#server/export/printed.ts'
import { loadSpatial } from '#server/spatial.ts'

export interface ParquetWriter {
  /** `atlas.duckdb` of the snapshot. */
  readonly database: string
  readonly spatial: string
  /** Below it each export has a folder of its own while it runs. */
  readonly folder: string
  readonly memoryLimit: string
}

const forgottenAfterMs = 3_600_000
const text = (value: string): string => `'${value.replaceAll("'", "''")}'`

/** Remove what exports of ended processes have left behind. */
export async function sweepExports(folder: string): Promise<void> {
  for (const name of await readdir(folder).catch(() => [])) {
    const path = join(folder, name)
    const { mtimeMs } = await stat(path)
    if (Date.now() - mtimeMs > forgottenAfterMs) await rm(path, { recursive: true, force: true })
  }
}

/**
 * Rows as GeoParquet 2.0 (native geometry, zstd). A second engine writes the file: it sees the snapshot read-only and may
 * write into one empty folder, so the engine that answers questions never gets a folder at all (engineering.md 5.1).
 * @param signal aborting it interrupts the writing
 */
export async function writeGeoparquet(
  writer: ParquetWriter,
  query: Query,
  signal: AbortSignal | undefined,
): Promise<Uint8Array> {
  await mkdir(writer.folder, { recursive: true })
  const folder = await mkdtemp(join(writer.folder, 'export-'))
  try {
    const path = join(folder, 'rows.parquet')
    await writeFile(writer, query, path, folder, signal)
    return await readFile(path)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function writeFile(
  { database, spatial, memoryLimit }: ParquetWriter,
  query: Query,
  path: string,
  folder: string,
  signal: AbortSignal | undefined,
): Promise<void> {
  const instance = await DuckDBInstance.create(':memory:', {
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
    memory_limit: memoryLimit,
    threads: '1',
  })
  const connection = await instance.connect()
  const interrupt = (): void => connection.interrupt()
  try {
    await loadSpatial(connection, spatial)
    await connection.run(`attach ${text(database)} as atlas (read_only)`)
    await connection.run('use atlas')
    await connection.run(`set allowed_directories = [${text(folder)}]`)
    await connection.run("set temp_directory = ''")
    await connection.run('set enable_external_access = false')
    await connection.run('set lock_configuration = true')
    signal?.throwIfAborted()
    signal?.addEventListener('abort', interrupt)
    const options = "format parquet, compression zstd, geoparquet_version 'V2'"
    await connection.run(`copy (\n${printed(query)}\n) to ${text(path)} (${options})`)
  } finally {
    signal?.removeEventListener('abort', interrupt)
    connection.closeSync()
    instance.closeSync()
  }
}
