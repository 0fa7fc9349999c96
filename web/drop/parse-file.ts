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

interface Read {
  readonly content: Content
  readonly notes: Note[]
}
type Reader = (bytes: ArrayBuffer) => Read | Promise<Read>

/** The reader of each file ending; its code comes with the first file of that kind. */
const readers: readonly (readonly [RegExp, Reader])[] = [
  [/\.(csv|tsv|txt)$/i, async (bytes) => (await import('#web/drop/read/csv.ts')).readCsv(new Uint8Array(bytes))],
  [/\.xlsx$/i, async (bytes) => (await import('#web/drop/read/xlsx.ts')).readXlsx(bytes)],
  [
    /\.(geojsonl?|json|geojsonseq)$/i,
    async (bytes) => (await import('#web/drop/read/geojson.ts')).readGeojson(new Uint8Array(bytes)),
  ],
  [/\.zip$/i, async (bytes) => (await import('#web/drop/read/shapefile.ts')).readShapefile(bytes)],
  [/\.fgb$/i, async (bytes) => (await import('#web/drop/read/flatgeobuf.ts')).readFlatgeobuf(new Uint8Array(bytes))],
  [/\.kml$/i, async (bytes) => (await import('#web/drop/read/kml.ts')).readKml(new Uint8Array(bytes), false)],
  [/\.kmz$/i, async (bytes) => (await import('#web/drop/read/kml.ts')).readKml(new Uint8Array(bytes), true)],
]

const verticesOf = (features: readonly DroppedFeature[]): number =>
  features.reduce((sum, { geometry }) => sum + (positionsOf(geometry)?.length ?? 0), 0)

function placed({ content, notes }: Read, chosen: Coordinates | null): Parsed {
  if (content.kind === 'features') {
    const checked = checkFeatures(content.features)
    return { ...checked, coordinates: null, vertices: verticesOf(checked.features), notes }
  }
  const { columns, rows } = content
  const coordinates = chosen ?? guessCoordinates(columns)
  if (coordinates === null) throw new FileError('choose_coordinates', { columns })
  const { features, bad } = placeRows(columns, rows, coordinates)
  return { columns, coordinates, features, bad, vertices: features.length, notes }
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
  const read = await Promise.resolve(reader(bytes)).catch((cause: unknown) => {
    throw cause instanceof FileError ? cause : new FileError('unreadable', { cause })
  })
  const parsed = placed(read, chosen)
  if (parsed.features.length > mostFeatures) throw new FileError('too_many')
  if (parsed.features.length + parsed.bad.length === 0) throw new FileError('empty')
  return parsed
}
