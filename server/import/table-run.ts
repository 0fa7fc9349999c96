import { decideCrs, isLonLat, nameOfCrs } from '#server/import/crs.ts'
import { dateOrderOf } from '#server/import/map/dates.ts'
import type { MappedRecord, Mapper, Style } from '#server/import/map/mapper.ts'
import { decimalMarkOf } from '#server/import/map/numbers.ts'
import type { Workplace } from '#server/import/read/gdal.ts'
import type { SourceTable } from '#server/import/read/table.ts'
import { checkWkb, type GeometryClass } from '#server/import/read/wkb-check.ts'
import { BadGeometry, wkbOf } from '#server/import/read/wkb-writer.ts'
import { textGeometryColumn, wkbOfText } from '#server/import/read/wkt.ts'
import type { ImportRequest } from '#server/import/request.ts'
import type { NormalisedRows } from '#server/import/write.ts'
import type { RawRecord, Row } from '#server/prepare/read/record.ts'

const sampled = 3_000

export interface FileRead {
  readonly file: string
  readonly format: string
  readonly records: number
  readonly notes: readonly string[]
}

async function sampleOf(table: SourceTable, columns: ReadonlySet<string>): Promise<RawRecord[]> {
  const sample: RawRecord[] = []
  for await (const batch of table.records(columns)) {
    sample.push(...batch)
    if (sample.length >= sampled) break
  }
  return sample
}

function textsIn(sample: readonly RawRecord[], columns: readonly string[]): string[] {
  return sample.flatMap(({ values }) =>
    columns.flatMap((column) => (typeof values[column] === 'string' ? values[column] : [])),
  )
}

function styleOf(mapper: Mapper, sample: readonly RawRecord[], { decimal, dates }: ImportRequest): Style {
  return {
    decimal: decimal ?? decimalMarkOf(textsIn(sample, mapper.columnsOf('number'))),
    dates: dates ?? dateOrderOf(textsIn(sample, mapper.columnsOf('date'))),
  }
}

function styleNotes({ decimal, dates }: Style): string[] {
  return [
    ...(decimal === ',' ? ['decimal comma'] : []),
    ...(dates === null ? [] : [`dates ${dates === 'dmy' ? 'day first' : 'month first'}`]),
  ]
}

const placeNames = ['latitude', 'longitude'] as const

/** Numbers for latitude and longitude that most records can't mean as degrees. */
function looksProjected(mapped: readonly MappedRecord[]): boolean {
  const placed = mapped.filter(
    ({ values }) => typeof values.latitude === 'number' && typeof values.longitude === 'number',
  )
  const beyond = placed.filter(
    ({ values }) => Math.abs(Number(values.latitude)) > 90 && Math.abs(Number(values.longitude)) > 180,
  )
  return beyond.length > placed.length / 2 && placed.length > 0
}

interface Geometry {
  readonly wkb: Uint8Array | null
  readonly kind: GeometryClass | null
  readonly problem: string | null
}

/** @param text column of a plain table that holds outlines as text */
function geometryOf(record: RawRecord, text: string | undefined): Geometry {
  try {
    const wkb = record.geometry ?? (text === undefined ? null : wkbOfText(String(record.values[text] ?? '')))
    if (wkb === null) return { wkb: null, kind: null, problem: null }
    const checked = checkWkb(wkb)
    return 'reason' in checked
      ? { wkb: null, kind: null, problem: checked.reason }
      : { wkb, kind: checked.kind, problem: null }
  } catch (error) {
    if (!(error instanceof BadGeometry)) throw error
    return { wkb: null, kind: null, problem: `geometry: ${error.message}` }
  }
}

/** Reads one table through the mapping into the rows. */
export class TableRun {
  private readonly table: SourceTable
  private readonly mapper: Mapper
  private readonly request: ImportRequest
  private readonly release: string | null
  readonly needsCrs: boolean
  /** Read besides the columns that the mapping names. */
  private readonly textColumn: string | undefined
  private readonly wanted: ReadonlySet<string>

  constructor(table: SourceTable, mapper: Mapper, request: ImportRequest, release: string | null) {
    this.table = table
    this.mapper = mapper
    this.request = request
    this.release = release
    this.needsCrs = table.hasGeometry && request.dataset.geometry !== 'none'
    this.textColumn =
      table.hasGeometry || request.dataset.geometry === 'none' ? undefined : textGeometryColumn(table.columns)
    this.wanted = new Set([...mapper.columns, ...(this.textColumn === undefined ? [] : [this.textColumn])])
  }

  private extrasOf(record: RawRecord, kind: GeometryClass | null): Row {
    return {
      $file: this.table.file,
      $row: record.rowNumber,
      $release: this.release,
      $geometry: kind,
      $latitude: null,
      $longitude: null,
    }
  }

  map(record: RawRecord, style: Style): { mapped: MappedRecord; geometry: Geometry } {
    const geometry = geometryOf(record, this.textColumn)
    const refused = (reason: string): MappedRecord => ({ values: {}, repairs: [], column: '', reason })
    if (record.damage !== null) return { mapped: refused(record.damage), geometry }
    if (geometry.problem !== null) return { mapped: { ...refused(geometry.problem), column: 'geometry' }, geometry }
    const mapped = this.mapper.map(record, this.extrasOf(record, geometry.kind), style)
    // A geometry says where a feature is; columns that repeat it may be in another system.
    const values = geometry.wkb === null ? mapped.values : { ...mapped.values, latitude: null, longitude: null }
    return { mapped: 'latitude' in this.request.dataset.fields ? { ...mapped, values } : mapped, geometry }
  }

  /** The system of the coordinates, in a geometry or in two columns. */
  private async crsOf(place: Workplace, sample: readonly RawRecord[], style: Style): Promise<string> {
    const { crs: asked } = this.request.read
    if (this.needsCrs) return decideCrs(place.connection, this.table.file, this.table.crs, asked)
    const isProjected = asked === undefined && looksProjected(sample.map((record) => this.map(record, style).mapped))
    return decideCrs(place.connection, this.table.file, isProjected ? null : 'OGC:CRS84', asked)
  }

  async run(place: Workplace, rows: NormalisedRows, tell: (records: number) => void): Promise<FileRead> {
    const sample = await sampleOf(this.table, this.wanted)
    const style = styleOf(this.mapper, sample, this.request)
    const crs = await this.crsOf(place, sample, style)
    let records = 0
    for await (const batch of this.table.records(this.wanted)) {
      for (const record of batch) {
        const { mapped, geometry } = this.map(record, style)
        const [projected, values] = pointOf(mapped, geometry, crs)
        rows.add(record, this.table.file, { ...mapped, values }, projected, crs)
      }
      records += batch.length
      tell(records)
    }
    const where = isLonLat(crs) ? [] : [`coordinates in ${nameOfCrs(crs)}`]
    return {
      file: this.table.file,
      format: this.table.format,
      records,
      notes: [...this.table.notes, ...styleNotes(style), ...where],
    }
  }
}

/** Two columns in a projected system become a point, which is then brought to longitude and latitude like any other. */
function pointOf(mapped: MappedRecord, geometry: Geometry, crs: string): [Uint8Array | null, MappedRecord['values']] {
  if (geometry.wkb !== null || isLonLat(crs) || mapped.reason !== null) return [geometry.wkb, mapped.values]
  const [latitude, longitude] = placeNames.map((name) => mapped.values[name])
  if (typeof latitude !== 'number' || typeof longitude !== 'number') return [null, mapped.values]
  const wkb = wkbOf({ type: 'Point', coordinates: [longitude, latitude] })
  return [wkb, { ...mapped.values, latitude: null, longitude: null }]
}
