import { totalLines } from '#data/overlays/total-lines.ts'
import { whereNext } from '#data/overlays/where-next.ts'
import type { Coverage } from '#web/api/committee-queries.ts'
import type { Row } from '#web/api/features.ts'
import type { ResultMatrix } from '#web/api/result-queries.ts'
import { CellDialog } from '#web/pages/coverage/cell-dialog.tsx'
import { readCell } from '#web/pages/coverage/coverage-model.ts'
import { useCoverageFilter, useCoverageView } from '#web/pages/coverage/use-coverage-view.ts'
import { ResultDialog } from '#web/pages/results/result-dialog.tsx'
import { RowsDialog } from '#web/panels/rows-dialog.tsx'
import { pickFilter } from '#web/state/view.ts'
import { useSpeech } from '#web/text/text.ts'

interface Props {
  readonly coverage: Coverage
  readonly matrix: ResultMatrix | undefined
}

/** The window that the URL names. */
export function CoverageDialogs({ coverage, matrix }: Props) {
  const { cell, result, list, close } = useCoverageView()
  const chosen = readCell(cell)
  if (chosen !== null) return <CellDialog coverage={coverage} cell={chosen} onClose={close} />
  if (result !== null && matrix !== undefined) return <ResultDialog matrix={matrix} id={result} onClose={close} />
  return list === null ? null : <ListDialog coverage={coverage} list={list} onClose={close} />
}

interface ListProps {
  readonly coverage: Coverage
  readonly list: 'next' | 'totals'
  readonly onClose: () => void
}

function ListDialog({ coverage, list, onClose }: ListProps) {
  const { t } = useSpeech()
  const overlay = list === 'next' ? whereNext : totalLines
  const rows = (list === 'next' ? coverage.next : coverage.totals) as unknown as readonly Row[]
  return (
    <RowsDialog
      title={t(list === 'next' ? 'next.title' : 'totals.title')}
      overlay={overlay}
      rows={rows}
      fields={list === 'next' ? whereNextFields : totalLines.table}
      filter={pickFilter(useCoverageFilter(), overlay.parameters)}
      sources={coverage.sources}
      onClose={onClose}
    />
  )
}

const whereNextFields = Object.keys(whereNext.fields).filter((name) => name !== 'iso3' && name !== 'name_zh')
