import type { ResultMatrix as Matrix } from '#web/api/result-queries.ts'
import { MatrixKey } from '#web/pages/results/matrix-key.tsx'
import type { OpenResult } from '#web/pages/results/matrix-line.tsx'
import { yearsOf } from '#web/pages/results/matrix-model.ts'
import { ResultMatrix } from '#web/pages/results/result-matrix.tsx'
import { useSpeech } from '#web/text/text.ts'
import { Toggles } from '#web/ui/toggles.tsx'
import { WideTable } from '#web/ui/wide-table.tsx'

interface Props<Year extends string> {
  readonly matrix: Matrix
  readonly year: Year
  readonly onYear: (year: Year) => void
  readonly onOpen: OpenResult
}

/** The Result Matrix of one year, with the choice of years and the key to its marks. */
export function ResultSection<Year extends string>({ matrix, year, onYear, onOpen }: Props<Year>) {
  const { t } = useSpeech()
  const years = yearsOf(matrix) as readonly Year[]
  return (
    <section className="results" aria-labelledby="results">
      <header className="results-head">
        <h2 id="results">{t('matrix.title')}</h2>
        <Toggles
          label={t('matrix.year')}
          options={years.map((one) => ({ id: one, label: one }))}
          value={[year]}
          onChange={([chosen]) => (chosen === undefined ? undefined : onYear(chosen))}
          isSingle
          look="segments"
        />
      </header>
      <WideTable label={t('matrix.title')}>
        <ResultMatrix matrix={matrix} year={year} onOpen={onOpen} />
      </WideTable>
      <MatrixKey thresholds={matrix.thresholds} />
    </section>
  )
}
