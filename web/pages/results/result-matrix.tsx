import { useState } from 'react'
import { glossary } from '#data/vocabularies/glossary.ts'
import type { ResultMatrix as Matrix } from '#web/api/result-queries.ts'
import { MatrixLine, type OpenResult } from '#web/pages/results/matrix-line.tsx'
import { groupsOf, type ResultGroup, totalOf } from '#web/pages/results/matrix-model.ts'
import { GroupHead, TotalLine } from '#web/pages/results/score-head.tsx'
import { useSpeech } from '#web/text/text.ts'
import '#web/styles/result-matrix.css'

const planned = ['baseline', 'milestone', 'target', 'actual'] as const

interface Props {
  readonly matrix: Matrix
  readonly year: string
  /** In print nothing opens. */
  readonly onOpen?: OpenResult
}

/** Impact, outcome and outputs with the four numbers, the ratio and the status that follows from them. */
export function ResultMatrix({ matrix, year, onOpen }: Props) {
  const { t, say } = useSpeech()
  const total = totalOf(matrix, year)
  return (
    <table className="matrix">
      <caption className="visually-hidden">{t('matrix.title')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('matrix.indicator')}</th>
          {planned.map((id) => (
            <th key={id} scope="col" className="is-number">
              {say(glossary[id].term)}
            </th>
          ))}
          <th scope="col" className="is-number" title={t('matrix.ratio_means')}>
            {t('matrix.ratio')}
          </th>
          <th scope="col">{t('matrix.status')}</th>
        </tr>
      </thead>
      {groupsOf(matrix, year).map((group) => (
        <Group key={group.result.result_id} group={group} onOpen={onOpen} />
      ))}
      {total === undefined ? null : (
        <tbody>
          <TotalLine total={total} onOpen={onOpen} />
        </tbody>
      )}
    </table>
  )
}

function Group({ group, onOpen }: { readonly group: ResultGroup; readonly onOpen: OpenResult | undefined }) {
  const [unfolded, setUnfolded] = useState<ReadonlySet<string>>(new Set())
  const turn = (id: string) => {
    const next = new Set(unfolded)
    if (!next.delete(id)) next.add(id)
    setUnfolded(next)
  }
  return (
    <tbody>
      <GroupHead group={group} onOpen={onOpen} />
      {group.lines.map((line) => (
        <MatrixLine
          key={line.indicator_id}
          line={line}
          isUnfolded={unfolded.has(line.indicator_id)}
          onTurn={() => turn(line.indicator_id)}
          onOpen={onOpen}
        />
      ))}
    </tbody>
  )
}
