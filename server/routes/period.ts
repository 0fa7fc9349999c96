import { overlays } from '#data/catalog.ts'
import type { Indicator } from '#data/define.ts'
import type { Engine, Value } from '#server/engine/engine.ts'
import { question } from '#server/engine/question.ts'

const sql = 'select p.from_date, p.to_date from reporting_period as p'

/** First and last day that an indicator's rate counts, as its own SQL sees them; null where time plays no part. */
export async function reportingPeriod(
  engine: Engine,
  indicator: Indicator,
  values: Readonly<Record<string, Value>>,
): Promise<{ from: string; to: string } | null> {
  const { id } = overlays.reporting_period
  if (!indicator.parameters.includes('from') || !indicator.inputs.includes(id)) return null
  const [row] = await engine.rows(question(sql, [id], values))
  return row ? { from: String(row.from_date), to: String(row.to_date) } : null
}
