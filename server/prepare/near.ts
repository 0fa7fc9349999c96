import type { DuckDBConnection } from '@duckdb/node-api'
import type { Dataset, Overlay } from '#data/define.ts'
import { mineDistanceBins } from '#data/overlays/mine-distance-bins.ts'
import { type Column, createTable, numberOf, quoteName } from '#server/prepare/database.ts'
import { denseTableOf } from '#server/prepare/polygons.ts'
import { runSqlFile } from '#server/prepare/sql.ts'

/** How far an approximate place may be off, as in `all-mines.sql`. */
const approximateM = 10_000
/** Pairs that are in memory at a time while nearest ones are looked for. */
const chunkPairs = 6_000_000

/** More pairs than the budget allows; the message says what to do. */
export class PairBudgetError extends Error {}

const columnsOf = ({ fields }: Overlay): Column[] => Object.entries(fields).map(([name, { type }]) => ({ name, type }))

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

const meetingSql = `from reach_boxes as b join near_features as n on st_intersects_extent(b.box, n.geometry)`

/** The pairs of mines that are measured against everything, whatever the budget: pilots, and those that need it. */
async function findExactCandidates(connection: DuckDBConnection, budget: number): Promise<void> {
  await connection.run(
    `create or replace table exact_candidates as
     select distinct b.mine_id, n.dataset, n.feature_id
     from (select b.* from reach_boxes as b join numbered_mines as m on m.mine_id = b.mine_id and m.is_exact) as b
     join near_features as n on st_intersects_extent(b.box, n.geometry)`,
  )
  const pairs = await numberOf(connection, 'select count(*) from exact_candidates')
  if (pairs > budget) {
    throw new PairBudgetError(
      `${pairs.toLocaleString('en')} pairs of pilot mines and mines with a footprint with features within reach: more than the ` +
        `${budget.toLocaleString('en')} that one machine prepares. Leave out mines or places that no question needs, or set PAIR_BUDGET.`,
    )
  }
}

/** Distance bins of each mine and the nearest pairs, out of all pairs, some mines at a time. */
async function keepNearest(connection: DuckDBConnection, pairs: number, budget: number): Promise<void> {
  await runSqlFile(connection, 'nearest-setup.sql')
  await findExactCandidates(connection, budget)
  const chunks = Math.max(1, Math.ceil(pairs / chunkPairs))
  for (let chunk = 0; chunk < chunks; chunk += 1) {
    await connection.run(
      `create or replace table chunk_mines as
       select * from (select m.*, ntile(${chunks}) over (order by m.mine_no) as chunk from numbered_mines as m where not m.is_exact)
       where chunk = ${chunk + 1}`,
    )
    await runSqlFile(connection, 'nearest-chunk.sql')
  }
  await connection.run('drop table chunk_pairs')
  await runSqlFile(connection, 'nearest-kept.sql')
  await runSqlFile(connection, 'proximity.sql')
  await runSqlFile(connection, 'nearest-bins.sql')
}

/** What is known of the pairs: `all` of them, or beyond the budget the `nearest` ones and counts in bins. */
export type PairsKept = 'all' | 'nearest'

/**
 * Measure every located mine against every feature within reach: the table `proximity`. Beyond the budget it keeps all pairs of
 * pilots and the nearest ones of the others, and `mine_distance_bins` their counts (docs/decisions/0080-pairs-beyond-the-budget.md).
 * @param budget pairs of a mine and a feature whose boxes meet
 * @throws PairBudgetError where pilots alone have more pairs than that
 */
export async function measureProximity(
  connection: DuckDBConnection,
  datasets: readonly Dataset[],
  budget: number,
): Promise<{ pairs: PairsKept; rows: number }> {
  await gatherNear(connection, datasets)
  await runSqlFile(connection, 'reach.sql')
  const pairs = await numberOf(connection, `select count(*) ${meetingSql}`)
  if (pairs > budget) {
    await keepNearest(connection, pairs, budget)
    return { pairs: 'nearest', rows: await numberOf(connection, 'select count(*) from proximity') }
  }
  await runSqlFile(connection, 'candidates.sql')
  await runSqlFile(connection, 'proximity.sql')
  const none = await createTable(connection, mineDistanceBins.id, columnsOf(mineDistanceBins))
  none.close()
  return { pairs: 'all', rows: await numberOf(connection, 'select count(*) from proximity') }
}
