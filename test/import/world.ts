import { join } from 'node:path'
import { afterAll, beforeAll } from 'vitest'
import { loadConfig } from '#server/config.ts'
import { type Normalised, normalise } from '#server/import/normalise.ts'
import { datasetOf, type ImportRequest, readImportRequest } from '#server/import/request.ts'
import { rowsOf, type SqlRow, type Workbench } from '#server/prepare/database.ts'
import { type Loaded, loadDataset } from '#server/prepare/load.ts'
import { findSpatialExtension } from '#server/spatial.ts'
import { inFolder } from '#test/fixtures/files.ts'
import { placesFor } from '#test/prepare/places.ts'
import { openBench, temporaryFolder } from '#test/prepare/workbench.ts'

/** Prepare's own database and a folder for the files of one test file: opened before its tests, gone after them. */
export function importWorld() {
  const folder = temporaryFolder()
  const opened: { bench?: Workbench } = {}
  beforeAll(async () => {
    opened.bench = await openBench()
  })
  afterAll(() => {
    opened.bench?.close()
    folder[Symbol.dispose]()
  })
  return {
    get bench(): Workbench {
      if (opened.bench === undefined) throw new Error('the bench is not open yet')
      return opened.bench
    },
    /** A place for a file in the folder. */
    at: (...names: readonly string[]) => inFolder(folder.path, ...names),
  }
}

export interface Fate {
  readonly normalised: Normalised
  readonly loaded: Loaded
  /** The dataset's rows in key order, without geometry. */
  readonly rows: readonly SqlRow[]
}

/**
 * Read a file as the command `import <dataset> <path> <flags>` does and pass it through prepare's gate, in the square countries of
 * `placesFor`: Zambia 20..30 E 20..10 S, DR Congo 20..30 E 10 S..0, Kazakhstan 60..80 E 40..50 N.
 */
export async function importInto(
  bench: Workbench,
  dataset: string,
  path: string,
  ...flags: readonly string[]
): Promise<Fate> {
  return importRequest(bench, readImportRequest([dataset, path, ...flags]))
}

async function importRequest(bench: Workbench, request: ImportRequest): Promise<Fate> {
  using folder = temporaryFolder()
  const spatial = await findSpatialExtension(loadConfig().cacheDir)
  const place = { connection: bench.connection, reader: bench.reader, spatial, folder: folder.path }
  const target = join(folder.path, 'normalised.parquet')
  const normalised = await normalise(request, place, target, () => {})
  const dataset = datasetOf(request.dataset.id)
  const loaded = await loadDataset(bench, placesFor(dataset), [target])
  const isShaped = dataset.geometry !== 'none'
  const rows = await rowsOf(
    bench.connection,
    `select *${isShaped ? ` exclude (geometry), st_geometrytype(geometry)::varchar as shape, st_area_spheroid(if(st_geometrytype(geometry)::varchar like '%POLYGON', geometry, null)) / 1e6 as km2` : ''}
     from ${dataset.id} order by ${dataset.key}`,
  )
  return { normalised, loaded, rows }
}

/** "reason (column) x times", by number. */
export function reasonsIn({ rejects }: Loaded): string[] {
  const found = new Map<string, number>()
  for (const { column, reason } of rejects) {
    const key = `${column}: ${reason}`
    found.set(key, (found.get(key) ?? 0) + 1)
  }
  return [...found].map(([key, times]) => `${times} x ${key}`).sort()
}

export const lawHolds = ({ read, accepted, rejects }: Loaded): boolean => read === accepted + rejects.length
