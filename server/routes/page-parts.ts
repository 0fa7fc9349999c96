import type { Dataset, Overlay } from '#data/define.ts'
import type { Engine, Row, Value } from '#server/engine/engine.ts'
import { overlayQuestion, question } from '#server/engine/question.ts'

type Part = Overlay | Dataset

/** Every row of an overlay as it answers the values, or of a dataset. */
function queryOf(part: Part, values: Readonly<Record<string, Value>>) {
  if ('inputs' in part) return overlayQuestion(part, values)
  const columns = Object.keys(part.fields).map((name) => `d.${name}`)
  return question(`select ${columns.join(', ')} from ${part.id} as d`, [part.id], values)
}

const withoutGeometry = ({ geometry: _, ...row }: Row): Row => row

const byKey =
  ({ key }: Part) =>
  (one: Row, other: Row): number =>
    String(one[key]) < String(other[key]) ? -1 : 1

/** The rows of several overlays and datasets at once, for a page that shows them together, each in the order of its key; geometry is left out. */
export async function answerParts<Name extends string>(
  engine: Engine,
  parts: Readonly<Record<Name, Part>>,
  valuesOf: (name: Name) => Readonly<Record<string, Value>>,
  signal: AbortSignal,
): Promise<Record<Name, Row[]>> {
  const found = await Promise.all(
    (Object.entries(parts) as [Name, Part][]).map(async ([name, part]) => {
      const rows = await engine.rows(queryOf(part, valuesOf(name)), { signal })
      return [name, rows.map(withoutGeometry).sort(byKey(part))] as const
    }),
  )
  return Object.fromEntries(found) as Record<Name, Row[]>
}
