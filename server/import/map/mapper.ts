import type { Dataset } from '#data/define.ts'
import type { Field } from '#data/field.ts'
import type { Exclusion, Mapping } from '#data/mappings/define.ts'
import type { ColumnFinder } from '#server/import/map/columns.ts'
import { type DateOrder, readDate } from '#server/import/map/dates.ts'
import { type DecimalMark, readNumber } from '#server/import/map/numbers.ts'
import { applyRule, type BoundRule, bindRule, columnsOfRule } from '#server/import/map/rule.ts'
import type { MendContext } from '#server/prepare/mend/mend.ts'
import { mends } from '#server/prepare/mend/registry.ts'
import * as texts from '#server/prepare/mend/text.ts'
import type { Origin, RawRecord, Row, Value } from '#server/prepare/read/record.ts'

type Repair = Origin['repairs'][number]

/** One record in the fields of its dataset, or with the reason why it can't be used. */
export interface MappedRecord {
  readonly values: Readonly<Record<string, Value>>
  readonly repairs: readonly Repair[]
  readonly column: string
  readonly reason: string | null
}

/** How the values of one file are written. */
export interface Style {
  readonly decimal: DecimalMark
  readonly dates: DateOrder
}

interface BoundField {
  readonly name: string
  readonly field: Field
  readonly bound: BoundRule
}

interface BoundExclusion {
  readonly exclusion: Exclusion
  readonly column: string
  readonly words: ReadonlySet<string>
  readonly pattern: RegExp | null
}

const textMends = [texts.trim, texts.mojibake, texts.unicodeMinus]
const numericTypes = new Set(['int', 'bigint', 'double'])

function bindExclusion(exclusion: Exclusion, finder: ColumnFinder): BoundExclusion[] {
  const [column] = finder.all(exclusion.column.split('|'))
  if (column === undefined) return []
  const words = new Set([...(exclusion.isOneOf ?? []), ...(exclusion.isNoneOf ?? [])].map((word) => word.toLowerCase()))
  return [
    { exclusion, column, words, pattern: exclusion.matches === undefined ? null : new RegExp(exclusion.matches, 'iu') },
  ]
}

function isExcluded({ exclusion, column, words, pattern }: BoundExclusion, row: Row): boolean {
  const text = String(row[column] ?? '')
  if (pattern?.test(text)) return true
  if (exclusion.isOneOf !== undefined && words.has(text.toLowerCase())) return true
  return exclusion.isNoneOf !== undefined && !words.has(text.toLowerCase())
}

/** A mapping bound to one file: turns raw records into fields of the dataset. Nothing is thrown away and nothing is guessed. */
export class Mapper {
  readonly columns: ReadonlySet<string>
  private readonly fields: readonly BoundField[]
  private readonly exclusions: readonly BoundExclusion[]
  private readonly supplied: ReadonlySet<string>

  constructor(dataset: Dataset, mapping: Mapping, finder: ColumnFinder) {
    this.fields = Object.entries(mapping.fields).map(([name, rule]) => {
      const field = dataset.fields[name]
      if (field === undefined)
        throw new Error(`mapping ${mapping.id} fills "${name}", which ${dataset.id} does not have`)
      return { name, field, bound: bindRule(rule, finder) }
    })
    this.supplied = new Set(mapping.mends.flatMap((id) => mends.get(id)?.supplies ?? []))
    this.exclusions = (mapping.exclude ?? []).flatMap((exclusion) => bindExclusion(exclusion, finder))
    const own = this.fields.flatMap(({ bound }) => columnsOfRule(bound))
    this.columns = new Set(
      [...own, ...this.exclusions.map(({ column }) => column)].filter((name) => !name.startsWith('$')),
    )
  }

  /** True where nothing else gives the field a value: no rule of prepare and no geometry. */
  private isNeeded(name: string, field: Field, extras: Row): boolean {
    if (!field.isRequired || this.supplied.has(name)) return false
    return !(extras.$geometry !== null && (name === 'latitude' || name === 'longitude'))
  }

  /** Columns whose values are read as numbers, for the decimal mark, or as dates, for their order. */
  columnsOf(kind: 'number' | 'date'): string[] {
    const isKind = ({ field, bound }: BoundField) =>
      kind === 'date'
        ? field.type === 'date'
        : (numericTypes.has(field.type) || bound.rule.steps !== undefined) && bound.pattern === null
    return this.fields.filter(isKind).flatMap(({ bound }) => columnsOfRule(bound))
  }

  /** @param extras values of the columns that are always there, such as `$file` */
  map(record: RawRecord, extras: Row, style: Style): MappedRecord {
    const row: Row = {}
    for (const name of this.columns) row[name] = record.values[name] ?? null
    const repairs = mendTexts(row)
    Object.assign(row, extras)
    const excluded = this.exclusions.find((one) => isExcluded(one, row))
    if (excluded !== undefined) {
      return { values: {}, repairs, column: excluded.column, reason: excluded.exclusion.reason }
    }
    const values: Record<string, Value> = {}
    const problems: { column: string; reason: string }[] = []
    for (const { name, field, bound } of this.fields) {
      const given = typedValue(field, bound, row, style)
      if ('reason' in given) problems.push({ column: given.column || name, reason: given.reason })
      else {
        if (given.value === null && this.isNeeded(name, field, extras)) {
          problems.push({ column: columnsOfRule(bound)[0] ?? name, reason: 'is empty' })
        }
        values[name] = given.value
        if (given.repair !== null) repairs.push({ rule: given.repair, detail: given.column, movedM: null })
      }
    }
    const column = problems.map((problem) => problem.column).join('; ')
    const reason = problems.length === 0 ? null : problems.map((problem) => problem.reason).join('; ')
    return { values, repairs, column, reason }
  }
}

const noContext = {} as MendContext

function mendTexts(row: Row): Repair[] {
  return textMends.flatMap((mend) => {
    const mended = mend.apply(row, noContext)
    return mended !== null && 'detail' in mended ? [{ rule: mend.id, detail: mended.detail, movedM: null }] : []
  })
}

type Typed =
  | { readonly value: Value; readonly column: string; readonly repair: string | null }
  | { readonly reason: string; readonly column: string }

function toNumber(value: string | number, bound: BoundRule, style: Style, column: string): Typed {
  const read = readNumber(value, style.decimal)
  if ('reason' in read) return { reason: read.reason, column }
  const { multiply = 1, steps, as } = bound.rule
  const number = read.value * multiply
  if (steps !== undefined) {
    return { value: steps.find(([least]) => number >= least)?.[1] ?? null, column, repair: read.repair }
  }
  return { value: as === 'whole' ? Math.round(number) : number, column, repair: read.repair }
}

/** The value of one field in the type of the field. */
function typedValue(field: Field, bound: BoundRule, row: Row, style: Style): Typed {
  const given = applyRule(bound, row)
  if ('reason' in given) return given
  const { value, column } = given
  if (value === null || typeof value === 'boolean') return { value, column, repair: null }
  if (bound.rule.steps !== undefined || numericTypes.has(field.type)) return toNumber(value, bound, style, column)
  if (field.type === 'date') {
    const read = readDate(String(value), style.dates)
    return 'reason' in read ? { ...read, column } : { value: read.value, column, repair: null }
  }
  // Tables of programs write codes as numbers with a fraction.
  const text = field.vocabulary === undefined ? String(value) : String(value).replace(/^(\d+)\.0+$/, '$1')
  return { value: text, column, repair: null }
}
