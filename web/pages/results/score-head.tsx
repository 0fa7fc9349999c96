import type { OutputScore } from '#web/api/result-queries.ts'
import { formatExact, formatRounded } from '#web/encoding/format.ts'
import type { OpenResult } from '#web/pages/results/matrix-line.tsx'
import type { ResultGroup } from '#web/pages/results/matrix-model.ts'
import { useSpeech } from '#web/text/text.ts'

interface GroupProps {
  readonly group: ResultGroup
  readonly onOpen: OpenResult | undefined
}

/** The statement of a result; of an output also weight, risk and score, with what the score rests on. */
export function GroupHead({ group, onOpen }: GroupProps) {
  const { t, say, nameOf } = useSpeech()
  const { result, score } = group
  const { result_id, type, title_en, title_zh, assumption_en, assumption_zh, weight_pct, risk_rating } = result
  const level = [nameOf('result_type', type), ...(type === '1' ? [result_id.replace('O', '')] : [])].join(' ')
  const assumption = assumption_en === null ? null : say({ en: assumption_en, zh: assumption_zh ?? assumption_en })
  return (
    <tr className="matrix-group">
      <th scope="rowgroup" colSpan={7}>
        <span className="matrix-level">{level}</span>
        <span
          className="matrix-statement"
          title={assumption === null ? undefined : t('matrix.assumes', { assumption })}
        >
          {say({ en: title_en, zh: title_zh })}
        </span>
        {weight_pct === null ? null : (
          <span className="matrix-weight">
            {t('matrix.weight', { weight: weight_pct })}
            {risk_rating === null ? '' : ` · ${t('matrix.risk', { risk: nameOf('risk_rating', risk_rating) })}`}
          </span>
        )}
        {score === undefined ? null : <Score score={score} onOpen={onOpen} />}
      </th>
    </tr>
  )
}

interface ScoreProps {
  readonly score: OutputScore
  readonly onOpen: OpenResult | undefined
}

/** The letter never stands alone: ratio and the number of indicators with data are beside it. */
function Score({ score, onOpen }: ScoreProps) {
  const { t, language, nameOf } = useSpeech()
  const { ratio, indicators, indicators_with_data, result_id } = score
  const words = t('matrix.with_data', { known: indicators_with_data, all: indicators })
  const content =
    score.score === null || ratio === null ? (
      <span className="no-data">{t('matrix.no_score')}</span>
    ) : (
      <>
        <b className="matrix-score" title={nameOf('output_score', score.score)}>
          {score.score}
        </b>
        <span>
          {formatExact(ratio, language)} · {words}
        </span>
      </>
    )
  if (onOpen === undefined) return <span className="matrix-score-line">{content}</span>
  return (
    <button type="button" className="matrix-score-line" onClick={() => onOpen(result_id)}>
      {content}
    </button>
  )
}

/** The weighted sum, with the share of weight that has data. */
export function TotalLine({ total, onOpen }: { readonly total: OutputScore; readonly onOpen: OpenResult | undefined }) {
  const { t, language } = useSpeech()
  return (
    <tr className="matrix-group is-total">
      <th scope="rowgroup" colSpan={7}>
        <span className="matrix-statement">{t('matrix.all_outputs')}</span>
        <span className="matrix-weight">
          {t('matrix.points', {
            points: total.points === null ? t('value.no_data') : formatRounded(total.points, language),
            reported: formatExact(total.weight_with_data_pct, language),
          })}
        </span>
        <Score score={total} onOpen={onOpen} />
      </th>
    </tr>
  )
}
