import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { DuckDBConnection } from '@duckdb/node-api'
import type { Dataset, Overlay } from '#data/define.ts'
import { quoteName, quoteText, rowsOf } from '#server/prepare/database.ts'

type Bounds = readonly [number, number, number, number]

export interface TableFacts {
  readonly rows: number
  readonly bbox: Bounds | null
  readonly sha256: string
}

const world = '{min_x: -180, min_y: -90, max_x: 180, max_y: 90}::box_2d'

export async function sha256OfFile(path: string): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(path), hash)
  return hash.digest('hex')
}

/** On the disk, not in a buffer: a snapshot that survives a power cut is whole. */
export async function syncToDisk(path: string): Promise<void> {
  const handle = await open(path, 'r+')
  await handle.sync()
  await handle.close()
}

const hasGeometry = (declared: Dataset | Overlay): boolean => declared.geometry !== 'none'

function selectSql(declared: Dataset | Overlay): string {
  const fields = Object.keys(declared.fields).map(quoteName)
  const geometries = hasGeometry(declared) ? ['geometry'] : []
  const equalArea =
    'equal_area' in declared && declared.equal_area !== undefined ? [quoteName(declared.equal_area)] : []
  return `select ${[...fields, ...geometries, ...equalArea].join(', ')} from ${quoteName(declared.id)}`
}

/** Near things stand near each other in the file; where there is no geometry, in the order in which the page asks. */
function orderSql(declared: Dataset | Overlay): string {
  if (declared.id === 'proximity') return 'dataset, mine_id, distance_m, feature_id'
  const key = quoteName(declared.key)
  return hasGeometry(declared) ? `st_hilbert(geometry, ${world}), ${key}` : key
}

async function boundsOf(connection: DuckDBConnection, declared: Dataset | Overlay): Promise<Bounds | null> {
  if (!hasGeometry(declared)) return null
  const [row] = await rowsOf(
    connection,
    `select min(st_xmin(geometry)) as w, min(st_ymin(geometry)) as s, max(st_xmax(geometry)) as e, max(st_ymax(geometry)) as n
     from ${quoteName(declared.id)}`,
  )
  return row?.w == null ? null : [Number(row.w), Number(row.s), Number(row.e), Number(row.n)]
}

/** Write one table into the snapshot: as GeoParquet 2 and, with its indexes, into the attached database `atlas`. */
export async function publishTable(
  connection: DuckDBConnection,
  declared: Dataset | Overlay,
  folder: string,
): Promise<TableFacts> {
  const path = join(folder, `${declared.id}.parquet`)
  const table = `atlas.${quoteName(declared.id)}`
  await connection.run(`create table ${table} as ${selectSql(declared)} order by ${orderSql(declared)}`)
  const projected =
    'equal_area' in declared && declared.equal_area !== undefined
      ? ` replace (st_setcrs(${quoteName(declared.equal_area)}, 'EPSG:6933') as ${quoteName(declared.equal_area)})`
      : ''
  await connection.run(
    `copy (select *${projected} from ${table}) to ${quoteText(path)}
     (format parquet, compression zstd, row_group_size 20480${hasGeometry(declared) ? ", geoparquet_version 'V2'" : ''})`,
  )
  await connection.run(`create index ${quoteName(`${declared.id}_key`)} on ${table} (${quoteName(declared.key)})`)
  if (hasGeometry(declared)) {
    await connection.run(`create index ${quoteName(`${declared.id}_place`)} on ${table} using rtree (geometry)`)
  }
  await syncToDisk(path)
  const [counted] = await rowsOf(connection, `select count(*) as n from ${table}`)
  return {
    rows: Number(counted?.n),
    bbox: await boundsOf(connection, declared),
    sha256: await sha256OfFile(path),
  }
}
