import type { Text } from '#data/define.ts'
import type { ExportJob } from '#server/export/job.ts'
import { pairFields, summaryFields } from '#server/processes/overlay/fields.ts'
import type { ConvertedResult, ResultPart } from '#server/processes/process.ts'

const beforeRows = '],"rows":['
const beforeSummary = ',"summary":['

interface Side {
  readonly collection?: string
  readonly title?: Text
}

/** What a result says before its rows. */
interface Head {
  readonly relation: 'intersects' | 'within' | 'nearest' | 'overlap_area'
  readonly distance_m?: number
  readonly k?: number
  readonly left: Side
  readonly right: Side
}

/** The lines of a part: in a result each stands on a line of its own, and line ends inside texts are escaped. */
function* linesOf(text: string, start: number, end: number): Generator<string> {
  for (let at = start; at < end; ) {
    const next = text.indexOf('\n', at)
    const stop = next < 0 || next >= end ? end : next
    yield text.slice(at, text[stop - 1] === ',' ? stop - 1 : stop)
    at = stop + 1
  }
}

function countOf(lines: Iterable<string>): number {
  let count = 0
  for (const _ of lines) count += 1
  return count
}

const sent: Text = { en: 'shapes sent with the request', zh: '随请求提交的图形' }
const relationWords: Readonly<Record<Head['relation'], (head: Head) => Text>> = {
  intersects: () => ({ en: 'intersects', zh: '相交' }),
  overlap_area: () => ({ en: 'overlaps', zh: '重叠' }),
  within: ({ distance_m }) => ({ en: `within ${distance_m} m of`, zh: `相距${distance_m}米以内` }),
  nearest: ({ k, distance_m }) => ({
    en: `the ${k} nearest within ${distance_m} m, of`,
    zh: `${distance_m}米以内最近的${k}个`,
  }),
}

/** What was asked, as a sentence for people. */
function inWords(head: Head): Text {
  const [left, right] = [head.left.title ?? sent, head.right.title ?? sent]
  const relation = relationWords[head.relation](head)
  return {
    en: `${left.en}: ${relation.en} ${right.en}`,
    zh: `${left.zh}与${right.zh}：${relation.zh}`,
  }
}

const titles: Readonly<Record<ResultPart, Text>> = {
  pairs: { en: 'Overlay, pairs', zh: '叠加分析：配对' },
  summary: { en: 'Overlay, one row for each left feature', zh: '叠加分析：左侧要素汇总' },
}

/** Pairs or summary of a result, for every format of downloads: each row at the place of its left feature. */
export function convertOverlay(text: string, part: ResultPart): ConvertedResult {
  const [summaryAt, rowsAt] = [text.lastIndexOf(beforeSummary), text.lastIndexOf(beforeRows)]
  const head = JSON.parse(`${text.slice(0, summaryAt)}}`) as Head
  const [start, end] =
    part === 'pairs' ? [rowsAt + beforeRows.length, text.length - 2] : [summaryAt + beforeSummary.length, rowsAt]
  const fields = part === 'pairs' ? pairFields : summaryFields
  const columns = Object.keys(fields).map((name) => `g.${name}`)
  const { left, right, relation, distance_m = null, k = null } = head
  const job: ExportJob = {
    id: `overlay-${part}`,
    title: titles[part],
    description: inWords(head),
    fields,
    ...(part === 'summary' && { key: 'left_id' }),
    classOf: () => 'measured',
    geometry: 'point',
    // In the order of the result, which the one thread of a writer keeps.
    query: {
      sql: `select ${columns.join(', ')}, st_point(g.longitude, g.latitude) as geometry from given as g`,
      parameters: {},
    },
    count: {
      sql: 'select cast($n as bigint) as n',
      parameters: { n: { type: 'bigint', value: countOf(linesOf(text, start, end)) } },
    },
    parameters: { relation, distance_m, k, left: left.collection ?? null, right: right.collection ?? null },
    words: inWords(head),
    inputs: [left.collection, right.collection].filter((id) => id !== undefined),
    repeat:
      'Run the process again: POST /api/processes/overlay/execution, with the parameters of metadata.json and your own filters and shapes.',
  }
  return { job, given: { fields, lines: { [Symbol.iterator]: () => linesOf(text, start, end) } } }
}
