import type { Fields } from '#data/field.ts'
import type { Value } from '#server/engine/engine.ts'
import { csvLines } from '#server/export/csv.ts'
import { pairFields, summaryFields } from '#server/processes/overlay/fields.ts'
import type { ConvertedResult, ConvertOptions } from '#server/processes/process.ts'

type Line = Readonly<Record<string, Value>>
interface Result {
  readonly snapshot: string
  readonly summary: readonly Line[]
  readonly rows: readonly Line[]
}

const byteOrderMark = '\uFEFF'

function csv(lines: readonly Line[], fields: Fields, { language, hasByteOrderMark }: ConvertOptions): string {
  const names = Object.keys(fields)
  const header = names.map((name) => (language ? fields[name]?.label[language] : undefined) ?? name)
  const rows = lines.map((line) => names.map((name) => line[name] ?? null))
  return `${hasByteOrderMark ? byteOrderMark : ''}${csvLines([header, ...rows])}`
}

/** Each line at the place of its left feature, or on the surface of its left shape. */
const geojson = ({ snapshot }: Result, lines: readonly Line[]): string =>
  JSON.stringify({
    type: 'FeatureCollection',
    snapshot,
    features: lines.map(({ longitude, latitude, ...properties }, index) => ({
      type: 'Feature',
      id: index + 1,
      geometry: { type: 'Point', coordinates: [longitude, latitude] },
      properties,
    })),
  })

/** The result of an overlay as CSV or GeoJSON: its pairs, or its summary. */
export function convertOverlay(text: string, format: 'csv' | 'geojson', options: ConvertOptions): ConvertedResult {
  const result = JSON.parse(text) as Result
  const [lines, fields] = options.part === 'summary' ? [result.summary, summaryFields] : [result.rows, pairFields]
  return format === 'csv'
    ? { type: 'text/csv; charset=utf-8; header=present', extension: 'csv', text: csv(lines, fields, options) }
    : { type: 'application/geo+json', extension: 'geojson', text: geojson(result, lines) }
}
