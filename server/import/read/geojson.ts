import { createReadStream } from 'node:fs'
import { failed } from '#server/import/problem.ts'
import { batchSize, rawTextOf, type SourceTable } from '#server/import/read/table.ts'
import { BadGeometry, wkbOf } from '#server/import/read/wkb-writer.ts'
import type { RawRecord, Row, Value } from '#server/prepare/read/record.ts'

/** Nested brackets inside one feature: a multipolygon has 5, a collection of them 8. */
const deepest = 64
/** A single feature of more bytes is no feature but a trap. */
const largestFeature = 256 * 1024 * 1024
const sampled = 1_000

const [quoteMark, backslash, open, close, openList, closeList] = [0x22, 0x5c, 0x7b, 0x7d, 0x5b, 0x5d]

/** Before each feature of a GeoJSON text sequence (RFC 8142). */
const recordSeparator = '\u001e'

interface Piece {
  readonly text: string
  readonly damage: string | null
}

/**
 * Cuts a stream of GeoJSON or GeoJSON text sequences into features without ever parsing the whole: `featureDepth` brackets open
 * is where features stand (0 in a sequence, 2 in a collection).
 */
class FeatureScanner {
  private readonly featureDepth: number
  private depth = 0
  private isInText = false
  private isEscaped = false
  private feature: Buffer[] = []
  private size = 0
  private tooDeep = false
  /** The latest text at the first level: the name of the member that begins. */
  private memberName = ''
  private isInFeatures: boolean
  isWhole = false

  constructor(featureDepth: number) {
    this.featureDepth = featureDepth
    this.isInFeatures = featureDepth === 0
  }

  *push(chunk: Buffer): Generator<Piece> {
    let start = this.feature.length > 0 ? 0 : -1
    for (let at = 0; at < chunk.length; at += 1) {
      const byte = chunk[at] ?? 0
      if (this.isInText) {
        if (this.isEscaped) this.isEscaped = false
        else if (byte === backslash) this.isEscaped = true
        else if (byte === quoteMark) this.isInText = false
        if (this.isInText && this.depth === 1 && this.memberName.length < 16)
          this.memberName += String.fromCharCode(byte)
        continue
      }
      if (byte === quoteMark) {
        this.isInText = true
        if (this.depth === 1) this.memberName = ''
      } else if (byte === open || byte === openList) {
        if (this.depth === 1 && this.featureDepth === 2) {
          this.isInFeatures = byte === openList && this.memberName === 'features'
        }
        if (byte === open && this.isInFeatures && this.depth === this.featureDepth) start = at
        this.depth += 1
        if (this.depth > this.featureDepth + deepest) this.tooDeep = true
      } else if (byte === close || byte === closeList) {
        this.depth -= 1
        if (this.depth === this.featureDepth && start !== -1) {
          yield this.finish(chunk.subarray(start, at + 1))
          start = -1
        }
        if (this.depth <= 0) this.isWhole = true
      }
    }
    if (start !== -1) this.hold(chunk.subarray(start))
  }

  private hold(bytes: Buffer): void {
    this.size += bytes.length
    if (this.size > largestFeature) throw failed('a single feature of more than 256 MB')
    this.feature.push(Buffer.from(bytes))
  }

  private finish(last: Buffer): Piece {
    const text = Buffer.concat([...this.feature, last]).toString('utf8')
    const damage = this.tooDeep ? 'nested too deeply' : null
    this.feature = []
    this.size = 0
    this.tooDeep = false
    return { text, damage }
  }

  get isInFeature(): boolean {
    return this.feature.length > 0
  }
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function plain(value: unknown): Value {
  if (value === null || value === undefined || value === '') return null
  if (typeof value === 'number' || typeof value === 'boolean' || typeof value === 'string') return value
  return JSON.stringify(value)
}

function recordOf({ text, damage }: Piece, rowNumber: number): RawRecord {
  const broken = (why: string, values: Row = {}): RawRecord => ({
    rowNumber,
    rawText: rawTextOf(text),
    values,
    geometry: null,
    damage: why,
  })
  if (damage !== null) return broken(damage)
  if (text.includes('\uFFFD')) return broken('not UTF-8')
  let feature: unknown
  try {
    feature = JSON.parse(text)
  } catch {
    return broken("can't be read as JSON")
  }
  if (!isObject(feature) || feature.type !== 'Feature') return broken('not a feature')
  const properties = isObject(feature.properties) ? feature.properties : {}
  const values: Row = {}
  for (const [name, value] of Object.entries(properties)) values[name] = plain(value)
  if (feature.id !== undefined && values.id === undefined) values.id = plain(feature.id)
  // The raw text of a feature is its properties: an outline of thousands of corners tells nobody anything.
  const rawText = rawTextOf(JSON.stringify(properties))
  try {
    return { rowNumber, rawText, values, geometry: wkbOf(feature.geometry), damage: null }
  } catch (error) {
    if (!(error instanceof BadGeometry)) throw error
    return { rowNumber, rawText, values, geometry: null, damage: `geometry: ${error.message}` }
  }
}

interface Opening {
  readonly featureDepth: number
  readonly format: string
}

/** A collection, one feature, or a sequence of features, by the first bytes. */
function openingOf(head: string): Opening | null {
  const text = head.replaceAll(recordSeparator, '').replace(/^[\uFEFF\s]+/, '')
  if (!text.startsWith('{')) return null
  const type = /^\{\s*"type"\s*:\s*"(\w+)"/.exec(text)?.[1]
  const isSequence = type === undefined && !/"features"\s*:/.test(text) && /"type"\s*:\s*"Feature"/.test(text)
  if (type === 'Feature' || isSequence)
    return { featureDepth: 0, format: head.includes(recordSeparator) ? 'GeoJSON text sequence' : 'GeoJSONSeq' }
  return { featureDepth: 2, format: 'GeoJSON' }
}

async function* featuresOf(file: string, path: string, opening: Opening): AsyncGenerator<RawRecord[]> {
  const scanner = new FeatureScanner(opening.featureDepth)
  let rowNumber = 0
  let batch: RawRecord[] = []
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 })) {
    for (const piece of scanner.push(chunk as Buffer)) {
      rowNumber += 1
      batch.push(recordOf(piece, rowNumber))
      if (batch.length < batchSize) continue
      yield batch
      batch = []
    }
  }
  if (scanner.isInFeature || !scanner.isWhole) throw failed(`${file}: the file ends in the middle: it was cut off`)
  if (batch.length > 0) yield batch
}

/** The system that an old collection names (`crs`, before RFC 7946); longitude and latitude where it names none. A link is never followed. */
export function crsOf(head: string): string {
  const named = /"crs"\s*:\s*\{[^{}]*"properties"\s*:\s*\{\s*"name"\s*:\s*"([^"]+)"/.exec(head)?.[1]
  if (named === undefined) return 'OGC:CRS84'
  const code = /^urn:ogc:def:crs:([A-Z]+):[^:]*:(\w+)$/.exec(named) ?? /^([A-Z]+):(\w+)$/.exec(named)
  if (code === null) return named
  return `${code[1]}:${code[2]}`
}

/**
 * Open GeoJSON (RFC 7946, and older with a named system) or GeoJSONSeq of any size; features are cut out one by one and nested ones refused.
 * @throws ImportProblem where it is no GeoJSON or was cut off
 */
export async function openGeoJson(file: string, path: string): Promise<SourceTable> {
  const chunks: Buffer[] = []
  for await (const chunk of createReadStream(path, { end: (1 << 20) - 1 })) chunks.push(chunk as Buffer)
  const head = Buffer.concat(chunks).toString('utf8')
  const opening = openingOf(head)
  if (opening === null) throw failed(`${file}: neither a GeoJSON collection nor features line by line`)
  if (opening.featureDepth === 2 && !/"features"\s*:/.test(head)) {
    throw failed(`${file}: JSON without "features": not GeoJSON`)
  }
  const columns = new Set<string>()
  let seen = 0
  for await (const batch of featuresOf(file, path, opening)) {
    for (const { values } of batch) for (const name of Object.keys(values)) columns.add(name)
    seen += batch.length
    if (seen >= sampled) break
  }
  if (seen === 0) throw failed(`${file}: the file holds no feature`)
  return {
    file,
    path,
    format: opening.format,
    columns: [...columns],
    hasGeometry: true,
    crs: crsOf(head),
    notes: [],
    records: () => featuresOf(file, path, opening),
  }
}
