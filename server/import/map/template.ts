import type { Dataset } from '#data/define.ts'
import type { Mapping } from '#data/mappings/define.ts'
import { term } from '#data/vocabularies/vocabulary.ts'
import type { ColumnFinder } from '#server/import/map/columns.ts'
import { mends } from '#server/prepare/mend/registry.ts'

/** Rules of a dataset that speak of one source only; a user's own table has nothing to do with it. */
const ofOneSource = /^icmm_/

/** The named rules for a table that has the dataset's own fields. */
export function ownMends(dataset: Dataset): string[] {
  const own = (dataset.mends ?? []).filter((id) => !ofOneSource.test(id) && id !== 'country_by_location')
  const placed = 'iso3' in dataset.fields && 'latitude' in dataset.fields ? ['country_if_unstated'] : []
  const regional =
    'region_id' in dataset.fields && 'iso3' in dataset.fields && dataset.key !== 'iso3' ? ['region_of_country'] : []
  return [...new Set([...placed, ...regional, ...own])]
}

/** Required fields that neither a column, nor a named rule, nor a geometry gives. */
export function missingFields(
  dataset: Dataset,
  given: ReadonlySet<string>,
  rules: readonly string[],
  hasGeometry: boolean,
): string[] {
  const supplied = new Set(rules.flatMap((id) => mends.get(id)?.supplies ?? []))
  return Object.entries(dataset.fields)
    .filter(([name, field]) => field.isRequired && !given.has(name) && !supplied.has(name))
    .map(([name]) => name)
    .filter((name) => !(hasGeometry && (name === 'latitude' || name === 'longitude')))
}

/** Whose data it is when a person brings a table of their own. */
export const ownSource = {
  publisher: term('Own data', '自有数据'),
  licence: 'not stated',
  licence_url: '',
  attribution: 'Own data of whoever runs this atlas',
  url: '',
}

/** The mapping of a table that has the names of the template (`npm run data -- template <dataset>`); null where it has not. */
export function templateMapping(dataset: Dataset, finder: ColumnFinder, hasGeometry: boolean): Mapping | null {
  const names = Object.keys(dataset.fields).filter((name) => finder.has(name))
  const rules = ownMends(dataset)
  if (!finder.has(dataset.key) || missingFields(dataset, new Set(names), rules, hasGeometry).length > 0) return null
  return {
    id: 'template',
    dataset: dataset.id,
    title: term('Template of the atlas', '图集模板'),
    recognise: [[dataset.key]],
    fields: Object.fromEntries(names.map((name) => [name, { from: [name] }])),
    mends: rules,
    source: ownSource,
    redistribution: 'open',
    terms: term('Own data: nothing is known of terms.', '自有数据：使用条款未知。'),
  }
}
