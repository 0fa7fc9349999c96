import { existsSync, readFileSync } from 'node:fs'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { DuckDBConnection } from '@duckdb/node-api'
import { stringify } from 'csv-stringify/sync'
import type { Dataset, Overlay } from '#data/define.ts'
import { type Config, repositoryDir } from '#server/config.ts'
import { checkSnapshot } from '#server/prepare/checks.ts'
import { numberOf, openWorkbench, quoteName, quoteText, rowsOf, type Workbench } from '#server/prepare/database.ts'
import { type LoadedDataset, loadDatasets, writeFindings, writeQuarantine } from '#server/prepare/datasets.ts'
import { allDatasets, type Input, overlaySqlPath, preparedOverlays } from '#server/prepare/inputs.ts'
import { measureProximity, type PairsKept } from '#server/prepare/near.ts'
import { orientTable } from '#server/prepare/polygons.ts'
import { Progress } from '#server/prepare/progress.ts'
import { publishTable, sha256OfFile, syncToDisk, type TableFacts } from '#server/prepare/publish.ts'
import type { ImportFacts } from '#server/prepare/read/imported.ts'
import { drawRings } from '#server/prepare/rings.ts'
import { runSqlFile } from '#server/prepare/sql.ts'
import type { Manifest } from '#server/snapshot.ts'

type SourceFacts = ImportFacts['source']

/** Rows that a box can leave unread: with groups of the usual 122,880 a whole table is one group, and a page of it takes twice as long. */
const rowGroupSize = 10_240
const madeTables: readonly (Dataset | Overlay)[] = [...allDatasets, ...preparedOverlays]
/** Steps besides the reading of datasets. */
const otherSteps = 9
/** Prepared overlays without a `.sql` of their own. */
const madeHere = [
  'mine_rings',
  'protected_land',
  'ring_protected_land',
  'proximity',
  'mine_distance_bins',
  'findings',
  'quarantine',
  'snapshot_facts',
]

/**
 * Protected land, and the part of it in each ring. Where only the nearest pairs are kept there is too much of both: then the land
 * stays in cells, and only the rings of pilots are measured.
 */
async function dissolveLand(connection: DuckDBConnection, kept: PairsKept): Promise<number> {
  await runSqlFile(connection, 'land-cells.sql')
  if (kept === 'nearest') await runSqlFile(connection, 'protected-land-of-cells.sql')
  else {
    await runSqlFile(connection, 'protected-land.sql')
    await orientTable(connection, 'protected_land', 'place_id')
  }
  const measured = kept === 'nearest' ? " where mine_dataset = 'pilot_mines'" : ''
  await connection.run(`create or replace view land_rings as select * from mine_rings${measured}`)
  await runSqlFile(connection, 'ring-protected-land.sql')
  await orientTable(connection, 'ring_protected_land', 'ring_land_id')
  await connection.run('alter table ring_protected_land add column geometry_ea geometry')
  await connection.run("update ring_protected_land set geometry_ea = st_transform(geometry, 'OGC:CRS84', 'EPSG:6933')")
  return numberOf(connection, 'select count(*) from ring_protected_land')
}

async function stateFacts(connection: DuckDBConnection, snapshot: string, kept: PairsKept): Promise<string> {
  const [row] = await rowsOf(connection, 'select cast(max(event_date) as varchar) as as_of from incident_reports')
  const asOf = String(row?.as_of)
  await connection.run(
    `create or replace table snapshot_facts as
     select 'as_of' as fact, ${quoteText(asOf)} as value union all select 'snapshot', ${quoteText(snapshot)}`,
  )
  if (kept === 'nearest') await connection.run("insert into snapshot_facts values ('pairs', 'nearest')")
  return asOf
}

/**
 * Run the `.sql` of each prepared overlay whose inputs are all there, until none is left to run; adds to `made`.
 * Returns the number of rows made.
 */
async function makeDeclared(connection: DuckDBConnection, made: Set<string>): Promise<number> {
  let rows = 0
  for (let isBusy = true; isBusy; ) {
    const ready = preparedOverlays.filter(
      ({ id, inputs }) => !made.has(id) && existsSync(overlaySqlPath(id)) && inputs.every((input) => made.has(input)),
    )
    isBusy = ready.length > 0
    for (const { id } of ready) {
      await connection.run(`create or replace table ${quoteName(id)} as ${readFileSync(overlaySqlPath(id), 'utf8')}`)
      rows += await numberOf(connection, `select count(*) from ${quoteName(id)}`)
      made.add(id)
    }
  }
  return rows
}

/** Everything that is made of the datasets, in the order in which one needs the other. */
async function makeTables(
  config: Config,
  bench: Workbench,
  inputs: ReadonlyMap<string, Input | null>,
  snapshot: string,
  progress: Progress,
): Promise<{ loaded: LoadedDataset[]; facts: Pick<Manifest, 'as_of' | 'pairs'> }> {
  const { connection } = bench
  const itself = (rows: number) => rows
  await runSqlFile(connection, 'macros.sql')
  const loaded = await loadDatasets(bench, inputs, progress)
  await progress.run('quarantine', () => writeQuarantine(connection, loaded), itself)
  await progress.run('findings', () => writeFindings(connection, loaded), itself)
  const made = new Set(allDatasets.map(({ id }) => id))
  await progress.run('overlays of datasets', () => makeDeclared(connection, made), itself)
  await progress.run('rings', () => drawRings(connection), itself)
  const measure = () => measureProximity(connection, allDatasets, config.pairBudget)
  const kept = await progress.run('proximity', measure, ({ rows }) => rows)
  await progress.run('protected land', () => dissolveLand(connection, kept.pairs), itself)
  const asOf = await stateFacts(connection, snapshot, kept.pairs)
  for (const id of madeHere) made.add(id)
  await progress.run('overlays of overlays', () => makeDeclared(connection, made), itself)
  return { loaded, facts: { as_of: asOf, ...(kept.pairs === 'nearest' && { pairs: 'nearest' }) } }
}

async function publishTables(connection: DuckDBConnection, folder: string): Promise<Record<string, TableFacts>> {
  const database = join(folder, 'atlas.duckdb')
  await connection.run(`attach ${quoteText(database)} as atlas (row_group_size ${rowGroupSize})`)
  const facts: Record<string, TableFacts> = {}
  for (const declared of madeTables) facts[declared.id] = await publishTable(connection, declared, folder)
  await connection.run('checkpoint atlas')
  await connection.run('detach atlas')
  await syncToDisk(database)
  return facts
}

async function writeQuarantineFile(connection: DuckDBConnection, folder: string): Promise<void> {
  const columns = ['file', 'row_number', 'column_name', 'reason', 'raw_text']
  const rows = await rowsOf(connection, `select ${columns.join(', ')} from quarantine order by dataset, row_number`)
  await writeFile(join(folder, 'quarantine.csv'), stringify([columns, ...rows.map((row) => Object.values(row))]))
}

/** One dataset of several imports names them all; its date is the newest. */
function sourceOf(dataset: Dataset, imports: readonly ImportFacts[], fileCount: number): SourceFacts {
  const { publisher, licence, licence_url, attribution, url, date } = dataset.source
  const declared = { publisher, licence, licence_url, attribution, url, date }
  const all: SourceFacts[] = [...(imports.length < fileCount ? [declared] : []), ...imports.map(({ source }) => source)]
  const [first = declared] = all
  if (all.length === 1) return first
  const joined = (texts: readonly string[]) => [...new Set(texts)].join('; ')
  return {
    publisher: {
      en: joined(all.map((source) => source.publisher.en)),
      zh: joined(all.map((source) => source.publisher.zh)),
    },
    licence: joined(all.map((source) => source.licence)),
    licence_url: first.licence_url,
    attribution: joined(all.map((source) => source.attribution)),
    url: first.url,
    date:
      all
        .map((source) => source.date)
        .sort()
        .at(-1) ?? first.date,
  }
}

function datasetFacts(
  { dataset, file, read, accepted, merged, rejects, findings, imports }: LoadedDataset,
  input: Input | null,
  table: TableFacts,
) {
  const rowsWith = (kind: string) =>
    new Set(findings.filter((found) => found.kind === kind).map((found) => `${found.file ?? ''}:${found.rowNumber}`))
      .size
  const fileCount = input?.parts.length ?? 0
  const files = imports.flatMap((facts) => facts.files.map((one) => one.file))
  return {
    read,
    accepted,
    quarantined: rejects.length,
    mended: rowsWith('mended'),
    flagged: rowsWith('flagged'),
    rows: table.rows,
    bbox: table.bbox,
    file: [...(imports.length < fileCount || fileCount === 0 ? [file] : []), ...files].join('; '),
    sha256: input?.sha256 ?? '',
    source: sourceOf(dataset, imports, fileCount),
    is_illustrative: imports.length > 0 && imports.length === fileCount ? false : (dataset.is_illustrative ?? false),
    ...(merged > 0 && { merged }),
    ...(imports.length > 0 && { imports: imports.map(({ mapping }) => mapping) }),
    ...(imports.some((facts) => facts.redistribution === 'derived_only') && {
      redistribution: 'derived_only' as const,
    }),
  }
}

function codeVersion(): string {
  const { version } = JSON.parse(readFileSync(join(repositoryDir, 'package.json'), 'utf8')) as { version: string }
  return version
}

/**
 * Make a whole snapshot in an empty folder: tables, database, quarantine, and the manifest last.
 * @throws SourceError, PairBudgetError, SnapshotCheckError; the folder is then to be thrown away
 */
export async function buildSnapshot(
  config: Config,
  inputs: ReadonlyMap<string, Input | null>,
  snapshot: string,
  folder: string,
): Promise<Manifest> {
  const started = performance.now()
  const progress = new Progress(allDatasets.length + otherSteps, config.logLevel === 'silent')
  const spillDir = join(folder, 'spill')
  await mkdir(spillDir, { recursive: true })
  const bench = await openWorkbench(config, spillDir)
  const { connection } = bench
  try {
    const { loaded, facts } = await makeTables(config, bench, inputs, snapshot, progress)
    await progress.run(
      'check',
      () => checkSnapshot(connection, loaded),
      () => 0,
    )
    const tables = await progress.run(
      'write',
      () => publishTables(connection, folder),
      (written) => Object.values(written).reduce((sum, { rows }) => sum + rows, 0),
    )
    await writeQuarantineFile(connection, folder)
    const manifest: Manifest = {
      snapshot,
      prepared_at: new Date().toISOString(),
      code_version: codeVersion(),
      duration_s: Number(((performance.now() - started) / 1000).toFixed(3)),
      ...facts,
      database_sha256: await sha256OfFile(join(folder, 'atlas.duckdb')),
      steps: progress.steps,
      datasets: Object.fromEntries(
        loaded.map((one) => {
          const table = tables[one.dataset.id]
          if (table === undefined) throw new Error(`${one.dataset.id} was not written`)
          return [one.dataset.id, datasetFacts(one, inputs.get(one.dataset.id) ?? null, table)]
        }),
      ),
      tables,
    }
    const path = join(folder, 'manifest.json')
    await writeFile(path, `${JSON.stringify(manifest, null, 2)}\n`)
    await syncToDisk(path)
    return manifest
  } finally {
    bench.close()
    await rm(spillDir, { recursive: true, force: true })
  }
}
