import type { Query, Row, Session } from '#server/engine/engine.ts'
import { pairFields, summaryFields } from '#server/processes/overlay/fields.ts'
import { runFile } from '#server/processes/overlay/files.ts'
import type { OverlayInputs, Side } from '#server/processes/overlay/inputs.ts'
import { countQuery } from '#server/processes/overlay/sides.ts'
import { describeFields } from '#server/routes/collection.ts'

const packed = (names: readonly string[], alias: string, other: Readonly<Record<string, string>> = {}): string =>
  `to_json({${names.map((name) => `'${name}': ${other[name] ?? `${alias}.${name}`}`).join(', ')}}) as line`

const rowsQuery: Query = {
  sql: `select ${packed(Object.keys(pairFields), 'o')} from overlay_row as o order by o.l, o.place`,
  parameters: {},
}

const summaryQuery: Query = {
  sql: `select ${packed(Object.keys(summaryFields), 's', {
    nearest_name: 's.nearest.en',
    nearest_name_zh: 's.nearest.zh',
  })} from overlay_summary as s order by s.l`,
  parameters: {},
}

/** Over distinct features: one that is near several is counted, and its amount added, once. */
const totalsQuery: Query = {
  sql: `with once as (
  select distinct o.r, o.amount from overlay_row as o
)
select
  (select count(*) from overlay_row) as pairs,
  (select count(*) from overlay_summary) as left_features,
  count(*) as right_features,
  case when cast($has_amount as boolean) then coalesce(sum(o.amount), 0) end as total,
  case when cast($has_amount as boolean) then count(*) - count(o.amount) end as unknown,
  (select round(a.area_ha, 6) from land_area as a where a.l = 0) as overlap_ha
from once as o`,
  parameters: {},
}

const lines = (rows: readonly Row[]): string => `[${rows.map(({ line }) => line).join(',\n')}]`

async function describeSide(session: Session, side: Side) {
  if (side.kind === 'upload') return { uploaded: side.features.length }
  const { id, title } = side.selection.collection
  const [counted] = await session.rows(countQuery(side))
  return { collection: id, title, features: Number(counted?.features), too_coarse: Number(counted?.coarse) }
}

/**
 * The whole answer of an overlay as JSON text: what was asked, totals, one line a feature of the left side, one line a pair. The engine
 * writes the lines: making objects of them here would hold up every other request.
 */
export async function resultOf(session: Session, inputs: OverlayInputs, snapshot: string): Promise<string> {
  const { left, right, relation, distanceM, k } = inputs
  const hasAmount =
    right.kind === 'upload' ? right.features.some(({ amount }) => amount !== null) : right.amountField !== undefined
  const amount = { has_amount: { type: 'boolean' as const, value: hasAmount } }
  await runFile(session, 'results.sql', {
    ...amount,
    areas_only: { type: 'boolean', value: relation === 'overlap_area' },
  })
  const [totals] = await session.rows({ ...totalsQuery, parameters: amount })
  const head = {
    snapshot,
    relation,
    ...(relation === 'within' || relation === 'nearest' ? { distance_m: distanceM } : {}),
    ...(relation === 'nearest' ? { k } : {}),
    left: await describeSide(session, left),
    right: await describeSide(session, right),
    totals,
    fields: describeFields(pairFields),
    summary_fields: describeFields(summaryFields),
  }
  const rows = lines(await session.rows(rowsQuery))
  const summary = lines(await session.rows(summaryQuery))
  return `${JSON.stringify(head).slice(0, -1)},"summary":${summary},"rows":${rows}}`
}
