import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Fields } from '#data/field.ts'
import type { Value } from '#server/engine/engine.ts'
import { csvLines } from '#server/export/csv.ts'
import { pairFields, summaryFields } from '#server/processes/overlay/fields.ts'
import type { ConvertedResult, ConvertOptions } from '#server/processes/process.ts'

type Line = Readonly<Record<string, Value>>

const byteOrderMark = '\uFEFF'
/** Lines converted before other requests get their turn. */
const linesAtOnce = 2_000

/** The texts of the pairs or of the summary: in a result each stands on a line of its own, and quotes inside texts are escaped. */
function linesOf(text: string, part: ConvertOptions['part']): string[] {
  const [rows, summary] = [text.lastIndexOf('],"rows":['), text.lastIndexOf(',"summary":[')]
  const lines =
    part === 'pairs' ? text.slice(rows + '],"rows":['.length, -2) : text.slice(summary + ',"summary":['.length, rows)
  return lines === '' ? [] : lines.split('\n')
}

async function* inChunks(lines: readonly string[]): AsyncGenerator<Line[]> {
  for (let start = 0; start < lines.length; start += linesAtOnce) {
    const chunk = lines.slice(start, start + linesAtOnce).join('\n')
    yield JSON.parse(`[${chunk.replace(/,$/, '')}]`) as Line[]
    await nextTurn()
  }
}

async function* csv(lines: readonly string[], fields: Fields, options: ConvertOptions): AsyncGenerator<string> {
  const { language, hasByteOrderMark } = options
  const names = Object.keys(fields)
  const header = names.map((name) => (language ? fields[name]?.label[language] : undefined) ?? name)
  yield `${hasByteOrderMark ? byteOrderMark : ''}${csvLines([header])}`
  for await (const chunk of inChunks(lines))
    yield csvLines(chunk.map((line) => names.map((name) => line[name] ?? null)))
}

/** Each line at the place of its left feature, or on the surface of its left shape. */
async function* geojson(lines: readonly string[]): AsyncGenerator<string> {
  let id = 0
  yield '{"type":"FeatureCollection","features":['
  for await (const chunk of inChunks(lines)) {
    const features = chunk.map(({ longitude, latitude, ...properties }) => {
      id += 1
      const geometry = { type: 'Point', coordinates: [longitude, latitude] }
      return `${id === 1 ? '' : ','}\n${JSON.stringify({ type: 'Feature', id, geometry, properties })}`
    })
    yield features.join('')
  }
  yield '\n]}\n'
}

/** The result of an overlay as CSV or GeoJSON, its pairs or its summary, piece by piece. */
export function convertOverlay(text: string, format: 'csv' | 'geojson', options: ConvertOptions): ConvertedResult {
  const lines = linesOf(text, options.part)
  const fields = options.part === 'summary' ? summaryFields : pairFields
  return format === 'csv'
    ? { type: 'text/csv; charset=utf-8; header=present', extension: 'csv', pieces: csv(lines, fields, options) }
    : { type: 'application/geo+json', extension: 'geojson', pieces: geojson(lines) }
}
