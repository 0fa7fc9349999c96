import { type DatasetId, datasets, overlays } from '#data/catalog.ts'
import type { Dataset, Overlay } from '#data/define.ts'
import type { Field } from '#data/field.ts'
import { vocabularies } from '#data/vocabularies.ts'
import type { Manifest } from '#server/engine/engine.ts'
import { datasetsBehind } from '#server/engine/sources.ts'

/** Datasets with a source whose licence lets nobody pass its rows on. */
export const closedDatasets = ({ datasets: facts }: Manifest): DatasetId[] =>
  (Object.keys(datasets) as DatasetId[]).filter((id) => facts[id]?.redistribution === 'derived_only')

/** Numbers and names that sums, rates and tiers are made of; places, texts and links are not among them. */
const summed = new Set([
  'iso3',
  'region_id',
  'event_date',
  'mine_id',
  'fatalities',
  'fatalities_min',
  'fatalities_max',
  'injured',
  'displaced_people',
  'n_sources',
  'population',
  'gis_area_km2',
])

const isKept = (name: string, field: Field, key: string): boolean =>
  name === key || summed.has(name) || field.vocabulary !== undefined || field.type === 'boolean'

const sqlTypes: Readonly<Record<string, string>> = { string: 'varchar', int: 'integer' }
const nothing = (name: string, type: string): string => `cast(null as ${sqlTypes[type] ?? type}) as ${name}`

/** Tables of the snapshot that hold fields of others. */
const stored: readonly Overlay[] = Object.values(overlays as Readonly<Record<string, Overlay>>).filter(
  ({ when }) => when === 'prepare',
)

function view(id: string, table: string, withheld: readonly string[]): string {
  const changes = withheld.length === 0 ? '' : ` replace (${withheld.join(', ')})`
  return `create or replace temp view ${id} as select *${changes} from ${table}`
}

function withheldOf({ key, fields, geometry }: Dataset): string[] {
  const withheld = Object.entries(fields).filter(([name, field]) => !isKept(name, field, key))
  const outline = geometry === 'none' ? [] : [nothing('geometry', 'geometry')]
  return [...withheld.map(([name, { type }]) => nothing(name, type)), ...outline]
}

/** Which rows of a table made of several datasets are those of the closed ones; null: all. */
function theirRows(overlay: Overlay, closed: readonly Dataset[]): string | null {
  const mines = closed.map(({ id }) => id).filter((id) => id in vocabularies.mine_dataset.terms)
  const isByMine = overlay.fields.mine_dataset !== undefined && mines.length === closed.length
  return isByMine ? `mine_dataset in (${mines.map((id) => `'${id}'`).join(', ')})` : null
}

/** In a table made of closed datasets: their fields, their places, and land of theirs. */
function withheldOfOverlay(overlay: Overlay, all: readonly Dataset[]): string[] {
  const behind = datasetsBehind([overlay.id])
  const closed = all.filter(({ id }) => behind.includes(id as DatasetId))
  if (closed.length === 0) return []
  const held = new Set(
    closed.flatMap(({ fields, key }) =>
      Object.entries(fields).flatMap(([name, field]) => (isKept(name, field, key) ? [] : [field])),
    ),
  )
  const fields = Object.entries(overlay.fields).filter(([name, field]) => held.has(field) && name !== overlay.key)
  const columns = [
    ...fields.map(([name, { type }]) => [name, type]),
    ...(overlay.geometry === 'none' ? [] : [['geometry', 'geometry']]),
  ]
  const theirs = theirRows(overlay, closed)
  return columns.map(([name = '', type = '']) =>
    theirs === null ? nothing(name, type) : `case when ${theirs} then null else ${name} end as ${name}`,
  )
}

/** Of what was set aside or mended, the texts of the source. */
function withheldOfQuality(closed: readonly Dataset[]): Readonly<Record<string, string[]>> {
  const ids = closed.map(({ id }) => `'${id}'`).join(', ')
  const hidden = (column: string, instead: string) =>
    `case when dataset in (${ids}) then ${instead} else ${column} end as ${column}`
  return {
    quarantine: [hidden('raw_text', "''"), hidden('reason', "'withheld'")],
    findings: [hidden('detail', 'null')],
  }
}

/**
 * Statements that put views over the tables of a connection: whatever is asked there afterwards finds codes, flags, dates and counts of
 * the closed datasets, from which everything derived is computed, and neither names, texts, links, places nor outlines.
 * @param from where the tables are, e.g. `atlas.main`
 */
export function withholding(manifest: Manifest, from: string): string[] {
  const closed = closedDatasets(manifest).map((id): Dataset => datasets[id])
  if (closed.length === 0) return []
  const quality = withheldOfQuality(closed)
  return [
    ...closed.map((dataset) => view(dataset.id, `${from}.${dataset.id}`, withheldOf(dataset))),
    ...stored.flatMap((overlay) => {
      const withheld = quality[overlay.id] ?? withheldOfOverlay(overlay, closed)
      return withheld.length === 0 ? [] : [view(overlay.id, `${from}.${overlay.id}`, withheld)]
    }),
  ]
}

/** The manifest says of which datasets rows are kept back, so that every answer with a source can. */
export function notingWithheld(manifest: Manifest): Manifest {
  const withheld = closedDatasets(manifest).flatMap((id) => {
    const facts = manifest.datasets[id]
    return facts === undefined ? [] : [[id, { ...facts, is_withheld: true }] as const]
  })
  return withheld.length === 0
    ? manifest
    : { ...manifest, datasets: { ...manifest.datasets, ...Object.fromEntries(withheld) } }
}
