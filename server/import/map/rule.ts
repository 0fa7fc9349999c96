import type { Rule } from '#data/mappings/define.ts'
import type { ColumnFinder } from '#server/import/map/columns.ts'
import { iso3Of } from '#server/import/map/countries.ts'
import type { Row, Value } from '#server/prepare/read/record.ts'

/** What a rule gives for one record: a value still in the words of the source, or why there is none. */
export type Given =
  | { readonly value: Value; readonly column: string }
  | { readonly reason: string; readonly column: string }

/** A rule bound to the columns that one file has. */
export interface BoundRule {
  readonly rule: Rule
  readonly columns: readonly string[]
  readonly joined: readonly string[]
  readonly template: readonly (string | readonly string[])[]
  readonly codes: ReadonlyMap<string, Value> | null
  readonly empty: ReadonlySet<string>
  readonly pattern: RegExp | null
}

/** "{a|b}: {c}" as text and lists of columns in turn. */
function parseTemplate(template: string, finder: ColumnFinder): (string | readonly string[])[] {
  return template
    .split(/(\{[^}]*\})/)
    .filter((part) => part !== '')
    .map((part) => (part.startsWith('{') ? finder.all(part.slice(1, -1).split('|')) : part))
}

/** Bind a rule to a file's columns. */
export function bindRule(rule: Rule, finder: ColumnFinder): BoundRule {
  const codes =
    rule.codes === undefined
      ? null
      : Object.entries(rule.codes).map(([word, code]) => [word.toLowerCase(), code] as const)
  return {
    rule,
    columns: finder.all(rule.from ?? []),
    joined: finder.all(rule.join ?? []),
    template: rule.template === undefined ? [] : parseTemplate(rule.template, finder),
    codes: codes === null ? null : new Map(codes),
    empty: new Set(rule.empty ?? []),
    pattern: rule.pattern === undefined ? null : new RegExp(rule.pattern, 'u'),
  }
}

/** Every column that a rule looks at. */
export const columnsOfRule = ({ columns, joined, template }: BoundRule): string[] => [
  ...columns,
  ...joined,
  ...template.flatMap((part) => (typeof part === 'string' ? [] : part)),
]

const isNothing = (value: Value | undefined, empty: ReadonlySet<string>): boolean => {
  if (value === null || value === undefined || value === '') return true
  if (empty.size === 0) return false
  return empty.has(String(value)) || (Number(value) === 0 && empty.has('0'))
}

function firstValue(
  columns: readonly string[],
  row: Row,
  empty: ReadonlySet<string>,
): { value: Value; column: string } {
  for (const column of columns) {
    const value = row[column]
    if (!isNothing(value, empty)) return { value: value ?? null, column }
  }
  return { value: null, column: columns[0] ?? '' }
}

function fillTemplate({ template }: BoundRule, row: Row): Value {
  const parts = template.map((part) => (typeof part === 'string' ? part : firstValue(part, row, new Set()).value))
  return parts.some((part) => part === null) ? null : parts.join('')
}

function sourceOf(bound: BoundRule, row: Row): { value: Value; column: string } {
  const { rule, columns, joined, template, empty } = bound
  if (rule.constant !== undefined) return { value: rule.constant, column: '' }
  if (template.length > 0) return { value: fillTemplate(bound, row), column: columnsOfRule(bound)[0] ?? '' }
  if (joined.length > 0) {
    const values = joined.map((column) => row[column]).filter((value) => !isNothing(value, empty))
    return { value: values.length === 0 ? null : values.join(rule.separator ?? ';'), column: joined.join(', ') }
  }
  return firstValue(columns, row, empty)
}

function toCodes(words: readonly string[], bound: BoundRule): Value[] | string {
  const { codes, rule } = bound
  if (codes === null) return [...words]
  const found: Value[] = []
  for (const word of words) {
    const code = codes.get(word.toLowerCase()) ?? (codes.has(word.toLowerCase()) ? null : rule.otherwise)
    if (code === undefined) return `${JSON.stringify(word.slice(0, 80))} is not a word that is known here`
    if (code !== null) found.push(code)
  }
  return found
}

function finish(value: Value, rule: Rule): Value {
  if (value === null || rule.as === undefined) return value
  if (rule.as === 'country') return iso3Of(String(value))
  if (rule.as === 'year') return /\d{4}/.exec(String(value))?.[0] ?? null
  return value
}

/** Several words of one cell: through the codes, each once, then the one that counts or all of them. */
function fromWords(text: string, bound: BoundRule): Value | { readonly reason: string } {
  const { rule } = bound
  const words =
    rule.separator === undefined
      ? [text.trim()]
      : text
          .split(rule.separator)
          .map((word) => word.trim())
          .filter((word) => word !== '')
  if (rule.as === 'count') return words.length
  const codes = toCodes(words, bound)
  if (typeof codes === 'string') return { reason: codes }
  const once = [...new Set(codes)]
  if (rule.take !== undefined) return once[rule.take] ?? null
  return once.length <= 1 ? (once[0] ?? null) : once.join(';')
}

/** What the rule gives for a record. */
export function applyRule(bound: BoundRule, row: Row): Given {
  const { rule, pattern, codes } = bound
  const source = sourceOf(bound, row)
  let value: Value = source.value
  if (value !== null && pattern !== null) value = pattern.exec(String(value))?.[1] ?? null
  const hasWords = codes !== null || rule.separator !== undefined || rule.take !== undefined
  if (value !== null && hasWords && rule.constant === undefined) {
    const given = fromWords(String(value), bound)
    if (typeof given === 'object' && given !== null) return { reason: given.reason, column: source.column }
    value = given
  }
  value = finish(value, rule)
  return { value: value ?? rule.ifEmpty ?? null, column: source.column }
}
