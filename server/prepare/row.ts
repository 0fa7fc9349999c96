import type { Dataset } from '#data/define.ts'
import { checkValue } from '#server/prepare/check.ts'
import { cutAtAntimeridian } from '#server/prepare/geometry/antimeridian.ts'
import { boundsOf } from '#server/prepare/geometry/shape.ts'
import { placeOf, readMultiPolygon, writeMultiPolygon } from '#server/prepare/geometry/wkb.ts'
import type { Mend, MendContext } from '#server/prepare/mend/mend.ts'
import { flagsOf } from '#server/prepare/place/flags.ts'
import type { RawRecord, Row, Value } from '#server/prepare/read/record.ts'

/** Something that prepare mended in a row, or that a person should look at. */
export interface Finding {
  readonly rowNumber: number
  readonly featureId: string
  readonly kind: 'mended' | 'flagged'
  readonly rule: string
  readonly detail: string
  readonly movedM: number | null
  /** The user's own file, where an import knows it. */
  readonly file?: string
}

/** A record that is not used, and why; columns and reasons are several where several are wrong. */
export interface Reject {
  readonly rowNumber: number
  readonly column: string
  readonly reason: string
  readonly rawText: string
  readonly file?: string
}

export interface Accepted {
  readonly values: Readonly<Record<string, Value>>
  readonly geometry: Uint8Array | null
  readonly findings: readonly Finding[]
}

type Outcome = { readonly accepted: Accepted } | { readonly reject: Reject }
type Repair = Omit<Finding, 'rowNumber' | 'featureId' | 'file'>

interface Problem {
  readonly column: string
  readonly reason: string
}

/** Run the named rules; what they repaired, and the first thing they could not work with. */
function mendRow(
  row: Row,
  mends: readonly Mend[],
  context: MendContext,
): { repairs: Repair[]; problem: Problem | null } {
  const repairs: Repair[] = []
  for (const mend of mends) {
    const mended = mend.apply(row, context)
    if (mended === null) continue
    if ('reason' in mended) return { repairs, problem: mended }
    if (mend.kind === 'derive') continue
    repairs.push({ kind: 'mended', rule: mend.id, detail: mended.detail, movedM: mended.movedM ?? null })
  }
  return { repairs, problem: null }
}

/** References to features that are not there. */
function brokenReferences({ dataset, keysOf }: MendContext, values: Readonly<Record<string, Value>>): Problem[] {
  return Object.entries(dataset.references ?? {}).flatMap(([column, target = '']) => {
    const value = values[column] ?? null
    if (value === null || keysOf.get(target)?.has(String(value))) return []
    return [{ column, reason: `"${value}" is not in ${target}` }]
  })
}

function checkFields(dataset: Dataset, row: Row): { values: Record<string, Value>; problems: Problem[] } {
  const values: Record<string, Value> = {}
  const problems: Problem[] = []
  for (const [name, field] of Object.entries(dataset.fields)) {
    const checked = checkValue(field, row[name] ?? null)
    if ('reason' in checked) problems.push({ column: name, reason: checked.reason })
    else values[name] = checked.value
  }
  return { values, problems }
}

/** A file with a geometry need not repeat it as latitude and longitude. */
function fillPlace(dataset: Dataset, row: Row, geometry: Uint8Array): void {
  if (!('latitude' in dataset.fields)) return
  const [longitude, latitude] = placeOf(geometry)
  row.longitude ??= longitude
  row.latitude ??= latitude
}

/** A polygon within bounds, cut at the antimeridian, or the reason why it can't be used. */
function checkGeometry(dataset: Dataset, geometry: Uint8Array | null): Uint8Array | null | Problem {
  if (dataset.geometry !== 'polygon' || geometry === null) {
    const isMissing = dataset.geometry === 'polygon' && dataset.circle_area_km2 === undefined
    return isMissing ? { column: 'geometry', reason: 'is empty' } : null
  }
  const shape = readMultiPolygon(geometry)
  const [west, south, east, north] = boundsOf(shape)
  const isInRange = west >= -540 && south >= -90 && east <= 540 && north <= 90
  return isInRange
    ? writeMultiPolygon(cutAtAntimeridian(shape))
    : { column: 'geometry', reason: 'has corners outside the range of longitude and latitude' }
}

/** The geometry of a record as it will be kept; its place is filled into the row. */
function takeGeometry(dataset: Dataset, row: Row, geometry: Uint8Array | null): Uint8Array | null | Problem {
  try {
    if (geometry !== null) fillPlace(dataset, row, geometry)
    return checkGeometry(dataset, geometry)
  } catch (error) {
    return { column: 'geometry', reason: error instanceof Error ? error.message : 'can not be read' }
  }
}

const isProblem = (result: Uint8Array | null | Problem): result is Problem => result !== null && 'reason' in result

/** How one file of a dataset is read: raw column -> field, and the named rules in their order. */
export interface FileRules {
  readonly columns: Readonly<Record<string, string>>
  readonly mends: readonly Mend[]
}

/** Turns raw records of one dataset into accepted rows or rejects: every record becomes exactly one of the two. */
export class RowGate {
  private readonly keys: Set<string>
  private readonly dataset: Dataset
  private readonly rules: FileRules
  private readonly context: MendContext

  /** @param keys those of the files of the same dataset that were read before */
  constructor(rules: FileRules, context: MendContext, keys = new Set<string>()) {
    this.dataset = context.dataset
    this.rules = rules
    this.context = context
    this.keys = keys
  }

  /** The raw values under the names of the fields they are for. */
  private byField(raw: Row): Row {
    const names = this.rules.columns
    return Object.fromEntries(Object.entries(raw).map(([column, value]) => [names[column] ?? column, value]))
  }

  /** One record's fate. Keys are remembered, so that the second feature of the same key is a reject. */
  pass(record: RawRecord): Outcome {
    const file = record.origin === undefined ? {} : { file: record.origin.file }
    const refuse = (problems: readonly Problem[]): Outcome => ({
      reject: {
        ...file,
        rowNumber: record.rowNumber,
        rawText: record.rawText,
        column: problems.map(({ column }) => column).join('; '),
        reason: problems.map(({ reason }) => reason).join('; '),
      },
    })
    if (record.damage !== null) return refuse([{ column: record.origin?.column ?? '', reason: record.damage }])
    const row = this.byField(record.values)
    const geometry = takeGeometry(this.dataset, row, record.geometry)
    if (isProblem(geometry)) return refuse([geometry])
    const { repairs, problem } = mendRow(row, this.rules.mends, this.context)
    if (problem !== null) return refuse([problem])
    const { values, problems } = checkFields(this.dataset, row)
    problems.push(...brokenReferences(this.context, values))
    if (problems.length > 0) return refuse(problems)
    const key = String(values[this.dataset.key])
    if (this.keys.has(key)) return refuse([{ column: this.dataset.key, reason: `"${key}" is there twice` }])
    this.keys.add(key)
    const flags = flagsOf(values, this.context).map((flag) => ({ ...flag, kind: 'flagged' as const, movedM: null }))
    const imported = (record.origin?.repairs ?? []).map((repair) => ({ ...repair, kind: 'mended' as const }))
    const findings = [...imported, ...repairs, ...flags].map((found) => ({
      ...found,
      ...file,
      rowNumber: record.rowNumber,
      featureId: key,
    }))
    return { accepted: { values, geometry, findings } }
  }
}
