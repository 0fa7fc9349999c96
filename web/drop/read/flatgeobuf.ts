import { deserialize } from 'flatgeobuf/lib/mjs/geojson.js'
import { type Content, FileError, mostFeatures, type Note } from '#web/drop/parsed.ts'

const longitudeLatitude = [0, 4326, 4979]

/** A FlatGeobuf file in longitude and latitude. */
export async function readFlatgeobuf(bytes: Uint8Array): Promise<{ content: Content; notes: Note[] }> {
  const notes: Note[] = []
  const features = []
  const headerMetaFn = ({ crs }: { crs: { code: number } | null }) => {
    if (crs === null) notes.push('no_projection')
    else if (!longitudeLatitude.includes(crs.code)) throw new FileError('other_projection')
  }
  for await (const feature of deserialize(bytes, { headerMetaFn })) {
    features.push(feature)
    if (features.length > mostFeatures) throw new FileError('too_many')
  }
  return {
    content: { kind: 'features', features: features as Extract<Content, { kind: 'features' }>['features'] },
    notes,
  }
}
