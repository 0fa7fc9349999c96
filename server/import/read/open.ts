import { mkdir, open, readdir, stat } from 'node:fs/promises'
import { basename, join, relative } from 'node:path'
import { failed, oneLine } from '#server/import/problem.ts'
import { openArchive, unpack } from '#server/import/read/archive.ts'
import { type Headerless, openDelimited } from '#server/import/read/delimited.ts'
import type { Workplace } from '#server/import/read/gdal.ts'
import { openGeoJson } from '#server/import/read/geojson.ts'
import { openKml, openKmz } from '#server/import/read/kml.ts'
import {
  isPartOfShapefile,
  openFlatGeobuf,
  openGeoPackage,
  openParquetFile,
  openShapefile,
} from '#server/import/read/layers.ts'
import type { ReadOptions, SourceTable } from '#server/import/read/table.ts'
import { openXlsx } from '#server/import/read/xlsx.ts'

export interface Opening {
  readonly options: ReadOptions
  readonly place: Workplace
  readonly headerless: readonly Headerless[]
  /** True where these are the columns of a known schema. */
  readonly isKnown: (columns: readonly string[]) => boolean
}

export interface Opened {
  readonly tables: readonly SourceTable[]
  /** Files of a folder or an archive that hold no table, with the reason. */
  readonly passedOver: readonly { readonly file: string; readonly reason: string }[]
}

type Kind = 'csv' | 'json' | 'xml' | 'shp' | 'gpkg' | 'fgb' | 'parquet' | 'zip' | { readonly refused: string }

const raster = (kind: string): string =>
  `a raster (${kind}): rasters are not read. Sum it by place first and bring the table`

/** First bytes (Latin-1) of what is no table, and what to say of it. */
const refusals: readonly (readonly [readonly string[], string])[] = [
  [['II*\u0000', 'MM\u0000*', 'II+\u0000', 'MM\u0000+'], raster('TIFF')],
  [['CDF\u0001', 'CDF\u0002', 'CDF\u0005', '\u0089HDF'], raster('NetCDF or HDF')],
  [['\u00d0\u00cf\u0011\u00e0'], 'an old Excel workbook (.xls): save it as .xlsx'],
  [['\u001f\u008b'], 'packed with gzip: unpack it first'],
  [['BZh', '\u00fd7zXZ', '7z\u00bc\u00af', 'Rar!'], 'packed: unpack it first'],
  [['%PDF'], 'a PDF: not a table'],
  [['\u0089PNG', '\u00ff\u00d8\u00ff', 'GIF8'], 'a picture: not a table'],
]

/** What a file is, by its first bytes; its name only tells what it claims to be. */
async function kindOf(path: string): Promise<Kind> {
  const handle = await open(path, 'r')
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(512), 0, 512, 0)
  await handle.close()
  const head = buffer.subarray(0, bytesRead).toString('latin1')
  const refused = refusals.find(([starts]) => starts.some((start) => head.startsWith(start)))
  if (refused !== undefined) return { refused: refused[1] }
  if (head.startsWith('PK\u0003\u0004') || head.startsWith('PK\u0005\u0006')) return 'zip'
  if (head.startsWith('PAR1')) return 'parquet'
  if (head.startsWith('fgb')) return 'fgb'
  if (head.startsWith('SQLite format 3\u0000')) return 'gpkg'
  if (head.startsWith('\u0000\u0000\u0027\u000a')) return 'shp'
  const text = head.replace(/^\u00ef\u00bb\u00bf/, '').trimStart()
  if (text.startsWith('<')) return 'xml'
  if (text.startsWith('{') || text.startsWith('\u001e')) return 'json'
  return 'csv'
}

async function openXml(file: string, path: string): Promise<SourceTable> {
  const handle = await open(path, 'r')
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(4096), 0, 4096, 0)
  await handle.close()
  const head = buffer.subarray(0, bytesRead).toString('latin1')
  if (/<OGRVRTDataSource|<VRTDataset/.test(head))
    throw failed(`${file}: a file that only points at others (VRT): not read`)
  if (!/<(\w+:)?(kml|Document|Folder|Placemark)[\s>]/.test(head)) throw failed(`${file}: XML, but not KML`)
  return openKml(file, path)
}

async function openOne(file: string, path: string, opening: Opening, depth: number): Promise<Opened> {
  const { options, place, headerless } = opening
  const one = (table: SourceTable): Opened => ({ tables: [table], passedOver: [] })
  const { size } = await stat(path)
  if (size === 0) throw failed(`${file}: the file is empty`)
  const kind = await kindOf(path)
  if (typeof kind === 'object') throw failed(`${file}: ${kind.refused}`)
  if (kind === 'zip') return openZip(file, path, opening, depth)
  if (kind === 'json') return one(await openGeoJson(file, path))
  if (kind === 'xml') return one(await openXml(file, path))
  if (kind === 'parquet') return one(await openParquetFile(file, path, place))
  if (kind === 'gpkg') return one(await openGeoPackage(file, path, options, place))
  if (kind === 'fgb') return one(await openFlatGeobuf(file, path, place))
  if (kind === 'shp') return one(await openShapefile(file, path, options, place))
  return one(await openDelimited(file, path, options, headerless))
}

/** A workbook and a KMZ are ZIP archives too; any other one is unpacked and looked into, archives within once more. */
async function openZip(file: string, path: string, opening: Opening, depth: number): Promise<Opened> {
  const archive = await openArchive(file, path)
  const names = archive.entries.map(({ fileName }) => fileName)
  archive.close()
  if (names.includes('xl/workbook.xml')) {
    return { tables: [await openXlsx(file, path, opening.options, opening.isKnown)], passedOver: [] }
  }
  const isKmz =
    names.some((name) => /\.kml$/i.test(name)) && !names.some((name) => /\.(shp|csv|geojson|gpkg)$/i.test(name))
  if (isKmz) return { tables: [await openKmz(file, path)], passedOver: [] }
  if (depth >= 2) throw failed(`${file}: archives nested too deeply`)
  const folder = join(opening.place.folder, `unpacked-${depth}-${basename(path).replace(/[^\w.-]/g, '_')}`)
  await mkdir(folder, { recursive: true })
  await unpack(file, path, folder)
  return openFolder(file, folder, opening, depth + 1)
}

const tableEndings =
  /\.(csv|tsv|tab|txt|xlsx|geojson|json|geojsonl|geojsons|ndjson|jsonl|shp|gpkg|fgb|parquet|geoparquet|kml|kmz|zip)$/i

async function filesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
}

/** Every table in a folder; a file that holds none is passed over with its reason, and it is an error if all are. */
async function openFolder(label: string, folder: string, opening: Opening, depth: number): Promise<Opened> {
  const tables: SourceTable[] = []
  const passedOver: { file: string; reason: string }[] = []
  const paths = (await filesBelow(folder)).filter((path) => !isPartOfShapefile(path))
  for (const path of paths) {
    const file = `${label}/${relative(folder, path)}`
    if (!tableEndings.test(path)) {
      passedOver.push({ file, reason: 'its name is not that of a table' })
      continue
    }
    try {
      const opened = await openOne(file, path, opening, depth)
      tables.push(...opened.tables)
      passedOver.push(...opened.passedOver)
    } catch (error) {
      if (paths.length === 1) throw error
      passedOver.push({ file, reason: oneLine(error).replace(`${file}: `, '') })
    }
  }
  if (tables.length === 0) {
    const [first] = passedOver
    throw failed(`${label}: no table in it${first === undefined ? '' : ` (${first.file}: ${first.reason})`}`)
  }
  return { tables, passedOver }
}

/**
 * Open what a user names: a file, a folder or an archive. Reads no more than is needed to know its columns.
 * @throws ImportProblem with one line for a person
 */
export async function openInput(path: string, opening: Opening): Promise<Opened> {
  const found = await stat(path).catch((error: unknown) => {
    throw failed(`${path}: ${oneLine(error).replace(`${path}: `, '')}`)
  })
  const file = basename(path)
  return found.isDirectory() ? openFolder(file, path, opening, 0) : openOne(file, path, opening, 0)
}
