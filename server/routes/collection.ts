import { type DatasetId, datasets, overlays } from '#data/catalog.ts'
import type { Dataset, Overlay } from '#data/define.ts'
import type { Field } from '#data/field.ts'
import type { Manifest } from '#server/engine/engine.ts'
import { describeSource } from '#server/engine/sources.ts'
import { Problem } from '#server/problem.ts'

/** A dataset or an overlay: the same on the wire. */
export type Collection = Dataset | Overlay

export const isDataset = (collection: Collection): collection is Dataset => 'source' in collection

/** A table of the snapshot: its fields can be asked for one by one. Other overlays take their parameters. */
export const isStored = (collection: Collection): boolean => isDataset(collection) || collection.when === 'prepare'

export const publicCollections: readonly Collection[] = [
  ...(Object.values(datasets) as readonly Dataset[]),
  ...(Object.values(overlays) as readonly Overlay[]).filter((overlay) => !overlay.is_internal),
]

const byId = new Map(publicCollections.map((collection) => [collection.id, collection]))

/** @throws {Problem} `unknown_collection` */
export function findCollection(id: string): Collection {
  const collection = byId.get(id)
  if (collection === undefined) {
    throw new Problem('unknown_collection', { detail: `Collections are ${[...byId.keys()].join(', ')}.` })
  }
  return collection
}

/** Fields as the wire has them. */
export const describeFields = (fields: Readonly<Record<string, Field>>) =>
  Object.entries(fields).map(([name, { type, label, isRequired, unit, vocabulary, isList, help }]) => ({
    name,
    type,
    label,
    isRequired,
    ...(unit && { unit }),
    ...(vocabulary && { vocabulary }),
    ...(isList && { isList }),
    ...(help && { help }),
  }))

const tilesets = 'http://www.opengis.net/def/rel/ogc/1.0/tilesets-vector'
const four = (box: readonly number[] | null | undefined): number[] | null => (box ? [...box] : null)

/** A collection as the wire has it, with the counts and bounds of this snapshot. */
export function describeCollection(collection: Collection, manifest: Manifest) {
  const { id, title, description, geometry, key, name, fields } = collection
  const facts = manifest.datasets[id]
  const table = manifest.tables[id]
  const self = `/api/collections/${id}`
  return {
    id,
    title,
    description,
    kind: isDataset(collection) ? ('dataset' as const) : ('overlay' as const),
    geometry,
    key,
    name: { en: name.en, ...(name.zh && { zh: name.zh }) },
    fields: describeFields(fields),
    parameters: isDataset(collection) ? [] : [...collection.parameters],
    ...(isDataset(collection) && { source: describeSource(id as DatasetId, manifest) }),
    rows: table?.rows ?? facts?.rows ?? null,
    bbox: four(facts?.bbox ?? table?.bbox),
    is_illustrative: isDataset(collection) && (collection.is_illustrative ?? false),
    quarantined: facts?.quarantined ?? null,
    links: [
      { rel: 'self', href: self, type: 'application/json' },
      { rel: 'items', href: `${self}/items`, type: 'application/geo+json' },
      { rel: 'alternate', href: `${self}/export`, type: 'application/zip', title: 'Export' },
      ...(geometry === 'none'
        ? []
        : [{ rel: tilesets, href: `${self}/tiles`, type: 'application/json', title: 'Tiles' }]),
    ],
  }
}
