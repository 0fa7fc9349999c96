import { pilotCoverage } from '#data/overlays/pilot-coverage.ts'
import { totalLines } from '#data/overlays/total-lines.ts'
import { whereNext } from '#data/overlays/where-next.ts'
import type { Coverage } from '#web/api/committee-queries.ts'
import type { Row } from '#web/api/features.ts'
import type { ResultMatrix } from '#web/api/result-queries.ts'
import { CellDialog } from '#web/pages/coverage/cell-dialog.tsx'
import { isEmpty, readCell } from '#web/pages/coverage/coverage-model.ts'
import { type CoverageList, useCoverageFilter, useCoverageView } from '#web/pages/coverage/use-coverage-view.ts'
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
  readonly list: CoverageList
  readonly onClose: () => void
}

const listed = {
  next: { overlay: whereNext, title: 'next.title' },
  totals: { overlay: totalLines, title: 'totals.title' },
  empty: { overlay: pilotCoverage, title: 'coverage.empty_cells' },
} as const

function ListDialog({ coverage, list, onClose }: ListProps) {
  const { t } = useSpeech()
  const filter = useCoverageFilter()
  const { overlay, title } = listed[list]
  const rows = { next: coverage.next, totals: coverage.totals, empty: coverage.cells.filter(isEmpty) }[list]
  return (
    <RowsDialog
      title={t(title)}
      overlay={overlay}
      rows={rows as unknown as readonly Row[]}
      fields={list === 'next' ? whereNextFields : overlay.table}
      filter={pickFilter(filter, overlay.parameters)}
      sources={coverage.sources}
      onClose={onClose}
    />
  )
}

const whereNextFields = Object.keys(whereNext.fields).filter((name) => name !== 'iso3' && name !== 'name_zh')
