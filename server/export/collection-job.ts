import { datasets } from '#data/catalog.ts'
import type { Dataset, Overlay } from '#data/define.ts'
import type { Field } from '#data/field.ts'
import {
  countQuery,
  geometryQuery,
  type Page,
  relationOf,
  rowsQuery,
  type Selection,
} from '#server/engine/selection.ts'
import type { ExportJob } from '#server/export/job.ts'
import { filterInWords } from '#server/export/words.ts'

const asGiven: ReadonlySet<Field> = new Set(
  (Object.values(datasets) as readonly Dataset[]).flatMap(({ fields }) => Object.values(fields)),
)

/** A field that comes from a source is an attribute; one that an overlay computes is measured. */
export const classOfField = (field: Field | undefined): string =>
  field !== undefined && asGiven.has(field) ? 'attribute' : 'measured'

/** What the inputs of a collection are, for its sources. */
const inputsOf = (collection: Dataset | Overlay): readonly string[] =>
  'inputs' in collection ? collection.inputs : [collection.id]

/** The export of selected features of a collection. */
export function collectionJob(selection: Selection): ExportJob {
  const { collection, values, filters, regions, bbox, ids, period, filter } = selection
  const { id, title, description, fields, geometry, key } = collection
  const asked = { ...values, ...filters, ...(regions && { region: regions }) }
  const words = filterInWords(asked, fields, { bbox, period, filter })
  return {
    id,
    title,
    description,
    fields,
    classOf: (name) => classOfField(fields[name]),
    geometry,
    key,
    query: geometry === 'none' ? rowsQuery(selection) : geometryQuery(selection),
    count: countQuery(selection),
    parameters: {
      ...asked,
      ...(bbox && { bbox: bbox.join(',') }),
      ...(ids && { ids }),
      ...(period && { datetime: `${period.from ?? '..'}/${period.to ?? '..'}` }),
      ...(filter && { filter: filter.text }),
    },
    words,
    inputs: [...inputsOf(collection), relationOf(collection)],
  }
}

/** The same export, but one page of its rows. */
export function pageOf(job: ExportJob, { limit, offset }: Page): ExportJob {
  const { sql, parameters } = job.query
  const order = job.key === undefined ? '' : `\norder by p.${job.key}`
  const page = `select p.*\nfrom (\n${sql}\n) as p${order}\nlimit ${Math.trunc(limit)} offset ${Math.trunc(offset)}`
  const count = `select count(*) as n\nfrom (\n${page}\n) as c`
  return { ...job, query: { sql: page, parameters }, count: { sql: count, parameters } }
}
