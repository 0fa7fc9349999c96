import { unzipSync } from 'fflate'
import { parseZip } from 'shpjs'
import { type Content, FileError, type Note } from '#web/drop/parsed.ts'

/** A zipped Shapefile; without a `.prj` its numbers are read as degrees, and the page says so. */
export async function readShapefile(bytes: ArrayBuffer): Promise<{ content: Content; notes: Note[] }> {
  const names: string[] = []
  // Names only: the reader unpacks the files by itself.
  unzipSync(new Uint8Array(bytes), { filter: ({ name }) => names.push(name.toLowerCase()) < 0 })
  if (!names.some((name) => name.endsWith('.shp'))) throw new FileError('unknown_format')
  const layers = await parseZip(bytes)
  const [first, ...others] = Array.isArray(layers) ? layers : [layers]
  if (first === undefined) throw new FileError('empty')
  const notes: Note[] = names.some((name) => name.endsWith('.prj')) ? [] : ['no_projection']
  if (others.length > 0) notes.push('first_layer')
  return { content: { kind: 'features', features: first.features }, notes }
}
