import { outputScores } from '#data/overlays/output-scores.ts'
import { resultMatrix } from '#data/overlays/result-matrix.ts'
import type { ResultMatrix } from '#web/api/result-queries.ts'
import { RowsDialog } from '#web/panels/rows-dialog.tsx'
import { useSpeech } from '#web/text/text.ts'

interface Props {
  readonly matrix: ResultMatrix
  /** Of an indicator (`O1.1`), an output (`O1`) or all outputs (`ALL`). */
  readonly id: string
  readonly onClose: () => void
}

const rowFields = [
  'region_id',
  'dimension_value',
  'period_end',
  'baseline',
  'milestone',
  'target',
  'actual',
  'ratio',
  'rag',
  'grey_reason',
  'override_rag',
  'is_actual_illustrative',
  'source_date',
]
const scoreFields = [
  'period_end',
  'weight_pct',
  'indicators',
  'indicators_with_data',
  'ratio',
  'score',
  'weight_with_data_pct',
  'points',
]

/** All periods, regions and parts of an indicator; or how an output was scored each year. */
export function ResultDialog({ matrix, id, onClose }: Props) {
  const { t, say } = useSpeech()
  const rows = matrix.rows.filter(({ indicator_id }) => indicator_id === id)
  const [row] = rows
  if (row !== undefined) {
    const meaning = matrix.indicators.find(({ indicator_id }) => indicator_id === id)
    const source = say({ en: String(meaning?.source_mov_en ?? ''), zh: String(meaning?.source_mov_zh ?? '') })
    return (
      <RowsDialog
        title={say({ en: row.name_en, zh: row.name_zh })}
        subtitle={`${id} · ${t('matrix.verified_by', { source })}`}
        overlay={resultMatrix}
        rows={rows}
        fields={rowFields}
        sources={matrix.sources}
        onClose={onClose}
      />
    )
  }
  const scores = matrix.scores.filter(({ result_id }) => result_id === id)
  const result = matrix.results.find(({ result_id }) => result_id === id)
  if (scores.length === 0) return null
  return (
    <RowsDialog
      title={result === undefined ? t('matrix.all_outputs') : say({ en: result.title_en, zh: result.title_zh })}
      subtitle={t('matrix.score_means')}
      overlay={outputScores}
      rows={scores}
      fields={scoreFields}
      sources={matrix.sources}
      onClose={onClose}
    />
  )
}
