import type { Feature, Geometry } from 'geojson'
import { type Content, FileError, type Note } from '#web/drop/parsed.ts'
import { decode } from '#web/drop/read/text.ts'

interface Members {
  readonly type?: unknown
  readonly features?: unknown
  readonly crs?: unknown
}

/** What may begin each line of a GeoJSON text sequence (RFC 8142). */
const recordSeparator = String.fromCharCode(30)

const isWgs84 = (crs: unknown): boolean => /CRS84|EPSG:+4326|^null$/.test(JSON.stringify(crs ?? null))

/** GeoJSON, or one feature a line. */
export function readGeojson(bytes: Uint8Array): { content: Content; notes: Note[] } {
  const { text, notes } = decode(bytes)
  const value = membersOf(text)
  if (!isWgs84(value.crs)) throw new FileError('other_projection')
  if (Array.isArray(value.features)) return { content: { kind: 'features', features: value.features }, notes }
  const one = value.type === 'Feature' ? (value as Feature<Geometry | null>) : featureOf(value as Geometry)
  return { content: { kind: 'features', features: [one] }, notes }
}

const featureOf = (geometry: Geometry): Feature<Geometry> => ({ type: 'Feature', properties: {}, geometry })

function membersOf(text: string): Members {
  const whole = parsed(text)
  if (whole !== undefined) return whole
  const lines = text
    .replaceAll(recordSeparator, '')
    .split('\n')
    .map((line) => line.trim())
  const features = lines.filter((line) => line !== '').map((line) => parsed(line) ?? null)
  if (!features.some((feature) => feature?.type === 'Feature')) throw new FileError('unreadable')
  return { features }
}

function parsed(text: string): Members | undefined {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null ? value : undefined
  } catch {
    return undefined
  }
}
