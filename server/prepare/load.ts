import type { DuckDBConnection } from '@duckdb/node-api'
import type { Dataset } from '#data/define.ts'
import { type Column, createTable, quoteName, rowsOf } from '#server/prepare/database.ts'
import type { Mend, MendContext } from '#server/prepare/mend/mend.ts'
import { openCsv } from '#server/prepare/read/csv.ts'
import { openParquet } from '#server/prepare/read/parquet.ts'
import { SourceError, type SourceFile } from '#server/prepare/read/record.ts'
import { type Finding, type Reject, RowGate } from '#server/prepare/row.ts'

/** What became of the records of one dataset: `accepted` + `rejects.length` = `read`, always. */
export interface Loaded {
  readonly read: number
  readonly accepted: number
  readonly rejects: readonly Reject[]
  readonly findings: readonly Finding[]
}

const nothing: Loaded = { read: 0, accepted: 0, rejects: [], findings: [] }
const wkb: Column = { name: 'wkb', type: 'blob' }
const rowNumber: Column = { name: 'row_number', type: 'int' }

function columnsOf(dataset: Dataset): Column[] {
  return Object.entries(dataset.fields).map(([name, field]) => ({ name, type: field.type }))
}

async function openSource(connection: DuckDBConnection, path: string): Promise<SourceFile> {
  if (path.endsWith('.csv')) return openCsv(path)
  if (path.endsWith('.parquet')) return openParquet(connection, path)
  throw new SourceError(`${path}: prepare reads .csv and .parquet`)
}

/** Every required field must come from a column of the file, from its geometry, or from a named rule. */
function checkHeader(dataset: Dataset, mends: readonly Mend[], source: SourceFile, path: string): void {
  const named = source.columns.map((column) => dataset.columns?.[column] ?? column)
  const place = source.columns.includes('geometry') ? ['latitude', 'longitude'] : []
  const supplied = new Set([...named, ...place, ...mends.flatMap((mend) => mend.supplies ?? [])])
  const missing = Object.entries(dataset.fields)
    .filter(([name, field]) => field.isRequired && !supplied.has(name))
    .map(([name]) => name)
  if (dataset.geometry === 'polygon' && dataset.circle_area_km2 === undefined && !supplied.has('geometry')) {
    missing.push('geometry')
  }
  if (missing.length > 0) throw new SourceError(`${path}: the header has no column ${missing.join(', ')}`)
}

/** Pass every record through the gate; accepted ones go into the table `staging`. */
async function stage(
  connection: DuckDBConnection,
  dataset: Dataset,
  gate: RowGate,
  source: SourceFile,
): Promise<Loaded> {
  const columns = columnsOf(dataset)
  const table = await createTable(connection, 'staging', [...columns, wkb, rowNumber])
  const rejects: Reject[] = []
  const findings: Finding[] = []
  let [read, accepted] = [0, 0]
  for await (const batch of source.records) {
    for (const record of batch) {
      read += 1
      const outcome = gate.pass(record)
      if ('reject' in outcome) {
        rejects.push(outcome.reject)
        continue
      }
      accepted += 1
      const { values, geometry, findings: found } = outcome.accepted
      findings.push(...found)
      table.add([...columns.map(({ name }) => values[name] ?? null), geometry, record.rowNumber])
    }
  }
  table.close()
  return { read, accepted, rejects, findings }
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
    `select row_number, ${quoteName(dataset.key)} as key from staging
     where wkb is not null and not st_isvalid(st_geomfromwkb(wkb)) order by row_number`,
  )
  return rows.map((row) => ({
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
     select ${fields.join(', ')}${geometryOf(dataset)} from staging order by row_number`,
  )
  await connection.run('drop table staging')
}

/** The dataset's table without rows, for an optional dataset that has no file. */
export async function loadNothing(connection: DuckDBConnection, dataset: Dataset): Promise<Loaded> {
  const table = await createTable(connection, 'staging', [...columnsOf(dataset), wkb, rowNumber])
  table.close()
  await publish(connection, dataset)
  return nothing
}

/**
 * Read one dataset's file into a table of its name: declared fields in declared order, and `geometry` in longitude and latitude.
 * @throws SourceError where the file has no usable header or no record of it can be used
 */
export async function loadDataset(
  connection: DuckDBConnection,
  mends: readonly Mend[],
  context: MendContext,
  path: string,
): Promise<Loaded> {
  const { dataset } = context
  const source = await openSource(connection, path)
  checkHeader(dataset, mends, source, path)
  const loaded = await stage(connection, dataset, new RowGate(mends, context), source)
  if (loaded.accepted === 0) {
    const [first] = loaded.rejects
    const why = first === undefined ? '' : `; row ${first.rowNumber}, ${first.column}: ${first.reason}`
    throw new SourceError(`${path}: none of its ${loaded.read} records can be used${why}`)
  }
  const findings = [...loaded.findings, ...(await geometryFindings(connection, dataset))]
  await publish(connection, dataset)
  return { ...loaded, findings }
}
