import type { MatrixRow } from '#web/api/result-queries.ts'
import { formatExact } from '#web/encoding/format.ts'
import { regionColours } from '#web/encoding/palette.ts'
import type { IndicatorLine } from '#web/pages/results/matrix-model.ts'
import { MatrixNumber } from '#web/pages/results/matrix-number.tsx'
import { RagMark } from '#web/pages/results/rag-mark.tsx'
import { Sparkline } from '#web/pages/results/sparkline.tsx'
import { useSpeech } from '#web/text/text.ts'
import { Icon } from '#web/ui/icon.tsx'

/** Opens the rows behind an indicator, an output or the total, by its id. */
export type OpenResult = (id: string) => void

interface Props {
  readonly line: IndicatorLine
  readonly isUnfolded: boolean
  readonly onTurn: () => void
  readonly onOpen: OpenResult | undefined
}

/** One indicator, and beneath it its regions when they are asked for. */
export function MatrixLine({ line, isUnfolded, onTurn, onOpen }: Props) {
  const { t, say, language, nameOf } = useSpeech()
  const { row, regions, series } = line
  const name = say({ en: row.name_en, zh: row.name_zh })
  return (
    <>
      <tr>
        <th scope="row">
          <span className="matrix-name">
            {onOpen === undefined || regions.length === 0 ? null : (
              <button
                type="button"
                className="matrix-turn"
                aria-expanded={isUnfolded}
                aria-label={t(isUnfolded ? 'matrix.fold' : 'matrix.unfold', { indicator: name })}
                onClick={onTurn}
              >
                <Icon name={isUnfolded ? 'up' : 'down'} size={14} />
              </button>
            )}
            <span className="matrix-words">
              <IndicatorName name={name} onOpen={onOpen && (() => onOpen(row.indicator_id))} />
              <span className="matrix-unit">{nameOf('result_unit', row.unit)}</span>
            </span>
          </span>
          <HandNote row={row} />
        </th>
        <Numbers row={row} />
        <td className="matrix-status">
          {row.grey_reason === 'context' ? <Sparkline series={series} language={language} /> : <Status row={row} />}
        </td>
      </tr>
      {isUnfolded ? regions.map((region) => <RegionLine key={region.period_id} row={region} />) : null}
    </>
  )
}

function IndicatorName({ name, onOpen }: { readonly name: string; readonly onOpen: (() => void) | undefined }) {
  if (onOpen === undefined) return name
  return (
    <button type="button" className="matrix-open" onClick={onOpen}>
      {name}
    </button>
  )
}

function RegionLine({ row }: { readonly row: MatrixRow }) {
  const { nameOf } = useSpeech()
  return (
    <tr className="matrix-region">
      <th scope="row">
        <span className="place-dot" style={{ backgroundColor: regionColours[row.region_id ?? 'AFR'] }} />
        {nameOf('region', row.region_id ?? '')}
        <HandNote row={row} />
      </th>
      <Numbers row={row} />
      <td className="matrix-status">
        <Status row={row} />
      </td>
    </tr>
  )
}

function Numbers({ row }: { readonly row: MatrixRow }) {
  const { language } = useSpeech()
  return (
    <>
      <td className="is-number">
        <MatrixNumber value={row.baseline} />
      </td>
      <td className="is-number">
        <MatrixNumber value={row.milestone} isIllustrative={row.is_milestone_illustrative} />
      </td>
      <td className="is-number">
        <MatrixNumber
          value={row.target}
          isIllustrative={row.is_target_illustrative}
          isSourced={row.target !== null && !row.is_target_illustrative}
        />
      </td>
      <td className="is-number is-actual">
        <MatrixNumber value={row.actual} isIllustrative={row.is_actual_illustrative} isActual />
      </td>
      <td className="is-number">{row.ratio === null ? null : formatExact(row.ratio, language)}</td>
    </>
  )
}

/** The computed status, the trend, and beside them the status that was set by hand. */
function Status({ row }: { readonly row: MatrixRow }) {
  const { nameOf } = useSpeech()
  return (
    <>
      <RagMark
        rag={row.rag}
        letter={row.letter}
        {...(row.grey_reason !== null && row.rag === 'GREY' && { note: nameOf('grey_reason', row.grey_reason) })}
      />
      {row.override_rag === null ? null : <RagMark rag={row.override_rag} letter={row.override_letter} isByHand />}
      <TrendMark trend={row.trend} />
    </>
  )
}

const arrows = { up: 'up', level: 'minus', down: 'down' } as const

function TrendMark({ trend }: { readonly trend: MatrixRow['trend'] }) {
  const { nameOf } = useSpeech()
  if (trend === null) return <span className="matrix-trend" />
  return (
    <span className="matrix-trend" role="img" aria-label={nameOf('trend', trend)} title={nameOf('trend', trend)}>
      <Icon name={arrows[trend]} size={14} />
    </span>
  )
}

/** Why a status was set by hand, or why there is none. */
function HandNote({ row }: { readonly row: MatrixRow }) {
  const { t, say, nameOf } = useSpeech()
  const { override_rag, override_reason_en: en, override_reason_zh: zh, grey_reason } = row
  if (override_rag !== null) {
    const reason = say({ en: en ?? '', zh: zh ?? en ?? '' })
    return (
      <span className="matrix-note">{t('matrix.set_by_hand', { status: nameOf('rag', override_rag), reason })}</span>
    )
  }
  if (row.rag !== 'GREY' || grey_reason === null || grey_reason === 'context') return null
  return <span className="matrix-note">{nameOf('grey_reason', grey_reason)}</span>
}
