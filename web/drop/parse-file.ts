import { checkFeatures, positionsOf } from '#web/drop/check-features.ts'
import {
  type Content,
  type Coordinates,
  type DroppedFeature,
  FileError,
  mostBytes,
  mostFeatures,
  type Note,
  type Parsed,
} from '#web/drop/parsed.ts'
import { guessCoordinates, placeRows } from '#web/drop/place-rows.ts'
import { readCsv } from '#web/drop/read/csv.ts'
import { readFlatgeobuf } from '#web/drop/read/flatgeobuf.ts'
import { readGeojson } from '#web/drop/read/geojson.ts'
import { readKml } from '#web/drop/read/kml.ts'
import { readShapefile } from '#web/drop/read/shapefile.ts'
import { readXlsx } from '#web/drop/read/xlsx.ts'
import { repairTexts } from '#web/drop/repair-texts.ts'

interface Read {
  readonly content: Content
  readonly notes: Note[]
}
type Reader = (bytes: ArrayBuffer) => Read | Promise<Read>

/** The reader of each file ending. */
const readers: readonly (readonly [RegExp, Reader])[] = [
  [/\.(csv|tsv|txt)$/i, (bytes) => readCsv(new Uint8Array(bytes))],
  [/\.xlsx$/i, readXlsx],
  [/\.(geojsonl?|json|geojsonseq)$/i, (bytes) => readGeojson(new Uint8Array(bytes))],
  [/\.zip$/i, readShapefile],
  [/\.fgb$/i, (bytes) => readFlatgeobuf(new Uint8Array(bytes))],
  [/\.kml$/i, (bytes) => readKml(new Uint8Array(bytes), false)],
  [/\.kmz$/i, (bytes) => readKml(new Uint8Array(bytes), true)],
]

async function readWith(reader: Reader, bytes: ArrayBuffer): Promise<Read> {
  try {
    return await reader(bytes)
  } catch (cause) {
    throw cause instanceof FileError ? cause : new FileError('unreadable', { cause })
  }
}

/** How many vertices there are, and the box that holds them. */
function extentOf(features: readonly DroppedFeature[]): Pick<Parsed, 'vertices' | 'bounds'> {
  let vertices = 0
  let [west, south, east, north] = [181, 91, -181, -91]
  for (const { geometry } of features) {
    for (const [x = 0, y = 0] of positionsOf(geometry) ?? []) {
      vertices += 1
      west = Math.min(west, x)
      south = Math.min(south, y)
      east = Math.max(east, x)
      north = Math.max(north, y)
    }
  }
  return { vertices, bounds: vertices === 0 ? null : [west, south, east, north] }
}

function placed({ content, notes }: Read, chosen: Coordinates | null): Omit<Parsed, 'repaired'> {
  if (content.kind === 'features') {
    const checked = checkFeatures(content.features)
    return { ...checked, ...extentOf(checked.features), coordinates: null, notes }
  }
  const { columns, rows } = content
  const coordinates = chosen ?? guessCoordinates(columns)
  if (coordinates === null) throw new FileError('choose_coordinates', { columns })
  const { features, bad } = placeRows(columns, rows, coordinates)
  return { columns, coordinates, features, bad, ...extentOf(features), notes }
}

/**
 * A dropped file as features in longitude and latitude (WGS 84), with every record that could not be placed.
 * @param name of the file; its ending tells the format
 * @param chosen columns that hold the place, where the reader has said so
 * @throws {FileError} the file as a whole can not be shown
 */
export async function parseFile(name: string, bytes: ArrayBuffer, chosen: Coordinates | null = null): Promise<Parsed> {
  if (bytes.byteLength > mostBytes) throw new FileError('too_large')
  const [, reader] = readers.find(([ending]) => ending.test(name)) ?? []
  if (reader === undefined) throw new FileError('unknown_format')
  const read = await readWith(reader, bytes)
  const parsed = repairTexts(placed(read, chosen))
  if (parsed.features.length > mostFeatures) throw new FileError('too_many')
  if (parsed.features.length + parsed.bad.length === 0) throw new FileError('empty')
  return parsed
}
