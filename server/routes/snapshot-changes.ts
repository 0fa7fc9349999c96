import { type DatasetId, datasets } from '#data/catalog.ts'
import type { Dataset } from '#data/define.ts'
import type { Engine, Row, Value } from '#server/engine/engine.ts'
import { rowsQuery } from '#server/engine/selection.ts'

interface Changed {
  readonly field: string
  readonly before: Value
  readonly after: Value
}

/** A row of a dataset that is not the same in two snapshots. */
export interface RowChange {
  readonly key: string
  readonly name_en: string | null
  readonly name_zh: string | null
  readonly change: 'added' | 'removed' | 'changed'
  readonly fields: readonly Changed[]
}

export interface Changes {
  readonly counts: Readonly<Record<'before' | 'after' | 'added' | 'removed' | 'changed' | 'same', number>>
  /** In how many rows each field changed, the most often first. */
  readonly changed_fields: readonly { readonly field: string; readonly n: number }[]
  readonly rows: readonly RowChange[]
}

const isSame = (a: Value | undefined, b: Value | undefined): boolean => (a ?? null) === (b ?? null)

/** All rows of a dataset that may leave, by key; restricted ones are in neither version. */
async function rowsByKey(engine: Engine, dataset: Dataset, signal: AbortSignal): Promise<Map<string, Row>> {
  const rows = await engine.rows(rowsQuery({ collection: dataset, values: {}, filters: {} }), { signal, isHeavy: true })
  return new Map(rows.map((row) => [String(row[dataset.key]), row]))
}

function changesOf(dataset: Dataset, before: Map<string, Row>, after: Map<string, Row>): RowChange[] {
  const names = Object.keys(dataset.fields)
  const said = (row: Row, key: string) => ({
    key,
    name_en: row[dataset.name.en] === undefined ? null : String(row[dataset.name.en]),
    name_zh: dataset.name.zh === undefined || row[dataset.name.zh] == null ? null : String(row[dataset.name.zh]),
  })
  const changes: RowChange[] = []
  for (const [key, row] of after) {
    const old = before.get(key)
    if (old === undefined) {
      changes.push({ ...said(row, key), change: 'added', fields: [] })
      continue
    }
    const fields = names
      .filter((name) => !isSame(old[name], row[name]))
      .map((field) => ({ field, before: old[field] ?? null, after: row[field] ?? null }))
    if (fields.length > 0) changes.push({ ...said(row, key), change: 'changed', fields })
  }
  for (const [key, row] of before)
    if (!after.has(key)) changes.push({ ...said(row, key), change: 'removed', fields: [] })
  return changes.sort((a, b) => (a.key < b.key ? -1 : 1))
}

/**
 * What became of the rows of one dataset between two snapshots, compared by key and field by field.
 * @param before the kept snapshot, `after` the current one
 * @throws {Problem} `engine_failed` where the kept one has another form than this version reads
 */
export async function compareSnapshots(
  { before, after }: { readonly before: Engine; readonly after: Engine },
  datasetId: DatasetId,
  signal: AbortSignal,
): Promise<Changes> {
  const dataset: Dataset = datasets[datasetId]
  const [old, now] = await Promise.all([rowsByKey(before, dataset, signal), rowsByKey(after, dataset, signal)])
  const rows = changesOf(dataset, old, now)
  const count = (change: RowChange['change']) => rows.filter((row) => row.change === change).length
  const [added, removed, changed] = [count('added'), count('removed'), count('changed')]
  const fields = new Map<string, number>()
  for (const { field } of rows.flatMap((row) => row.fields)) fields.set(field, (fields.get(field) ?? 0) + 1)
  return {
    counts: { before: old.size, after: now.size, added, removed, changed, same: now.size - added - changed },
    changed_fields: [...fields].map(([field, n]) => ({ field, n })).sort((a, b) => b.n - a.n),
    rows,
  }
}
