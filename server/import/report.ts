import type { Duplicates } from '#server/import/duplicates.ts'
import type { Effect } from '#server/import/effects.ts'
import type { Normalised } from '#server/import/normalise.ts'
import { textTable } from '#server/import/terminal.ts'
import type { Finding, Reject } from '#server/prepare/row.ts'

/** What became of the records of one import, as prepare's gate decided. */
export interface Outcome {
  readonly read: number
  readonly accepted: number
  readonly merged: number
  readonly rejects: readonly Reject[]
  readonly findings: readonly Finding[]
}

export interface Reason {
  readonly reason: string
  readonly column: string
  readonly records: number
  readonly example: string
}

const shown = 12
const number = (value: number): string => value.toLocaleString('en')

/** The reason without the value that caused it, so that like ones count together. */
const kindOf = (reason: string): string => reason.replace(/"(?:[^"\\]|\\.)*"/g, '"…"').replace(/\([A-Z]{3}\)/g, '(…)')

/** Reasons by number of records, each with its first example. */
export function reasonsOf(rejects: readonly Reject[]): Reason[] {
  const found = new Map<string, { reason: string; column: string; records: number; example: string }>()
  for (const { reason, column, file, rowNumber } of rejects) {
    const key = `${column}\u0000${kindOf(reason)}`
    const one = found.get(key)
    if (one === undefined) {
      found.set(key, {
        reason: kindOf(reason),
        column,
        records: 1,
        example: `${file ?? ''} row ${rowNumber}: ${reason}`,
      })
    } else one.records += 1
  }
  return [...found.values()].sort((a, b) => b.records - a.records)
}

interface Mended {
  readonly rule: string
  readonly kind: string
  readonly records: number
  readonly median: number | null
  readonly largest: number | null
  readonly example: string
}

/** What was mended or flagged, by rule, with the distance that a mend moved places by. */
export function mendedOf(findings: readonly Finding[]): Mended[] {
  const found = new Map<string, Finding[]>()
  for (const finding of findings) {
    const key = `${finding.kind}:${finding.rule}`
    const list = found.get(key) ?? []
    list.push(finding)
    found.set(key, list)
  }
  return [...found.values()]
    .map((list) => {
      const moved = list.flatMap(({ movedM }) => movedM ?? []).sort((a, b) => a - b)
      const [first] = list
      return {
        rule: first?.rule ?? '',
        kind: first?.kind ?? '',
        records: list.length,
        median: moved[Math.floor(moved.length / 2)] ?? null,
        largest: moved.at(-1) ?? null,
        example: `row ${first?.rowNumber}: ${first?.detail.slice(0, 100)}`,
      }
    })
    .sort((a, b) => b.records - a.records)
}

export interface ReportParts {
  readonly title: string
  readonly normalised: Normalised
  readonly outcome: Outcome
  readonly duplicates: Duplicates | null
  readonly effects: readonly Effect[]
  readonly more: readonly string[]
}

const round = (value: number | null): string =>
  value === null ? 'no data' : Number(value.toPrecision(6)).toLocaleString('en', { maximumFractionDigits: 6 })
const km = (metres: number | null): string => (metres === null ? '' : `${(metres / 1000).toFixed(1)} km`)

/** "read 100 = accepted 90 + quarantined 10", the law in one line. */
export function lawLine({ read, accepted, merged, rejects }: Outcome): string {
  const part = merged === 0 ? '' : ` (${number(merged)} of them joined to another one's outline)`
  return `read ${number(read)} = accepted ${number(accepted)}${part} + quarantined ${number(rejects.length)}`
}

interface Section {
  readonly heading: string
  readonly lines: readonly string[]
  readonly table?: { readonly header: readonly string[]; readonly rows: readonly (readonly string[])[] }
}

function readSection({ mapping, files, passedOver, facts }: Normalised, outcome: Outcome): Section {
  return {
    heading: 'What was read',
    lines: [
      lawLine(outcome),
      `schema: ${mapping.title.en} (${mapping.id}); data of ${facts.source.date}`,
      `terms: ${mapping.terms.en}`,
      ...(facts.redistribution === 'derived_only' ? ['Exports carry derived values only.'] : []),
      ...files.map(({ file, format, records, notes }) =>
        [`${file}: ${format}, ${number(records)} records`, ...notes].join('; '),
      ),
      ...passedOver.map(({ file, reason }) => `${file}: passed over, ${reason}`),
    ],
  }
}

function rejectSection({ rejects }: Outcome): Section {
  const rows = reasonsOf(rejects)
    .slice(0, shown)
    .map(({ records, column, reason, example }) => [
      number(records),
      column.slice(0, 40),
      reason.slice(0, 90),
      example.slice(0, 110),
    ])
  return {
    heading: 'Quarantined, by reason',
    lines: rejects.length === 0 ? ['nothing'] : [],
    table: { header: ['records', 'column', 'reason', 'first example'], rows },
  }
}

function mendedSection({ findings }: Outcome): Section {
  const outside = findings.filter(({ rule }) => rule === 'outside_stated_country').length
  const rows = mendedOf(findings).map((one) => [
    number(one.records),
    one.kind,
    one.rule,
    km(one.median),
    km(one.largest),
    one.example,
  ])
  return {
    heading: 'Mended and flagged',
    lines: [`points outside their stated country: ${number(outside)}`],
    table: { header: ['records', 'kind', 'rule', 'moved (median)', 'moved (largest)', 'first example'], rows },
  }
}

function duplicateSection({ sameId, sameNameNear, examples }: Duplicates): Section {
  return {
    heading: 'Against what was there',
    lines: [
      `same id: ${number(sameId)}`,
      `same name within 1 km under another id: ${number(sameNameNear)}`,
      ...examples,
    ],
  }
}

function effectSection(effects: readonly Effect[]): Section {
  const rows = effects.map(({ id, name, before, after, unit }) => [id, name, round(before), round(after), unit])
  return {
    heading: 'Main indicators, all regions (of other mines where those were imported, else of pilot mines)',
    lines: [],
    table: { header: ['indicator', 'name', 'before', 'after', 'unit'], rows },
  }
}

function sectionsOf({ normalised, outcome, duplicates, effects, more }: ReportParts): Section[] {
  return [
    readSection(normalised, outcome),
    rejectSection(outcome),
    mendedSection(outcome),
    ...(duplicates === null ? [] : [duplicateSection(duplicates)]),
    ...(effects.length === 0 ? [] : [effectSection(effects)]),
    ...(more.length === 0 ? [] : [{ heading: 'Next', lines: more }]),
  ]
}

const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ')

/** The report for a terminal. */
export function terminalReport(parts: ReportParts): string {
  const body = sectionsOf(parts).map(({ heading, lines, table }) =>
    [
      heading.toUpperCase(),
      ...lines,
      ...(table === undefined || table.rows.length === 0 ? [] : [textTable(table.header, table.rows)]),
    ].join('\n'),
  )
  return [parts.title, ...body].join('\n\n')
}

/** The report as Markdown, to be kept. */
export function markdownReport(parts: ReportParts): string {
  const body = sectionsOf(parts).map(({ heading, lines, table }) => {
    const rows =
      table === undefined || table.rows.length === 0
        ? []
        : [
            `| ${table.header.join(' | ')} |`,
            `|${table.header.map(() => '---').join('|')}|`,
            ...table.rows.map((row) => `| ${row.map(cell).join(' | ')} |`),
          ]
    return [
      `## ${heading}`,
      '',
      ...lines.map((line) => `- ${line}`),
      ...(lines.length > 0 && rows.length > 0 ? [''] : []),
      ...rows,
    ].join('\n')
  })
  return `${[`# ${parts.title}`, ...body].join('\n\n')}\n`
}
