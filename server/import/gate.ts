import { join } from 'node:path'
import type { DuckDBConnection } from '@duckdb/node-api'
import { datasets as catalog } from '#data/catalog.ts'
import type { Dataset } from '#data/define.ts'
import { quoteName, quoteText, rowsOf, type Workbench } from '#server/prepare/database.ts'
import { readMultiPolygon } from '#server/prepare/geometry/wkb.ts'
import { type Loaded, loadDataset } from '#server/prepare/load.ts'
import type { MendContext } from '#server/prepare/mend/mend.ts'
import { CountryIndex } from '#server/prepare/place/country-index.ts'
import type { Snapshot } from '#server/snapshot.ts'

const mineDatasets = (Object.values(catalog) as readonly Dataset[]).filter(({ role }) => role === 'mine')

const tableOf = (snapshot: Snapshot, id: string): string =>
  `read_parquet(${quoteText(join(snapshot.folder, `${id}.parquet`))})`

async function keysOf(connection: DuckDBConnection, snapshot: Snapshot, { id, key }: Dataset): Promise<string[]> {
  const rows = await rowsOf(connection, `select cast(${quoteName(key)} as varchar) as id from ${tableOf(snapshot, id)}`)
  return rows.map((row) => String(row.id))
}

/** What prepare would look up, out of the snapshot that is there. */
async function contextOf(connection: DuckDBConnection, snapshot: Snapshot, dataset: Dataset): Promise<MendContext> {
  const outlines = await rowsOf(
    connection,
    `select iso3, st_aswkb(geometry::geometry) as wkb from ${tableOf(snapshot, 'countries')} order by iso3`,
  )
  const regions = await rowsOf(
    connection,
    `select iso3, region_id, lower(name_en) as name from ${tableOf(snapshot, 'region_countries')}`,
  )
  const mines = await Promise.all(mineDatasets.map((mine) => keysOf(connection, snapshot, mine)))
  const referred: [string, Set<string>][] = []
  for (const id of new Set(Object.values(dataset.references ?? {}))) {
    const target = (catalog as Readonly<Record<string, Dataset>>)[id ?? '']
    if (target !== undefined) referred.push([target.id, new Set(await keysOf(connection, snapshot, target))])
  }
  return {
    dataset,
    countries: new CountryIndex(
      outlines.map((row) => [String(row.iso3), readMultiPolygon(row.wkb as Uint8Array)] as const),
    ),
    regionOfCountry: new Map(regions.map((row) => [String(row.iso3), String(row.region_id)])),
    countryOfName: new Map(regions.map((row) => [String(row.name), String(row.iso3)])),
    mineIds: new Set(mines.flat()),
    keysOf: new Map(referred),
  }
}

/**
 * Pass a normalised file through prepare's own gate, against the places and mines of the snapshot that is there; nothing is kept.
 * @throws SourceError where no record can be used
 */
export async function tryOut(
  bench: Pick<Workbench, 'connection' | 'reader'>,
  snapshot: Snapshot,
  dataset: Dataset,
  path: string,
): Promise<Loaded> {
  return loadDataset(bench, await contextOf(bench.connection, snapshot, dataset), [path])
}
