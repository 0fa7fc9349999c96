import { datasets } from '#data/catalog.ts'
import type { Dataset } from '#data/define.ts'
import type { Engine, Query, Row } from '#server/engine/engine.ts'
import { badParameters, onlyText, type QueryTexts } from '#server/engine/parameters.ts'
import { question } from '#server/engine/question.ts'
import { relationOf } from '#server/engine/selection.ts'
import type { Reason } from '#server/problem.ts'

interface QualityPage {
  readonly dataset: string | null
  readonly limit: number
  readonly offset: number
}

const accurate = (Object.values(datasets) as readonly Dataset[]).filter((dataset) => dataset.accuracy !== undefined)

const accuracySql = accurate
  .map(
    (dataset) =>
      `select '${dataset.id}' as dataset, f.${dataset.accuracy} as loc_accuracy, count(*) as n\nfrom ${relationOf(dataset)} as f\ngroup by f.${dataset.accuracy}`,
  )
  .join('\nunion all\n')

/** How many features of each dataset are placed how precisely. */
export async function accuracyMix(engine: Engine, signal: AbortSignal) {
  const query = question(`${accuracySql}\norder by dataset, loc_accuracy`, accurate.map(relationOf), {})
  const rows = await engine.rows(query, { signal })
  const entries = rows.map((row) => ({
    dataset: String(row.dataset),
    loc_accuracy: String(row.loc_accuracy),
    n: Number(row.n),
  }))
  const grouped = Map.groupBy(entries, ({ dataset }) => dataset)
  return new Map([...grouped].map(([id, list]) => [id, list.map(({ loc_accuracy, n }) => ({ loc_accuracy, n }))]))
}

const columns = {
  quarantine: ['dataset', 'file', 'row_number', 'column_name', 'reason', 'raw_text'],
  findings: ['dataset', 'file', 'row_number', 'feature_id', 'kind', 'rule', 'detail', 'moved_m'],
} as const

/** Rows of restricted incident reports stay here too: neither their text nor what was mended in them leaves. */
const isPublic = {
  quarantine: "position('RESTRICTED' in q.raw_text) = 0",
  findings:
    "not exists (select 1 from incident_reports as i where i.incident_id = q.feature_id and i.sensitivity = 'RESTRICTED' and q.dataset = 'incident_reports')",
} as const

/** What is said of rows alike: the values in brackets at the end of a reason are left out, so that alike reasons are one. */
const groups = {
  quarantine: { what: 'q.column_name', why: "regexp_replace(q.reason, ' \\([^)]*\\)$', '')" },
  findings: { what: 'q.kind', why: 'q.rule' },
} as const

/** How many rows of each dataset were refused, or mended and flagged, for which reason; the most frequent first. */
export async function reasonCounts(engine: Engine, table: keyof typeof groups, signal: AbortSignal) {
  const { what, why } = groups[table]
  const select = `q.dataset, ${what} as what, ${why} as why, count(*) as n`
  const rows = await engine.rows(query(table, select, '\ngroup by 1, 2, 3\norder by n desc, 1, 2, 3', null), { signal })
  const entries = rows.map(({ dataset, what: subject, why: reason, n }) => ({
    dataset: String(dataset),
    entry: { what: String(subject ?? ''), why: String(reason), n: Number(n) },
  }))
  return Map.groupBy(entries, ({ dataset }) => dataset)
}

function query(table: keyof typeof columns, select: string, tail: string, dataset: string | null): Query {
  const where = `where (cast($dataset as string) is null or q.dataset = cast($dataset as string))\n  and ${isPublic[table]}`
  return {
    sql: `select ${select}\nfrom ${table} as q\n${where}${tail}`,
    parameters: { dataset: { type: 'string', value: dataset } },
  }
}

/** Rows that prepare refused or changed. */
export async function qualityRows(engine: Engine, table: keyof typeof columns, page: QualityPage, signal: AbortSignal) {
  const listed = columns[table].map((name) => `q.${name}`).join(', ')
  const tail = `\norder by ${columns[table].map((name) => `q.${name}`).join(', ')}\nlimit ${page.limit} offset ${page.offset}`
  const [counted, rows] = await Promise.all([
    engine.rows(query(table, 'count(*) as n', '', page.dataset), { signal }),
    engine.rows(query(table, listed, tail, page.dataset), { signal }),
  ])
  const numberMatched = Number((counted[0] as Row).n)
  return { snapshot: engine.manifest.snapshot, numberMatched, numberReturned: rows.length, rows }
}

/** @throws {Problem} `bad_parameter` */
export function readQualityPage(texts: QueryTexts): QualityPage {
  const errors: Reason[] = []
  const page = { dataset: null as string | null, limit: 1_000, offset: 0 }
  for (const [parameter, values] of Object.entries(texts)) {
    const only = onlyText(values)
    const reason = 'reason' in only ? only.reason : readPart(page, parameter, only.text)
    if (reason !== undefined) errors.push({ parameter, reason })
  }
  if (errors.length > 0) throw badParameters(errors)
  return page
}

function readPart(page: { dataset: string | null; limit: number; offset: number }, name: string, text: string) {
  if (name === 'dataset') {
    if (!Object.hasOwn(datasets, text)) return `must be one of ${Object.keys(datasets).join(', ')}`
    page.dataset = text
    return undefined
  }
  if (name !== 'limit' && name !== 'offset') return 'is not one of dataset, limit, offset'
  if (!/^\d{1,9}$/.test(text) || (name === 'limit' && Number(text) === 0)) return 'must be a whole number'
  page[name] = name === 'limit' ? Math.min(Number(text), 10_000) : Number(text)
  return undefined
}
