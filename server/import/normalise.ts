import { statSync } from 'node:fs'
import { basename } from 'node:path'
import type { Dataset } from '#data/define.ts'
import type { Mapping } from '#data/mappings/define.ts'
import { decideCrs, isLonLat, nameOfCrs } from '#server/import/crs.ts'
import { dateOrderOf } from '#server/import/map/dates.ts'
import { type MappedRecord, Mapper, type Style } from '#server/import/map/mapper.ts'
import { decimalMarkOf } from '#server/import/map/numbers.ts'
import { finderOf, headerlessSchemas, recognise } from '#server/import/map/recognise.ts'
import { failed, question } from '#server/import/problem.ts'
import type { Workplace } from '#server/import/read/gdal.ts'
import { openInput } from '#server/import/read/open.ts'
import type { SourceTable } from '#server/import/read/table.ts'
import { checkWkb, type GeometryClass } from '#server/import/read/wkb-check.ts'
import { wkbOf } from '#server/import/read/wkb-writer.ts'
import type { ImportRequest } from '#server/import/request.ts'
import { NormalisedRows } from '#server/import/write.ts'
import { sha256OfPath } from '#server/prepare/inputs.ts'
import type { ImportFacts } from '#server/prepare/read/imported.ts'
import type { RawRecord, Row } from '#server/prepare/read/record.ts'

const sampled = 3_000

export interface FileRead {
  readonly file: string
  readonly format: string
  readonly records: number
  readonly notes: readonly string[]
}

/** What became of the user's files on the way to one normalised file. */
export interface Normalised {
  readonly mapping: Mapping
  readonly facts: ImportFacts
  readonly files: readonly FileRead[]
  readonly passedOver: readonly { readonly file: string; readonly reason: string }[]
  readonly records: number
}

/** Nothing that is known: the tables that were found, so that a guess can be made. */
export class UnknownSchema extends Error {
  readonly tables: readonly SourceTable[]
  constructor(tables: readonly SourceTable[]) {
    super('the schema is not known')
    this.tables = tables
  }
}

interface Matched {
  readonly mapping: Mapping
  readonly tables: readonly SourceTable[]
  readonly others: readonly { readonly file: string; readonly reason: string }[]
}

/** The one mapping that takes what was found to the dataset asked for, and the tables that it takes. */
function match(dataset: Dataset, tables: readonly SourceTable[], asked: Mapping | null): Matched {
  if (asked !== null) return { mapping: asked, tables, others: [] }
  const known = tables.map((table) => ({ table, mapping: recognise(table.columns, table.hasGeometry) }))
  const fitting = known.filter(({ mapping }) => mapping?.dataset === dataset.id)
  const ids = [...new Set(fitting.map(({ mapping }) => mapping?.id))]
  const mapping = fitting[0]?.mapping
  if (mapping === undefined || mapping === null) {
    const other = known.find((one) => one.mapping !== null)
    if (other?.mapping != null) {
      throw failed(
        `${other.table.file} is ${other.mapping.title.en}, which becomes ${other.mapping.dataset}, not ${dataset.id}`,
      )
    }
    throw new UnknownSchema(tables)
  }
  if (ids.length > 1) throw question(`files of several schemas (${ids.join(', ')}): import them one by one`)
  const others = known
    .filter((one) => one.mapping?.id !== mapping.id)
    .map(({ table, mapping: own }) => ({
      file: table.file,
      reason: own === null ? `its columns are not those of ${mapping.title.en}` : `it is ${own.title.en}`,
    }))
  return { mapping, tables: fitting.map(({ table }) => table), others }
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

function geometryOf(record: RawRecord): Geometry {
  if (record.geometry === null) return { wkb: null, kind: null, problem: null }
  const checked = checkWkb(record.geometry)
  return 'reason' in checked
    ? { wkb: null, kind: null, problem: checked.reason }
    : { wkb: record.geometry, kind: checked.kind, problem: null }
}

/** Reads one table through the mapping into the rows. */
class TableRun {
  private readonly table: SourceTable
  private readonly mapper: Mapper
  private readonly request: ImportRequest
  private readonly release: string | null
  readonly needsCrs: boolean

  constructor(table: SourceTable, mapper: Mapper, request: ImportRequest, release: string | null) {
    this.table = table
    this.mapper = mapper
    this.request = request
    this.release = release
    this.needsCrs = table.hasGeometry && request.dataset.geometry !== 'none'
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
    const geometry = geometryOf(record)
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
    const sample = await sampleOf(this.table, this.mapper.columns)
    const style = styleOf(this.mapper, sample, this.request)
    const crs = await this.crsOf(place, sample, style)
    let records = 0
    for await (const batch of this.table.records(this.mapper.columns)) {
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

const monthNames = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/** The release that a file's name states, in the mapping's own way. */
export function releaseInName(pattern: string | undefined, name: string): string | null {
  const groups = pattern === undefined ? undefined : new RegExp(pattern).exec(name)?.groups
  if (groups?.year === undefined) return null
  const word = groups.month ?? '01'
  const month = /^\d+$/.test(word) ? Number(word) : monthNames.indexOf(word.slice(0, 3).toLowerCase()) + 1
  if (month < 1 || month > 12) return null
  return `${groups.year}-${String(month).padStart(2, '0')}-${(groups.day ?? '01').padStart(2, '0')}`
}

/** The date of the data: fixed, asked for, or in a file's name. @throws ImportProblem, a question where it must be known */
function releaseOf(mapping: Mapping, request: ImportRequest, tables: readonly SourceTable[]): string | null {
  const names = [basename(request.path), ...tables.map(({ file }) => file)]
  const named = names.map((name) => releaseInName(mapping.release?.pattern, name)).find((date) => date !== null)
  const release = request.release ?? named ?? mapping.source.date ?? null
  if (release === null && mapping.release?.isRequired === true) {
    throw question(
      `${mapping.title.en}: of which release is it? Figures of different releases are not comparable: --release YYYY-MM`,
    )
  }
  return release
}

function factsOf(
  mapping: Mapping,
  dataset: Dataset,
  date: string,
  files: readonly ImportFacts['files'][number][],
): ImportFacts {
  return {
    mapping: mapping.id,
    title: mapping.title,
    dataset: dataset.id,
    mends: mapping.mends,
    source: { ...mapping.source, date },
    redistribution: mapping.redistribution,
    files: [...files],
  }
}

/**
 * Read a user's file or folder, map it and write it as one normalised file: every record is in it, with what it became or why it can't be used.
 * @param tell is told how many records of the present file were read
 * @throws ImportProblem for a person; UnknownSchema where no mapping knows the columns
 */
export async function normalise(
  request: ImportRequest,
  place: Workplace,
  target: string,
  tell: (file: string, records: number) => void,
): Promise<Normalised> {
  const { dataset } = request
  const isKnown = (columns: readonly string[]) => recognise(columns, false) !== null
  const opened = await openInput(request.path, { options: request.read, place, headerless: headerlessSchemas, isKnown })
  const { mapping, tables, others } = match(dataset, opened.tables, request.mapping)
  const release = releaseOf(mapping, request, tables)
  const rows = await NormalisedRows.open(dataset, place.connection)
  const files: FileRead[] = []
  for (const table of tables) {
    const mapper = new Mapper(dataset, mapping, finderOf(table.columns, table.hasGeometry))
    const run = new TableRun(table, mapper, request, release)
    files.push(await run.run(place, rows, (records) => tell(table.file, records)))
  }
  // Where nobody states a date, that of the file stands for it.
  const date = release ?? statSync(request.path).mtime.toISOString().slice(0, 10)
  const hashed = tables.map((table, index) => ({
    file: table.file,
    sha256: sha256OfPath(table.path),
    records: files[index]?.records ?? 0,
  }))
  const facts = factsOf(mapping, dataset, date, hashed)
  const records = await rows.write(target, facts, mapping.isMultipart === true)
  return { mapping, facts, files, passedOver: [...opened.passedOver, ...others], records }
}
