import type { DuckDBConnection } from '@duckdb/node-api'
import type { Dataset } from '#data/define.ts'
import { numberOf, quoteName } from '#server/prepare/database.ts'
import { denseTableOf } from '#server/prepare/polygons.ts'
import { runSqlFile } from '#server/prepare/sql.ts'

/** Pairs of a mine and a feature whose boxes meet; above it the table outgrows a laptop (docs/decisions/0003-geodesic-method.md). */
export const pairBudget = 50_000_000
/** How far an approximate place may be off, as in `all-mines.sql`. */
const approximateM = 10_000

/** More pairs than the budget allows; the message says what to do. */
export class PairBudgetError extends Error {}

/** One dataset's features as proximity sees them: where, how sure, and only those that can be placed. */
function nearSql(dataset: Dataset): string {
  const accuracy = dataset.accuracy === undefined ? "'COORDINATES'" : `f.${quoteName(dataset.accuracy)}`
  const isApprox = 'is_approx' in dataset.fields ? 'f.is_approx' : 'false'
  const key = `cast(f.${quoteName(dataset.key)} as varchar)`
  return `
    select '${dataset.id}' as dataset, ${key} as feature_id, f.geometry,
      st_geometrytype(f.geometry) = 'POINT' as is_point,
      case when st_geometrytype(f.geometry) = 'POINT' then st_x(f.geometry) end as x,
      case when st_geometrytype(f.geometry) = 'POINT' then st_y(f.geometry) end as y,
      d.geometry as dense_geometry,
      cast(case ${accuracy} when 'APPROXIMATE_LOCATION' then ${approximateM} else 0 end as double) as uncertainty_m,
      ${accuracy} = 'APPROXIMATE_LOCATION' or ${isApprox} as is_approx
    from ${quoteName(dataset.id)} as f
    left join ${quoteName(denseTableOf(dataset.id))} as d on d.feature_id = ${key}
    where ${accuracy} not in ('ADMINISTRATIVE_REGION', 'COUNTRY')`
}

/** Gather everything that mines are measured against into `near_features`. */
async function gatherNear(connection: DuckDBConnection, datasets: readonly Dataset[]): Promise<void> {
  const near = datasets.filter((dataset) => dataset.role === 'near')
  await connection.run(`create or replace table near_features as ${near.map(nearSql).join(' union all ')}`)
}

/**
 * Measure every located mine against every feature within reach: the table `proximity`. Returns its number of rows.
 * @throws PairBudgetError before anything is measured, where there are too many pairs
 */
export async function measureProximity(connection: DuckDBConnection, datasets: readonly Dataset[]): Promise<number> {
  await gatherNear(connection, datasets)
  await runSqlFile(connection, 'candidates.sql')
  const pairs = await numberOf(connection, 'select count(*) from candidates')
  if (pairs > pairBudget) {
    throw new PairBudgetError(
      `${pairs.toLocaleString('en')} pairs of mines and features within reach: more than the ${pairBudget.toLocaleString('en')} ` +
        'that one machine prepares. Leave out mines or places that no question needs.',
    )
  }
  await runSqlFile(connection, 'proximity.sql')
  return numberOf(connection, 'select count(*) from proximity')
}
