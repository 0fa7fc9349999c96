import { Trans } from '@lingui/react'
import type { ReactNode } from 'react'
import type { Coverage } from '#web/api/committee-queries.ts'
import type { PlaceValue } from '#web/api/queries.ts'
import type { ResultMatrix } from '#web/api/result-queries.ts'
import { formatCount, formatRounded } from '#web/encoding/format.ts'
import { isEmpty } from '#web/pages/coverage/coverage-model.ts'
import { totalOf } from '#web/pages/results/matrix-model.ts'
import { useSpeech } from '#web/text/text.ts'

interface Props {
  readonly coverage: Coverage
  readonly targets: readonly PlaceValue[]
  readonly matrix: ResultMatrix | undefined
  readonly year: string
  /** Opens what is behind a number; in print nothing opens. */
  readonly open?: { readonly target: () => void; readonly empty: () => void; readonly points: () => void }
}

/** The page in one sentence: pilots against plan, empty cells, weighted points. */
export function CoverageHeadline({ coverage, targets, matrix, year, open }: Props) {
  const { language } = useSpeech()
  const all = targets.find(({ place_id }) => place_id === 'ALL')
  const cells = coverage.cells.filter(({ place_id }) => place_id !== 'ALL')
  const total = matrix === undefined ? undefined : totalOf(matrix, year)
  return (
    <p className="headline coverage-headline">
      <Trans
        id="coverage.headline"
        values={{
          running: formatCount(all?.numerator ?? 0, language),
          target: formatCount(all?.denominator ?? 0, language),
          empty: formatCount(cells.filter(isEmpty).length, language),
          cells: formatCount(cells.length, language),
          points: total?.points == null ? '–' : formatRounded(total.points, language),
          reported: formatRounded(total?.weight_with_data_pct ?? 0, language),
          year,
        }}
        components={{
          0: <Opener onOpen={open?.target} />,
          1: <Opener onOpen={open?.empty} />,
          2: <Opener onOpen={open?.points} />,
        }}
      />
    </p>
  )
}

interface OpenerProps {
  readonly onOpen: (() => void) | undefined
  readonly children?: ReactNode
}

function Opener({ onOpen, children }: OpenerProps) {
  if (onOpen === undefined) return <b>{children}</b>
  return (
    <button type="button" className="number-link" onClick={onOpen}>
      {children}
    </button>
  )
}
