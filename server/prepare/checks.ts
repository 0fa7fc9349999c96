import type { DuckDBConnection } from '@duckdb/node-api'
import { numberOf, quoteName, rowsOf } from '#server/prepare/database.ts'
import type { LoadedDataset } from '#server/prepare/datasets.ts'
import { allDatasets, preparedOverlays } from '#server/prepare/inputs.ts'

/** A snapshot that breaks one of its laws is never published; the message names the law. */
export class SnapshotCheckError extends Error {}

/** Boxes are asked of the numbers (`server/engine/selection-conditions.ts`), which holds only if the shape says the same. */
const pointsAreWhereTheirNumbersSay = allDatasets
  .filter(({ geometry, fields }) => geometry === 'point' && fields.longitude?.isRequired && fields.latitude?.isRequired)
  .map(({ id }) => [
    `a point of ${id} is where its numbers say`,
    `select count(*) from ${id} where st_x(geometry) is distinct from longitude or st_y(geometry) is distinct from latitude`,
  ])

/** Each law as a query that counts what breaks it. */
const laws: Readonly<Record<string, string>> = {
  ...Object.fromEntries(pointsAreWhereTheirNumbersSay),
  'every pair is there once': 'select count(*) - count(distinct pair_id) from proximity',
  'no pair has a mine that is only coarsely placed':
    'select count(*) from proximity as x join all_mines as m on m.mine_id = x.mine_id where not m.is_located',
  'no pair has an incident that is only coarsely placed': `select count(*) from proximity as x
    join incident_reports as i on x.dataset = 'incident_reports' and i.incident_id = x.feature_id
    where i.loc_accuracy in ('ADMINISTRATIVE_REGION', 'COUNTRY')`,
  'every pair has a distance':
    'select count(*) from proximity where distance_m is null or distance_m < 0 or isnan(distance_m)',
  'what is inside is at distance 0': 'select count(*) from proximity where is_inside and distance_m <> 0',
  'every mine of all_mines is there once': 'select count(*) - count(distinct mine_id) from all_mines',
  'every located mine has its five rings':
    'select (select 5 * count(*) from all_mines where is_located) - (select count(*) from mine_rings)',
  'no protected land in a circle is larger than the circle': `select count(*) from ring_protected_land as l
    join all_mines as m on m.mine_id = l.mine_id and not m.has_footprint
    where l.area_ha > pi() * l.radius_km * l.radius_km * 100 * 1.0001`,
  'no ring has more protected land of one place than of all': `select count(*) from ring_protected_land as l
    join ring_protected_land as a on a.ring_id = l.ring_id and a.place_id = 'ALL' where l.area_ha > a.area_ha * 1.0001`,
}

async function checkColumns(connection: DuckDBConnection): Promise<void> {
  for (const declared of [...allDatasets, ...preparedOverlays]) {
    const found = await rowsOf(connection, `describe ${quoteName(declared.id)}`)
    const names = new Set(found.map((row) => String(row.column_name)))
    const missing = Object.keys(declared.fields).filter((name) => !names.has(name))
    if (missing.length > 0) throw new SnapshotCheckError(`${declared.id} has no column ${missing.join(', ')}`)
  }
}

/**
 * Hold the prepared tables against their laws before they are published.
 * @throws SnapshotCheckError naming the first broken law
 */
export async function checkSnapshot(connection: DuckDBConnection, loaded: readonly LoadedDataset[]): Promise<void> {
  await checkColumns(connection)
  for (const { dataset, read, accepted, merged, rejects } of loaded) {
    const rows = await numberOf(connection, `select count(*) from ${quoteName(dataset.id)}`)
    if (accepted + rejects.length !== read || rows !== accepted - merged) {
      throw new SnapshotCheckError(
        `${dataset.id}: ${read} records read, ${accepted} accepted, ${rejects.length} quarantined, ${merged} merged, ${rows} rows: they don't add up`,
      )
    }
  }
  for (const [law, sql] of Object.entries(laws)) {
    const broken = await numberOf(connection, sql)
    if (broken !== 0) throw new SnapshotCheckError(`law broken ${broken} times: ${law}`)
  }
}
