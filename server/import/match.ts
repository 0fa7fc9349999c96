import type { Dataset } from '#data/define.ts'
import type { Mapping } from '#data/mappings/define.ts'
import { finderOf, recognise } from '#server/import/map/recognise.ts'
import { missingFields, templateMapping } from '#server/import/map/template.ts'
import { failed, question } from '#server/import/problem.ts'
import type { SourceTable } from '#server/import/read/table.ts'

/** Nothing that is known: the tables that were found, so that a guess can be made. */
export class UnknownSchema extends Error {
  readonly tables: readonly SourceTable[]
  constructor(tables: readonly SourceTable[]) {
    super('the schema is not known')
    this.tables = tables
  }
}

export interface Matched {
  readonly mapping: Mapping
  readonly tables: readonly SourceTable[]
  readonly others: readonly { readonly file: string; readonly reason: string }[]
}

/** The one mapping that takes what was found to the dataset asked for, and the tables that it takes. */
export function match(dataset: Dataset, tables: readonly SourceTable[], asked: Mapping | null): Matched {
  if (asked !== null) {
    checkComplete(dataset, asked, tables)
    return { mapping: asked, tables, others: [] }
  }
  const known = tables.map((table) => ({ table, mapping: recognise(table.columns, table.hasGeometry) }))
  const fitting = known.filter(({ mapping }) => mapping?.dataset === dataset.id)
  const ids = [...new Set(fitting.map(({ mapping }) => mapping?.id))]
  const mapping = fitting[0]?.mapping
  if (mapping === undefined || mapping === null) {
    const other = known.find((one) => one.mapping !== null)
    if (other?.mapping != null) {
      throw failed(
        `${other.table.file} is ${other.mapping.title.en}, which becomes ${other.mapping.dataset}, not ${dataset.id}`,
      )
    }
    return matchTemplate(dataset, tables)
  }
  if (ids.length > 1) throw question(`files of several schemas (${ids.join(', ')}): import them one by one`)
  const others = known
    .filter((one) => one.mapping?.id !== mapping.id)
    .map(({ table, mapping: own }) => ({
      file: table.file,
      reason: own === null ? `its columns are not those of ${mapping.title.en}` : `it is ${own.title.en}`,
    }))
  return { mapping, tables: fitting.map(({ table }) => table), others }
}

/** A mapping that leaves a required field without a value would quarantine every record: say so first. */
function checkComplete(dataset: Dataset, mapping: Mapping, tables: readonly SourceTable[]): void {
  const hasGeometry = tables.every((table) => table.hasGeometry)
  const missing = missingFields(dataset, new Set(Object.keys(mapping.fields)), mapping.mends, hasGeometry)
  if (missing.length > 0) throw question(`the mapping gives no value for ${missing.join(', ')}: add them to "fields"`)
}

/** Tables with the dataset's own names; what has them not is nobody's. */
function matchTemplate(dataset: Dataset, tables: readonly SourceTable[]): Matched {
  const known = tables.map((table) => ({
    table,
    mapping: templateMapping(dataset, finderOf(table.columns, table.hasGeometry), table.hasGeometry),
  }))
  const [first] = known.filter(({ mapping }) => mapping !== null)
  if (first?.mapping == null) throw new UnknownSchema(tables)
  const others = known.filter(({ mapping }) => mapping === null)
  return {
    mapping: first.mapping,
    tables: known.filter(({ mapping }) => mapping !== null).map(({ table }) => table),
    others: others.map(({ table }) => ({ file: table.file, reason: 'its columns are not those of the template' })),
  }
}
