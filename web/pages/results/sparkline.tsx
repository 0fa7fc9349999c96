import type { MatrixRow } from '#web/api/result-queries.ts'
import { formatRounded } from '#web/encoding/format.ts'
import { type Language, useSpeech } from '#web/text/text.ts'

const width = 56
const height = 16

/** A context series as a small line: it is not judged, so it has no status. */
export function Sparkline({
  series,
  language,
}: {
  readonly series: readonly MatrixRow[]
  readonly language: Language
}) {
  const { t } = useSpeech()
  const known = series.flatMap(({ period_end, actual }) =>
    actual === null ? [] : [{ year: Number(period_end.slice(0, 4)), actual }],
  )
  const [first, last] = [known[0], known.at(-1)]
  if (first === undefined || last === undefined || known.length < 3)
    return <span className="matrix-note">{t('matrix.context')}</span>
  const most = Math.max(...known.map(({ actual }) => actual), Number.EPSILON)
  const x = (year: number) => 2 + ((year - first.year) / (last.year - first.year)) * (width - 4)
  const y = (actual: number) => height - 2 - (actual / most) * (height - 4)
  const path = known.map(({ year, actual }, index) => `${index === 0 ? 'M' : 'L'}${x(year)} ${y(actual)}`).join('')
  const words = t('matrix.series', {
    from: first.year,
    to: last.year,
    first: formatRounded(first.actual, language),
    last: formatRounded(last.actual, language),
  })
  return (
    <svg className="sparkline" width={width} height={height} role="img" aria-label={words}>
      <title>{words}</title>
      <path d={path} />
      <circle cx={x(last.year)} cy={y(last.actual)} r={2} />
    </svg>
  )
}
