import { datasets } from '#data/catalog.ts'
import type { Dataset, Overlay } from '#data/define.ts'
import type { Field } from '#data/field.ts'
import { countQuery, geometryQuery, relationOf, rowsQuery, type Selection } from '#server/engine/selection.ts'
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
  const { collection, values, filters, regions, bbox, ids } = selection
  const { id, title, description, fields, geometry, key } = collection
  const asked = { ...values, ...filters, ...(regions && { region: regions }) }
  const words = filterInWords(asked, fields, bbox)
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
    parameters: { ...asked, ...(bbox && { bbox: bbox.join(',') }), ...(ids && { ids }) },
    words,
    inputs: [...inputsOf(collection), relationOf(collection)],
  }
}
