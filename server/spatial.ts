import { execFile } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api'
import { unzipSync } from 'fflate'

const run = promisify(execFile)
const installTimeoutMs = 20_000
const downloadTimeoutMs = 240_000
const fileName = 'spatial.duckdb_extension'

/** The spatial extension is neither cached nor to be had; the message names both ways to get it. */
export class SpatialExtensionError extends Error {}

interface Engine {
  readonly version: string
  readonly platform: string
}

async function engineInUse(): Promise<Engine> {
  const instance = await DuckDBInstance.create(':memory:')
  const connection = await instance.connect()
  const reader = await connection.runAndReadAll('select version() as version, p.platform from pragma_platform() as p')
  const [row] = reader.getRowObjectsJS()
  connection.closeSync()
  instance.closeSync()
  return { version: String(row?.version), platform: String(row?.platform) }
}

/** One way to the extension: puts it at `path`, or answers false. */
export type Way = (version: string, path: string) => Promise<boolean>

/** DuckDB's own installer; true when the file is there afterwards. */
const install: Way = async (_version, path) => {
  const extensionDir = join(dirname(path), '..', '..')
  const script = fileURLToPath(new URL('spatial-install.ts', import.meta.url))
  await run(process.execPath, [script, extensionDir], { timeout: installTimeoutMs, killSignal: 'SIGKILL' }).catch(
    () => {},
  )
  return existsSync(path)
}

/** The wheel on the Python package index: DuckDB's file, unpacked; for machines that reach package registries only. */
const download: Way = async (version, path) => {
  const folder = await mkdtemp(join(tmpdir(), 'smap-spatial-'))
  const wheel = `duckdb-extension-spatial==${version.replace(/^v/, '')}`
  const parameters = [
    '-m',
    'pip',
    'download',
    '--quiet',
    '--disable-pip-version-check',
    '--no-deps',
    '--dest',
    folder,
    wheel,
  ]
  try {
    await run('python3', parameters, { timeout: downloadTimeoutMs })
    const [name] = (await readdir(folder)).filter((file) => file.endsWith('.whl'))
    if (name === undefined) return false
    const inside = `/${version}/${fileName}`
    const files = unzipSync(await readFile(join(folder, name)), { filter: (file) => file.name.endsWith(inside) })
    const [extension] = Object.values(files)
    if (extension === undefined) return false
    await writeWhole(path, extension)
    return true
  } catch {
    return false
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** Under a name of its own, then renamed: a second process never sees half a file. */
export async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
  await mkdir(dirname(path), { recursive: true })
  const unfinished = `${path}.${randomUUID()}`
  await writeFile(unfinished, bytes)
  await rename(unfinished, path)
}

/**
 * Path of the spatial extension that matches the engine in use: the cached copy, else DuckDB's installer, else the wheel.
 * @throws SpatialExtensionError when there is no way to it
 */
export async function findSpatialExtension(
  cacheDir: string,
  ways: readonly Way[] = [install, download],
): Promise<string> {
  const { version, platform } = await engineInUse()
  const extensionDir = join(cacheDir, 'duckdb')
  const path = join(extensionDir, version, platform, fileName)
  if (existsSync(path)) return path
  await mkdir(extensionDir, { recursive: true })
  process.stderr.write("fetching DuckDB's spatial extension, once (about 30 MB)\n")
  for (const way of ways) if (await way(version, path)) return path
  throw new SpatialExtensionError(
    `DuckDB's spatial extension ${version} (${platform}) is not in ${path} and could not be fetched. ` +
      'Either let this machine reach DuckDB\'s extension server ("INSTALL spatial"), ' +
      `or give it Python's pip, so that "python3 -m pip download duckdb-extension-spatial==${version.replace(/^v/, '')}" works.`,
  )
}

/**
 * Load spatial into a fresh instance, signed and by path, and make longitude the first axis on all its connections.
 * Without the second step DuckDB takes latitude first and is wrong by a third at 42 degrees, unnoticed (domain reference 3.3).
 */
export async function loadSpatial(connection: DuckDBConnection, path: string): Promise<void> {
  await connection.run(`load '${path.replaceAll("'", "''")}'`)
  await connection.run('set global geometry_always_xy = true')
}
