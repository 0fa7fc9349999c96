import { type ExportFormat, mediaTypes } from '#server/export/formats.ts'
import { negotiated } from '#server/http/negotiate.ts'
import { badParameter } from '#server/problem.ts'

/** Formats of downloads that items come in too; GeoJSON items have a head with counts and links. */
export type FileFormat = Exclude<ExportFormat, 'geojson'>
/** A value of `f`. */
export type ItemsFormatId = 'geojson' | 'json' | 'html' | FileFormat

const fileTitles: Readonly<Record<FileFormat, string>> = {
  csv: 'CSV',
  jsonfg: 'JSON-FG',
  parquet: 'GeoParquet',
  gpkg: 'GeoPackage',
  fgb: 'FlatGeobuf',
  xlsx: 'Workbook (Office Open XML)',
  shp: 'Shapefile, zipped',
}
const fileFormat = (f: FileFormat): ItemsFormat => {
  const type = mediaTypes[f].split(';')[0] ?? ''
  return { f, type, accepts: f === 'shp' ? [] : [type], title: fileTitles[f] }
}
/** Bare files, each a page of features; `lang`, `bom` and `version` say how they are written. */
export const fileFormats = Object.keys(fileTitles) as readonly FileFormat[]

/** One format of items: a value of `f` and media types in `Accept`. */
export interface ItemsFormat {
  readonly f: ItemsFormatId
  /** Media type of its answers, without parameters. */
  readonly type: string
  /** Media types in `Accept` that mean it; none for one that is chosen by `f` only. */
  readonly accepts: readonly string[]
  readonly title: string
}

/**
 * Every format of items, the usual one first. A new one is an entry here and a writer in `items-writers.ts`: it is then an `f`,
 * a type in `Accept`, a link in collections and pages, and part of the OpenAPI document.
 */
export const itemsFormats: readonly [ItemsFormat, ...ItemsFormat[]] = [
  {
    f: 'geojson',
    type: 'application/geo+json',
    accepts: ['application/geo+json', 'application/json'],
    title: 'GeoJSON',
  },
  { f: 'html', type: 'text/html', accepts: ['text/html'], title: 'HTML' },
  { f: 'json', type: 'application/json', accepts: [], title: 'JSON rows without geometry' },
  ...fileFormats.map(fileFormat),
]

export const itemsFormatIds = itemsFormats.map(({ f }) => f)

/** The format of an id. */
export function itemsFormat(f: ItemsFormatId): ItemsFormat {
  const found = itemsFormats.find((one) => one.f === f)
  if (found === undefined) throw new Error(`there is no format ${f}`)
  return found
}

/**
 * The format that a request asks for: by `f`, else by `Accept`, else GeoJSON.
 * @throws {Problem} `bad_parameter` for an `f` that there is not
 */
export function itemsFormatFor(f: string | undefined, accept: string | undefined): ItemsFormat {
  if (f === undefined) return negotiated(accept, itemsFormats, ({ accepts }) => accepts)
  const found = itemsFormats.find((one) => one.f === f)
  if (found) return found
  throw badParameter('f', `must be one of ${itemsFormatIds.join(', ')}`)
}
