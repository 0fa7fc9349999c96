import { datasets, overlays } from '#data/catalog.ts'
import type { Dataset, Overlay } from '#data/define.ts'
import type { DatasetFacts, Manifest, Query, Row } from '#server/engine/engine.ts'
import { question } from '#server/engine/question.ts'

type Ask = (query: Query) => Promise<readonly Row[]>

const served: readonly (Dataset | Overlay)[] = [...Object.values(datasets), ...Object.values(overlays)].filter(
  (one: Dataset | Overlay) => one.served_by !== undefined,
)

/** How many rows of a table must not leave. */
async function hiddenRows(ask: Ask, { id, served_by = id }: Dataset | Overlay): Promise<number> {
  const sql = `-- How many rows of ${id} are in no answer?
select (select count(*) from ${id}) - (select count(*) from ${served_by}) as n`
  const [row] = await ask(question(sql, [id, served_by], {}))
  return Number(row?.n ?? 0)
}

const without = (facts: DatasetFacts, hidden: number): DatasetFacts => ({
  ...facts,
  read: facts.read - hidden,
  accepted: facts.accepted - hidden,
  rows: facts.rows - hidden,
  // Bounds may be those of a hidden row: whoever needs them asks for those of the others.
  bbox: hidden > 0 ? null : facts.bbox,
})

/** The manifest as it may be told: counts without the rows that are in no answer, or they would tell that there are such rows. */
export async function publicManifest(manifest: Manifest, ask: Ask): Promise<Manifest> {
  const changed = { datasets: { ...manifest.datasets }, tables: { ...manifest.tables } }
  for (const one of served) {
    const hidden = await hiddenRows(ask, one)
    const [facts, table] = [changed.datasets[one.id], changed.tables[one.id]]
    if (facts) changed.datasets[one.id] = without(facts, hidden)
    if (table) changed.tables[one.id] = { ...table, rows: table.rows - hidden, bbox: hidden > 0 ? null : table.bbox }
  }
  return { ...manifest, ...changed }
}
