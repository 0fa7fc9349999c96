import { basename } from 'node:path'
import type { DuckDBConnection } from '@duckdb/node-api'
import type { Dataset } from '#data/define.ts'
import { type Column, createTable, quoteName, rowsOf, type Workbench } from '#server/prepare/database.ts'
import type { MendContext } from '#server/prepare/mend/mend.ts'
import { mendsOf } from '#server/prepare/mend/registry.ts'
import { openCsv } from '#server/prepare/read/csv.ts'
import { type ImportFacts, importFactsOf } from '#server/prepare/read/imported.ts'
import { openParquet } from '#server/prepare/read/parquet.ts'
import { SourceError, type SourceFile } from '#server/prepare/read/record.ts'
import { type FileRules, type Finding, type Reject, RowGate } from '#server/prepare/row.ts'

/** What became of the records of one dataset: `accepted` + `rejects.length` = `read`, always. */
export interface Loaded {
  readonly read: number
  readonly accepted: number
  /** Accepted records that stand in one row together with another one: `accepted` - `merged` = rows. */
  readonly merged: number
  readonly rejects: readonly Reject[]
  readonly findings: readonly Finding[]
  /** The imports that wrote the files, in the order in which they were read. */
  readonly imports: readonly ImportFacts[]
}

const nothing: Loaded = { read: 0, accepted: 0, merged: 0, rejects: [], findings: [], imports: [] }
const staged: readonly Column[] = [
  { name: 'wkb', type: 'blob' },
  { name: 'row_number', type: 'int' },
  { name: 'record_file', type: 'string' },
  { name: 'record_ordinal', type: 'int' },
]

function columnsOf(dataset: Dataset): Column[] {
  return Object.entries(dataset.fields).map(([name, field]) => ({ name, type: field.type }))
}

async function openSource(reader: DuckDBConnection, path: string): Promise<SourceFile> {
  if (path.endsWith('.csv')) return openCsv(path)
  if (path.endsWith('.parquet')) return openParquet(reader, path)
  throw new SourceError(`${path}: prepare reads .csv and .parquet`)
}

/** Every required field must come from a column of the file, from its geometry, or from a named rule. */
function checkHeader(dataset: Dataset, rules: FileRules, source: SourceFile, path: string): void {
  const named = source.columns.map((column) => rules.columns[column] ?? column)
  const place = source.columns.includes('geometry') ? ['latitude', 'longitude'] : []
  const supplied = new Set([...named, ...place, ...rules.mends.flatMap((mend) => mend.supplies ?? [])])
  const missing = Object.entries(dataset.fields)
    .filter(([name, field]) => field.isRequired && !supplied.has(name))
    .map(([name]) => name)
  if (dataset.geometry === 'polygon' && dataset.circle_area_km2 === undefined && !supplied.has('geometry')) {
    missing.push('geometry')
  }
  if (missing.length > 0) throw new SourceError(`${path}: the header has no column ${missing.join(', ')}`)
}

/** Rows of all files of one dataset on their way into the table `staging`. */
class Stage {
  readonly rejects: Reject[] = []
  readonly findings: Finding[] = []
  readonly imports: ImportFacts[] = []
  read = 0
  accepted = 0
  merged = 0
  private ordinal = 0
  private readonly columns: readonly Column[]
  private readonly table: Awaited<ReturnType<typeof createTable>>

  constructor(columns: readonly Column[], table: Awaited<ReturnType<typeof createTable>>) {
    this.columns = columns
    this.table = table
  }

  /** Pass every record of one file through the gate; accepted ones become rows. */
  async fill(gate: RowGate, source: SourceFile, file: string): Promise<void> {
    for await (const batch of source.records) {
      for (const record of batch) {
        const parts = record.origin?.parts ?? 1
        this.read += parts
        this.ordinal += 1
        const outcome = gate.pass(record)
        if ('reject' in outcome) {
          for (let part = 0; part < parts; part += 1) this.rejects.push({ file, ...outcome.reject })
          continue
        }
        this.accepted += parts
        this.merged += parts - 1
        const { values, geometry, findings } = outcome.accepted
        for (const found of findings) this.findings.push({ file, ...found })
        const own = this.columns.map(({ name }) => values[name] ?? null)
        this.table.add([...own, geometry, record.rowNumber, record.origin?.file ?? file, this.ordinal])
      }
    }
  }

  close(): void {
    this.table.close()
  }
}

function geometryOf(dataset: Dataset): string {
  if (dataset.geometry === 'none') return ''
  const point = 'st_point(longitude, latitude)'
  if (dataset.geometry === 'point') return `, ${point} as geometry`
  const polygon = `case when st_isvalid(st_geomfromwkb(wkb)) then st_geomfromwkb(wkb)
    else st_collectionextract(st_makevalid(st_geomfromwkb(wkb)), 3) end`
  return dataset.circle_area_km2 === undefined
    ? `, ${polygon} as geometry`
    : `, case when wkb is null then ${point} else ${polygon} end as geometry`
}

/** Polygons that cross themselves were made valid: say which. */
async function geometryFindings(connection: DuckDBConnection, dataset: Dataset): Promise<Finding[]> {
  if (dataset.geometry !== 'polygon') return []
  const rows = await rowsOf(
    connection,
    `select row_number, record_file, ${quoteName(dataset.key)} as key from staging
     where wkb is not null and not st_isvalid(st_geomfromwkb(wkb)) order by record_ordinal`,
  )
  return rows.map((row) => ({
    file: String(row.record_file),
    rowNumber: Number(row.row_number),
    featureId: String(row.key),
    kind: 'mended',
    rule: 'geometry_made_valid',
    detail: 'geometry',
    movedM: null,
  }))
}

async function publish(connection: DuckDBConnection, dataset: Dataset): Promise<void> {
  const fields = columnsOf(dataset).map(({ name }) => quoteName(name))
  await connection.run(
    `create or replace table ${quoteName(dataset.id)} as
     select ${fields.join(', ')}${geometryOf(dataset)} from staging order by record_ordinal`,
  )
  await connection.run('drop table staging')
}

async function openStage(connection: DuckDBConnection, dataset: Dataset): Promise<Stage> {
  const columns = columnsOf(dataset)
  return new Stage(columns, await createTable(connection, 'staging', [...columns, ...staged]))
}

/** The dataset's table without rows, for an optional dataset that has no file. */
export async function loadNothing(connection: DuckDBConnection, dataset: Dataset): Promise<Loaded> {
  const stage = await openStage(connection, dataset)
  stage.close()
  await publish(connection, dataset)
  return nothing
}

/** A file that an import wrote has fields for columns and names its own rules; any other one follows the declaration. */
export function rulesOf(dataset: Dataset, facts: ImportFacts | null): FileRules {
  return facts === null
    ? { columns: dataset.columns ?? {}, mends: mendsOf(dataset) }
    : { columns: {}, mends: mendsOf({ ...dataset, mends: facts.mends }) }
}

/**
 * Read the files of one dataset into a table of its name: declared fields in declared order, and `geometry` in longitude and latitude.
 * A key that an earlier file has is a reject.
 * @throws SourceError where a file has no usable header or no record of all files can be used
 */
export async function loadDataset(
  { connection, reader }: Pick<Workbench, 'connection' | 'reader'>,
  context: MendContext,
  paths: readonly string[],
): Promise<Loaded> {
  const { dataset } = context
  const keys = new Set<string>()
  const stage = await openStage(connection, dataset)
  for (const path of paths) {
    const facts = await importFactsOf(connection, path)
    const rules = rulesOf(dataset, facts)
    const source = await openSource(reader, path)
    checkHeader(dataset, rules, source, path)
    await stage.fill(new RowGate(rules, context, keys), source, basename(path))
    if (facts !== null) stage.imports.push(facts)
  }
  stage.close()
  const { read, accepted, merged, rejects, imports } = stage
  if (accepted === 0) {
    const [first] = rejects
    const why = first === undefined ? '' : `; row ${first.rowNumber}, ${first.column}: ${first.reason}`
    throw new SourceError(`${paths.join(', ')}: none of its ${read} records can be used${why}`)
  }
  const findings = [...stage.findings, ...(await geometryFindings(connection, dataset))]
  await publish(connection, dataset)
  return { read, accepted, merged, rejects, findings, imports }
}
