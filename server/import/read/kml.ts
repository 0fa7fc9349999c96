import { createReadStream } from 'node:fs'
import type { Readable } from 'node:stream'
import { failed } from '#server/import/problem.ts'
import { openArchive } from '#server/import/read/archive.ts'
import { rawTextOf, type SourceTable } from '#server/import/read/table.ts'
import { BadGeometry, wkbOf } from '#server/import/read/wkb-writer.ts'
import { readXml } from '#server/import/read/xml.ts'
import type { RawRecord, Row } from '#server/prepare/read/record.ts'

type Json = Readonly<Record<string, unknown>>
type Coordinates = readonly (readonly number[])[]

/** "lon,lat[,height] lon,lat ..." */
const positionsOf = (text: string): Coordinates =>
  text
    .trim()
    .split(/\s+/)
    .filter((part) => part !== '')
    .map((part) => part.split(',').slice(0, 2).map(Number))

const geometryNames = new Set(['Point', 'LineString', 'LinearRing', 'Polygon', 'MultiGeometry'])
/** Collections in collections beyond this are a trap. */
const deepest = 16

interface Group {
  readonly name: string
  readonly parts: Json[]
  rings: Coordinates[]
  coordinates: Coordinates
}

function geometryOf(group: Group): Json | null {
  if (group.name === 'Point') return { type: 'Point', coordinates: group.coordinates[0] }
  if (group.name === 'Polygon') return { type: 'Polygon', coordinates: group.rings }
  if (group.name !== 'MultiGeometry') return { type: 'LineString', coordinates: group.coordinates }
  const [only] = group.parts
  if (group.parts.length === 0) return null
  return group.parts.length === 1 && only !== undefined ? only : { type: 'GeometryCollection', geometries: group.parts }
}

/** One placemark after the other: its name, its data fields and its geometry. */
class PlacemarkReader {
  readonly records: RawRecord[] = []
  private values: Row | null = null
  private geometry: Json | null = null
  private groups: Group[] = []
  private path: string[] = []
  private text = ''
  private dataName = ''
  private isTooDeep = false
  private rowNumber = 0

  open(name: string, attributes: ReadonlyMap<string, string>): void {
    this.path.push(name)
    this.text = ''
    if (name === 'Placemark') {
      this.values = {}
      this.geometry = null
      this.isTooDeep = false
      const id = attributes.get('id')
      if (id !== undefined) this.values.id = id
    }
    if (name === 'Data' || name === 'SimpleData') this.dataName = attributes.get('name') ?? ''
    if (this.values !== null && geometryNames.has(name)) {
      if (name === 'LinearRing' && this.groups.at(-1)?.name === 'Polygon') return
      if (this.groups.length > deepest) this.isTooDeep = true
      else this.groups.push({ name, parts: [], rings: [], coordinates: [] })
    }
  }

  write(text: string): void {
    this.text += text
  }

  close(name: string): void {
    this.path.pop()
    if (this.values === null) return
    const parent = this.path.at(-1)
    const text = this.text.trim()
    this.text = ''
    if (name === 'coordinates') this.placeCoordinates(text)
    else if (name === 'SimpleData' || (name === 'value' && parent === 'Data')) this.set(this.dataName, text)
    else if (parent === 'Placemark' && (name === 'name' || name === 'description')) this.set(name, text)
    else if (name === 'Placemark') this.finish()
    else if (geometryNames.has(name)) this.closeGeometry(name)
  }

  private set(name: string, text: string): void {
    if (this.values !== null && name !== '') this.values[name] = text === '' ? null : text
  }

  private placeCoordinates(text: string): void {
    const group = this.groups.at(-1)
    if (group === undefined) return
    if (group.name === 'Polygon') group.rings = [...group.rings, positionsOf(text)]
    else group.coordinates = positionsOf(text)
  }

  private closeGeometry(name: string): void {
    if (name === 'LinearRing' && this.groups.at(-1)?.name === 'Polygon') return
    if (this.groups.at(-1)?.name !== name) return
    const group = this.groups.pop()
    const geometry = group === undefined ? null : geometryOf(group)
    const outer = this.groups.at(-1)
    if (geometry === null) return
    if (outer === undefined) this.geometry = geometry
    else outer.parts.push(geometry)
  }

  private finish(): void {
    this.rowNumber += 1
    const values = this.values ?? {}
    const record = { rowNumber: this.rowNumber, rawText: rawTextOf(JSON.stringify(values)), values }
    this.values = null
    this.groups = []
    try {
      if (this.isTooDeep) throw new BadGeometry('nested too deeply')
      this.records.push({ ...record, geometry: wkbOf(this.geometry), damage: null })
    } catch (error) {
      if (!(error instanceof BadGeometry)) throw error
      this.records.push({ ...record, geometry: null, damage: `geometry: ${error.message}` })
    }
  }
}

async function placemarksOf(file: string, stream: Readable): Promise<RawRecord[]> {
  const reader = new PlacemarkReader()
  await readXml(file, stream, {
    open: (name, attributes) => reader.open(name, attributes),
    text: (text) => reader.write(text),
    close: (name) => reader.close(name),
  })
  return reader.records
}

async function* batches(records: readonly RawRecord[]): AsyncGenerator<readonly RawRecord[]> {
  yield records
}

function tableOf(file: string, path: string, format: string, records: readonly RawRecord[]): SourceTable {
  if (records.length === 0) throw failed(`${file}: the file holds no placemark`)
  const columns = new Set(records.flatMap(({ values }) => Object.keys(values)))
  return {
    file,
    path,
    format,
    columns: [...columns],
    hasGeometry: true,
    crs: 'OGC:CRS84',
    notes: [],
    records: () => batches(records),
  }
}

/** Open KML: placemarks with their name, description, data fields and geometry; links to other files are not followed. */
export async function openKml(file: string, path: string): Promise<SourceTable> {
  return tableOf(file, path, 'KML', await placemarksOf(file, createReadStream(path)))
}

/** Open KMZ: the first KML of the archive. */
export async function openKmz(file: string, path: string): Promise<SourceTable> {
  const archive = await openArchive(file, path)
  try {
    const entry = archive.entries.find(({ fileName }) => fileName.toLowerCase().endsWith('.kml'))
    if (entry === undefined) throw failed(`${file}: the archive holds no KML`)
    return tableOf(file, path, 'KMZ', await placemarksOf(file, await archive.read(entry)))
  } finally {
    archive.close()
  }
}
