import { useQuery } from '@tanstack/react-query'
import { type IndicatorId, indicators } from '#data/catalog.ts'
import type { Indicator } from '#data/define.ts'
import type { Unit } from '#data/field.ts'
import { type Side, sideValuesQuery, type Values } from '#web/api/compare-queries.ts'
import type { PlaceValue } from '#web/api/queries.ts'
import { formatExact, formatRounded, formatValue, unitText } from '#web/encoding/format.ts'
import { QueryState } from '#web/panels/query-state.tsx'
import { useView } from '#web/state/use-view.ts'
import { type Language, useSpeech } from '#web/text/text.ts'
import { type PlainColumn, PlainTable } from '#web/ui/plain-table.tsx'

const byId = indicators as Readonly<Record<IndicatorId, Indicator>>

interface Line {
  readonly id: IndicatorId
  readonly a: PlaceValue | undefined
  readonly b: PlaceValue | undefined
}

const allOf = (values: Values, id: string): PlaceValue | undefined =>
  values.answers.find(({ indicator }) => indicator === id)?.places.find(({ place_id }) => place_id === 'ALL')

const hasValue = (value: PlaceValue | undefined): boolean => value !== undefined && value.value !== null

interface Props {
  readonly a: Side
  readonly b: Side
  readonly names: readonly [string, string]
}

/** Every indicator that has data on a side: both values and what lies between them. One is chosen to be explained below. */
export function ValueTable({ a, b, names }: Props) {
  const { t } = useSpeech()
  const [one, other] = [useQuery(sideValuesQuery(a)), useQuery(sideValuesQuery(b))]
  return (
    <section className="page-section">
      <h2>{t('compare.values')}</h2>
      <QueryState query={one} lines={12}>
        {(first) => (
          <QueryState query={other} lines={12}>
            {(second) => <Lines first={first} second={second} names={names} />}
          </QueryState>
        )}
      </QueryState>
    </section>
  )
}

interface LinesProps extends Pick<Props, 'names'> {
  readonly first: Values
  readonly second: Values
}

function Lines({ first, second, names }: LinesProps) {
  const { t } = useSpeech()
  const [view] = useView()
  const all = (Object.keys(byId) as IndicatorId[]).map(
    (id): Line => ({ id, a: allOf(first, id), b: allOf(second, id) }),
  )
  const lines = all.filter(({ a, b }) => hasValue(a) || hasValue(b))
  return (
    <>
      <PlainTable
        caption={t('compare.caption', { a: names[0], b: names[1] })}
        columns={useColumns(names)}
        rows={lines}
        keyOf={({ id }) => id}
        isMarked={({ id }) => id === view.indicator}
      />
      <p className="panel-note">{t('compare.left_out', { count: all.length - lines.length })}</p>
    </>
  )
}

function useColumns(names: readonly [string, string]): readonly PlainColumn<Line>[] {
  const { t, say, language } = useSpeech()
  const [view, change] = useView()
  return [
    {
      id: 'indicator',
      header: t('regions.indicator'),
      cell: ({ id }) => (
        <>
          <button
            type="button"
            className="compare-indicator"
            aria-pressed={id === view.indicator}
            onClick={() => change({ indicator: id })}
          >
            {say(byId[id].name)}
          </button>
          <small>{[id, unitText(byId[id].unit, language).trim()].filter(Boolean).join(' · ')}</small>
        </>
      ),
    },
    {
      id: 'a',
      header: `A · ${names[0]}`,
      isNumber: true,
      cell: ({ id, a }) => <Value value={a} unit={byId[id].unit} />,
    },
    {
      id: 'b',
      header: `B · ${names[1]}`,
      isNumber: true,
      cell: ({ id, b }) => <Value value={b} unit={byId[id].unit} />,
    },
    {
      id: 'difference',
      header: t('compare.difference'),
      isNumber: true,
      cell: (line) => <Difference line={line} language={language} />,
    },
  ]
}

/** A value with its range and what it is counted of; too few for a share, and no data, say so. */
function Value({ value, unit }: { readonly value: PlaceValue | undefined; readonly unit: Unit }) {
  const { t, language } = useSpeech()
  if (value === undefined || value.value === null) {
    const few = value?.is_small && value.numerator !== null
    return <span className="is-missing">{few ? t('places.too_few') : t('value.no_data')}</span>
  }
  const { number } = formatValue(value.value, unit, language)
  const { low, high } = value
  const isRange = low !== null && high !== null && low !== high
  return (
    <span title={formatExact(value.value, language)}>
      {number}
      {unit === 'percent' ? ' %' : null}
      <small>
        {isRange ? `${formatRounded(low, language)}–${formatRounded(high, language)} · ` : null}
        {t('places.n', { n: formatExact(value.n, language, 0) })}
      </small>
    </span>
  )
}

/** B less A with its sign; where the ranges of both meet, coarse locations alone could make the difference. */
function Difference({ line, language }: { readonly line: Line; readonly language: Language }) {
  const { t } = useSpeech()
  const { a, b, id } = line
  if (a?.value == null || b?.value == null) return <span className="is-missing">{t('value.none_short')}</span>
  const by = b.value - a.value
  const { unit } = byId[id]
  const size = formatValue(Math.abs(by), unit, language).number
  const sign = by > 0 ? '+' : by < 0 ? '−' : '±'
  const isVague =
    a.low !== null && a.high !== null && b.low !== null && b.high !== null && a.low <= b.high && b.low <= a.high
  const isCertain = a.low === a.high && b.low === b.high
  return (
    <>
      {sign}
      {unit === 'percent' ? t('compare.points', { n: size }) : size}
      {isVague && !isCertain && by !== 0 ? <small>{t('compare.ranges_meet')}</small> : null}
    </>
  )
}
