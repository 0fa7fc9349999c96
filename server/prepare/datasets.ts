import { basename } from 'node:path'
import type { DuckDBConnection } from '@duckdb/node-api'
import type { Dataset } from '#data/define.ts'
import { circleAreas, measureAreas } from '#server/prepare/circles.ts'
import { createTable, quoteName, rowsOf, type Workbench } from '#server/prepare/database.ts'
import { allDatasets, type Input } from '#server/prepare/inputs.ts'
import { type Loaded, loadDataset, loadNothing } from '#server/prepare/load.ts'
import type { MendContext } from '#server/prepare/mend/mend.ts'
import { CountryIndex } from '#server/prepare/place/country-index.ts'
import { densifyTable, orientTable, polygonsOf } from '#server/prepare/polygons.ts'
import type { Progress } from '#server/prepare/progress.ts'
import { SourceError } from '#server/prepare/read/record.ts'

export interface LoadedDataset extends Loaded {
  readonly dataset: Dataset
  /** File name, for findings and quarantine. */
  readonly file: string
}

/** Needed to place the rows of all others, so read first. */
const placeDatasets = ['regions', 'region_countries', 'countries']
/** Read first, second and last: places, mines, and what speaks of them. */
const turnOf = (dataset: Dataset): number => (placeDatasets.includes(dataset.id) ? 0 : dataset.role === 'mine' ? 1 : 2)

type Places = Omit<MendContext, 'dataset' | 'mineIds' | 'keysOf'>

const referredTo = new Set(allDatasets.flatMap(({ references = {} }) => Object.values(references)))

async function placesOf(connection: DuckDBConnection): Promise<Places> {
  const rows = await rowsOf(connection, 'select iso3, region_id from region_countries')
  const names = await rowsOf(
    connection,
    `select lower(name_en) as name, iso3 from countries union select lower(name_en) as name, iso3 from region_countries
     order by name, iso3`,
  )
  return {
    countries: new CountryIndex(await polygonsOf(connection, 'countries', 'iso3')),
    regionOfCountry: new Map(rows.map((row) => [String(row.iso3), String(row.region_id)])),
    countryOfName: new Map(names.map((row) => [String(row.name), String(row.iso3)])),
  }
}

async function loadOne(
  bench: Pick<Workbench, 'connection' | 'reader'>,
  input: Input | null,
  context: MendContext,
): Promise<LoadedDataset> {
  const { dataset } = context
  const { connection } = bench
  const file = basename(input?.path ?? dataset.source.file)
  if (input === null && dataset.is_optional !== true) {
    throw new SourceError(`${dataset.source.file}: the file of ${dataset.id} is missing`)
  }
  const loaded =
    input === null
      ? await loadNothing(connection, dataset)
      : await loadDataset(
          bench,
          context,
          input.parts.map(({ path }) => path),
        )
  await shapePolygons(connection, dataset)
  return { ...loaded, dataset, file }
}

/** Circles where there is only a size, the right-hand rule, and a densified twin of what will be measured. */
async function shapePolygons(connection: DuckDBConnection, dataset: Dataset): Promise<void> {
  const isMeasured = dataset.role === 'near' || dataset.id === 'mine_footprints'
  if (dataset.circle_area_km2 !== undefined) await circleAreas(connection, dataset)
  if (dataset.geometry === 'polygon') await orientTable(connection, dataset.id, dataset.key)
  if (isMeasured) await densifyTable(connection, dataset.id, dataset.key)
  if ('gis_area_km2' in dataset.fields) await measureAreas(connection, dataset)
}

async function keysIn(connection: DuckDBConnection, { id, key }: Dataset): Promise<ReadonlySet<string>> {
  const rows = await rowsOf(connection, `select ${quoteName(key)} as id from ${quoteName(id)}`)
  return new Set(rows.map((row) => String(row.id)))
}

/**
 * Read every dataset into a table of its name: countries first, then mines. The order of the answer is the catalog's.
 * @throws SourceError for the first file that can't be used
 */
export async function loadDatasets(
  bench: Pick<Workbench, 'connection' | 'reader'>,
  inputs: ReadonlyMap<string, Input | null>,
  progress: Progress,
): Promise<LoadedDataset[]> {
  const { connection } = bench
  const loaded = new Map<string, LoadedDataset>()
  const mineIds = new Set<string>()
  const keysOf = new Map<string, ReadonlySet<string>>()
  let places: Places = { countries: new CountryIndex([]), regionOfCountry: new Map(), countryOfName: new Map() }
  const ordered = allDatasets.toSorted((one, other) => turnOf(one) - turnOf(other))
  for (const [index, dataset] of ordered.entries()) {
    if (index === placeDatasets.length) places = await placesOf(connection)
    const context = { ...places, mineIds, keysOf, dataset }
    const work = () => loadOne(bench, inputs.get(dataset.id) ?? null, context)
    loaded.set(dataset.id, await progress.run(`read ${dataset.id}`, work, ({ accepted }) => accepted))
    if (dataset.role !== 'mine' && !referredTo.has(dataset.id)) continue
    const ids = await keysIn(connection, dataset)
    keysOf.set(dataset.id, ids)
    if (dataset.role === 'mine') for (const id of ids) mineIds.add(id)
  }
  return allDatasets.flatMap((dataset) => loaded.get(dataset.id) ?? [])
}

/** Where a record stands; the file is named where the dataset has more than one. */
const placeOf = (dataset: Dataset, main: string, file: string, rowNumber: number): string =>
  file === main ? `${dataset.id}:${rowNumber}` : `${dataset.id}:${file}:${rowNumber}`

/** Ids that came before get a number: an import may make one row of several records. */
function uniqueIds(): (id: string) => string {
  const seen = new Map<string, number>()
  return (id) => {
    const times = (seen.get(id) ?? 0) + 1
    seen.set(id, times)
    return times === 1 ? id : `${id}:${times}`
  }
}

/** The table `quarantine`: every record that is not used. */
export async function writeQuarantine(connection: DuckDBConnection, loaded: readonly LoadedDataset[]): Promise<number> {
  const names = ['quarantine_id', 'dataset', 'file', 'column_name', 'reason', 'raw_text']
  const columns = [
    ...names.map((name) => ({ name, type: 'string' }) as const),
    { name: 'row_number', type: 'int' } as const,
  ]
  const table = await createTable(connection, 'quarantine', columns)
  let rows = 0
  for (const { dataset, file: main, rejects } of loaded) {
    const idOf = uniqueIds()
    for (const { rowNumber, column, reason, rawText, file = main } of rejects) {
      const id = idOf(placeOf(dataset, main, file, rowNumber))
      table.add([id, dataset.id, file, column || null, reason, rawText, rowNumber])
      rows += 1
    }
  }
  table.close()
  return rows
}

/** The table `findings`: what was mended or flagged in the records that are used. */
export async function writeFindings(connection: DuckDBConnection, loaded: readonly LoadedDataset[]): Promise<number> {
  const names = ['finding_id', 'dataset', 'file', 'feature_id', 'kind', 'rule', 'detail']
  const columns = [
    ...names.map((name) => ({ name, type: 'string' }) as const),
    { name: 'row_number', type: 'int' } as const,
    { name: 'moved_m', type: 'double' } as const,
  ]
  const table = await createTable(connection, 'findings', columns)
  let rows = 0
  for (const { dataset, file: main, findings } of loaded) {
    const idOf = uniqueIds()
    for (const { featureId, kind, rule, detail, rowNumber, movedM, file = main } of findings) {
      const id = idOf(`${placeOf(dataset, main, file, rowNumber)}:${rule}`)
      table.add([id, dataset.id, file, featureId, kind, rule, detail, rowNumber, movedM])
      rows += 1
    }
  }
  table.close()
  return rows
}
