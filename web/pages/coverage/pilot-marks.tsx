import type { CoverageCell } from '#web/api/committee-queries.ts'

const side = 7
const step = 9

/** One square a pilot: full = completed, half = active, outline = planned; a line stands where the target is met. */
export function PilotMarks({ cell }: { readonly cell: CoverageCell }) {
  const { completed, active, planned, target } = cell
  const kinds = [
    ...Array<'completed'>(completed).fill('completed'),
    ...Array<'active'>(active).fill('active'),
    ...Array<'planned'>(planned).fill('planned'),
  ]
  const marks = kinds.map((kind, index) => ({ kind, x: 1 + index * step }))
  const columns = Math.max(kinds.length, target ?? 0)
  const width = columns * step + 3
  return (
    <svg
      className="pilot-marks"
      width={width}
      height={side + 4}
      viewBox={`0 0 ${width} ${side + 4}`}
      aria-hidden="true"
    >
      {marks.map(({ kind, x }) => (
        <PilotMark key={x} kind={kind} x={x} />
      ))}
      {target === null ? null : <path className="pilot-target" d={`M${target * step + 0.5} 0v${side + 4}`} />}
    </svg>
  )
}

interface MarkProps {
  readonly kind: 'completed' | 'active' | 'planned'
  readonly x: number
}

export function PilotMark({ kind, x }: MarkProps) {
  return (
    <g className={`pilot-mark is-${kind}`}>
      <rect x={x + 0.5} y={2.5} width={side - 1} height={side - 1} />
      {kind === 'active' ? <path d={`M${x} ${side + 2}h${side}v-${side}Z`} /> : null}
    </g>
  )
}
