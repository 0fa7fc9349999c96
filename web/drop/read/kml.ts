import { kml } from '@tmcw/togeojson'
import { DOMParser } from '@xmldom/xmldom'
import { unzipSync } from 'fflate'
import { type Content, FileError, type Note } from '#web/drop/parsed.ts'
import { decode } from '#web/drop/read/text.ts'

/** KML, or the first document of a KMZ. */
export function readKml(bytes: Uint8Array, isZipped: boolean): { content: Content; notes: Note[] } {
  const { text, notes } = decode(isZipped ? documentOf(bytes) : bytes)
  const document = new DOMParser({ onError: () => undefined }).parseFromString(text, 'text/xml')
  return { content: { kind: 'features', features: kml(document).features }, notes }
}

function documentOf(bytes: Uint8Array): Uint8Array {
  const [document] = Object.values(unzipSync(bytes, { filter: ({ name }) => name.toLowerCase().endsWith('.kml') }))
  if (document === undefined) throw new FileError('empty')
  return document
}
