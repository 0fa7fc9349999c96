import type { Context } from 'hono'
import type { DatasetId } from '#data/catalog.ts'
import { crs84, crsUris } from '#server/engine/crs.ts'
import type { Manifest } from '#server/engine/engine.ts'
import { describeSource } from '#server/engine/sources.ts'
import { absolute } from '#server/http/address.ts'
import { type Collection, describeFields, isDataset, isIndicator, parametersOf } from '#server/routes/collection.ts'
import type { Env } from '#server/routes/context.ts'
import { type Extent, extentOf } from '#server/routes/extents.ts'
import { itemsFormats } from '#server/routes/items-formats.ts'

const rel = (name: string): string => `http://www.opengis.net/def/rel/ogc/1.0/${name}`
const gregorian = 'http://www.opengis.net/def/uom/ISO-8601/0/Gregorian'
const four = (box: readonly number[] | null | undefined): number[] | null => (box ? [...box] : null)

function extentOnTheWire({ bbox, interval }: Extent) {
  if (bbox === null && interval === null) return {}
  const ends = interval?.map((day) => `${day}T00:00:00Z`)
  return {
    extent: {
      ...(bbox && { spatial: { bbox: [[...bbox]], crs: crs84 } }),
      ...(ends && { temporal: { interval: [ends], trs: gregorian } }),
    },
  }
}

/** Where to go on from a collection; every address is whole and says its type. */
function linksOf(c: Context<Env>, { id, title, geometry }: Collection, isSelf: boolean) {
  const self = `/api/collections/${id}`
  const to = (path: string) => absolute(c, `${self}${path}`)
  const json = 'application/json'
  return [
    { rel: 'self', href: to(isSelf ? '?f=json' : ''), type: json, title: title.en },
    { rel: 'alternate', href: to('?f=html'), type: 'text/html', title: `${title.en} as HTML` },
    ...itemsFormats.map(({ f, type, title: name }) => ({
      rel: 'items',
      href: to(f === 'geojson' ? '/items' : `/items?f=${f}`),
      type,
      title: `Features as ${name}`,
    })),
    { rel: rel('queryables'), href: to('/queryables'), type: 'application/schema+json', title: 'Queryables' },
    ...(geometry === 'none' ? [] : [{ rel: rel('tilesets-vector'), href: to('/tiles'), type: json, title: 'Tiles' }]),
    { rel: 'enclosure', href: to('/export'), type: 'application/zip', title: 'Everything as an archive' },
    { rel: 'describedby', href: to('/sql'), type: json, title: 'The statement that selects the features' },
  ]
}

function licenceLink(collection: Collection, manifest: Manifest) {
  if (!isDataset(collection)) return []
  const { licence, licence_url } = describeSource(collection.id as DatasetId, manifest)
  return [{ rel: 'license', href: licence_url, type: 'text/html', title: licence }]
}

const kindOf = (collection: Collection) =>
  isDataset(collection) ? ('dataset' as const) : isIndicator(collection) ? ('indicator' as const) : ('overlay' as const)

/** Facts of this snapshot: how much there is, from where. */
function factsOf(collection: Collection, manifest: Manifest, extent: Extent) {
  const { id } = collection
  const facts = manifest.datasets[id]
  const table = manifest.tables[id]
  return {
    ...(isDataset(collection) && { source: describeSource(id as DatasetId, manifest) }),
    rows: table?.rows ?? facts?.rows ?? null,
    bbox: four(facts?.bbox ?? table?.bbox ?? extent.bbox),
    is_illustrative: isDataset(collection) && (collection.is_illustrative ?? false),
    quarantined: facts?.quarantined ?? null,
  }
}

/**
 * A collection as the wire has it: what OGC API Features Parts 1 to 3 ask for, and the declaration with the counts and bounds
 * of this snapshot.
 * @param isSelf whether this is the collection's own page and not the list
 */
export async function describeCollection(c: Context<Env>, collection: Collection, isSelf: boolean) {
  const { engine } = c.var
  const extent = await extentOf(engine, collection)
  const { id, title, description, geometry, key, name, fields } = collection
  return {
    id,
    title: title.en,
    description: description.en,
    titles: title,
    descriptions: description,
    itemType: 'feature' as const,
    ...extentOnTheWire(extent),
    ...(geometry !== 'none' && { crs: [...crsUris], storageCrs: crs84 }),
    kind: kindOf(collection),
    ...(isIndicator(collection) && { indicator: collection.indicator, level: collection.level }),
    geometry,
    key,
    name: { en: name.en, ...(name.zh && { zh: name.zh }) },
    fields: describeFields(fields),
    parameters: [...parametersOf(collection)],
    ...factsOf(collection, engine.manifest, extent),
    links: [...linksOf(c, collection, isSelf), ...licenceLink(collection, engine.manifest)],
  }
}
