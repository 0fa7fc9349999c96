import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { DuckDBConnection } from '@duckdb/node-api'
import type { Dataset } from '#data/define.ts'
import { quoteName, quoteText, rowsOf } from '#server/prepare/database.ts'
import type { Snapshot } from '#server/snapshot.ts'

export interface Duplicates {
  /** Rows whose id was there before. */
  readonly sameId: number
  /** Rows that carry the name of another row within 1 km. */
  readonly sameNameNear: number
  readonly examples: readonly string[]
}

const nearM = 1_000
const none: Duplicates = { sameId: 0, sameNameNear: 0, examples: [] }

function placesSql(snapshot: Snapshot, dataset: Dataset): string {
  const path = join(snapshot.folder, `${dataset.id}.parquet`)
  return `select cast(${quoteName(dataset.key)} as varchar) as id, lower(trim(cast(${quoteName(dataset.name.en)} as varchar))) as name,
      st_x(st_centroid(geometry::geometry)) as x, st_y(st_centroid(geometry::geometry)) as y
    from read_parquet(${quoteText(path)}) where geometry is not null`
}

/** Metres between two points, good to a centimetre at this distance (performance.md 2, `fd`). */
const distanceSql = 'st_distance_spheroid(st_point(a.x, a.y)::point_2d, st_point(b.x, b.y)::point_2d)'

/**
 * Which rows that an import brought look like rows that were there: the same id, or another id with the same name within 1 km, also among
 * what it brought.
 * @param imported the normalised file
 */
export async function duplicatesOf(
  connection: DuckDBConnection,
  before: Snapshot | null,
  after: Snapshot,
  dataset: Dataset,
  imported: string,
): Promise<Duplicates> {
  if (dataset.geometry === 'none' || before === null || !existsSync(join(before.folder, `${dataset.id}.parquet`)))
    return none
  const ids = `select cast(${quoteName(dataset.key)} as varchar) from read_parquet(${quoteText(imported)}) where _reason is null`
  const mine = `select * from (${placesSql(after, dataset)}) where id in (${ids})`
  const [counted] = await rowsOf(
    connection,
    `with a as (${mine}), b as (${placesSql(before, dataset)})
     select count(*) as n from a where id in (select id from b)`,
  )
  const near = await rowsOf(
    connection,
    `with a as (${mine}), b as (${placesSql(after, dataset)} union ${placesSql(before, dataset)})
     select a.id, a.name, min(b.id) as other, min(round(${distanceSql})) as m from a
     join b on a.name = b.name and a.id <> b.id and abs(a.y - b.y) < 0.02 and abs(a.x - b.x) < 0.2
     where ${distanceSql} <= ${nearM} group by a.id, a.name order by a.id`,
  )
  return {
    sameId: Number(counted?.n),
    sameNameNear: near.length,
    examples: near.slice(0, 5).map(({ id, name, other, m }) => `${id} and ${other}: "${name}", ${m} m apart`),
  }
}
