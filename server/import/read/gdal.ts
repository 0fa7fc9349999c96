import { spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { DuckDBConnection } from '@duckdb/node-api'
import { z } from 'zod'
import { failed } from '#server/import/problem.ts'
import { batchSize, rawTextOf } from '#server/import/read/table.ts'
import { quoteName, quoteText } from '#server/prepare/database.ts'
import type { RawRecord, Row } from '#server/prepare/read/record.ts'

/** What reading a user's file needs: the extension's path, a database to read back with, and a folder for what lies between. */
export interface Workplace {
  readonly connection: DuckDBConnection
  readonly reader: DuckDBConnection
  readonly spatial: string
  readonly folder: string
}

export type Driver = 'ESRI Shapefile' | 'GPKG' | 'FlatGeobuf' | 'Parquet'

const answerSchema = z.object({
  columns: z.array(z.string()),
  hasGeometry: z.boolean(),
  crs: z.string().nullable(),
  rows: z.number(),
})
export type GdalAnswer = z.infer<typeof answerSchema> & { readonly target: string }

const longestMs = 60 * 60_000

/** Reading goes on in a process of its own: no network variables, no settings of GDAL from outside. */
function childEnvironment(): NodeJS.ProcessEnv {
  const kept = ['PATH', 'HOME', 'LANG', 'TMPDIR', 'LD_LIBRARY_PATH']
  return Object.fromEntries(kept.map((name) => [name, process.env[name]]))
}

/**
 * Read a layer with GDAL, or a Parquet file, in a child process that writes it as plain Parquet.
 * @throws ImportProblem where the file can't be read, or kills the child
 */
export async function readInChild(
  file: string,
  place: Workplace,
  request: { path: string; driver: Driver; layer: string | null; openOptions: readonly string[] },
): Promise<GdalAnswer> {
  const target = join(place.folder, `${randomUUID()}.parquet`)
  const script = fileURLToPath(new URL('gdal-child.ts', import.meta.url))
  const argument = JSON.stringify({ ...request, target, spatial: place.spatial, spillDir: place.folder })
  const child = spawn(process.execPath, [script, argument], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: childEnvironment(),
    timeout: longestMs,
    killSignal: 'SIGKILL',
  })
  let [answer, errors] = ['', '']
  child.stdout.on('data', (chunk) => {
    answer += String(chunk)
  })
  child.stderr.on('data', (chunk) => {
    errors += String(chunk)
  })
  const { code, signal } = await new Promise<{ code: number | null; signal: string | null }>((resolve) => {
    child.on('close', (exitCode, exitSignal) => resolve({ code: exitCode, signal: exitSignal }))
  })
  if (signal !== null || (code !== 0 && code !== 1)) {
    throw failed(
      `${file}: the file crashed its reader (${signal ?? `exit ${code}`}): it is damaged; nothing was changed`,
    )
  }
  if (code === 1) throw failed(`${file}: can't be read: ${reasonOf(errors)}`)
  return { ...answerSchema.parse(JSON.parse(answer)), target }
}

/** GDAL's and DuckDB's words, without their paths. */
function reasonOf(errors: string): string {
  const line = errors.split('\n').find((one) => one.trim() !== '') ?? 'no reason was given'
  return line.replace(/'?\/[^\s']*\/([^\s'/]+)'?/g, '$1').slice(0, 300)
}

/** The records that the child wrote, in file order. */
export async function* recordsOf(
  { reader }: Workplace,
  { target, columns, rows: expected }: GdalAnswer,
  wanted: ReadonlySet<string> | undefined,
  decode: (text: string) => string = (text) => text,
): AsyncGenerator<RawRecord[]> {
  const names = columns.map((name) => decode(name))
  const listed = columns.map(quoteName).join(', ')
  const result = await reader.stream(
    `select "record ordinal", "record wkb"${listed === '' ? '' : `, ${listed}`} from read_parquet(${quoteText(target)}) order by 1`,
  )
  let seen = 0
  let batch: RawRecord[] = []
  for await (const rows of result.yieldRowObjectJs()) {
    seen += rows.length
    for (const row of rows) {
      const all: Row = {}
      for (const [index, column] of columns.entries()) {
        const value = row[column]
        all[names[index] ?? column] = typeof value === 'string' && value !== '' ? decode(value) : null
      }
      const wkb = row['record wkb']
      batch.push({
        rowNumber: Number(row['record ordinal']),
        rawText: rawTextOf(JSON.stringify(all)),
        values:
          wanted === undefined ? all : Object.fromEntries(Object.entries(all).filter(([name]) => wanted.has(name))),
        geometry: wkb instanceof Uint8Array ? wkb : null,
        damage: null,
      })
    }
    if (batch.length < batchSize) continue
    yield batch
    batch = []
  }
  // A stream that is cut short says nothing: count.
  if (seen !== expected) throw new Error(`${seen} of ${expected} records came back`)
  if (batch.length > 0) yield batch
}
