import { codesOf } from '#data/vocabularies.ts'
import type { ResultMatrix } from '#web/api/result-queries.ts'
import { formatExact } from '#web/encoding/format.ts'
import { RagMark } from '#web/pages/results/rag-mark.tsx'
import { useSpeech } from '#web/text/text.ts'

/** What each status means, with the thresholds of the data, and how illustrative numbers are marked. */
export function MatrixKey({ thresholds }: Pick<ResultMatrix, 'thresholds'>) {
  const { t, nameOf, language } = useSpeech()
  const least = (rag: string) => thresholds.find((one) => one.rag === rag)?.min_ratio ?? null
  const letters = { BLUE: 'B', GREEN: 'G', AMBER: 'A', RED: 'R', GREY: 'N' } as const
  return (
    <div className="matrix-key">
      <ul className="matrix-key-list">
        {codesOf('rag').map((rag) => {
          const from = least(rag)
          return (
            <li key={rag}>
              <RagMark rag={rag} letter={letters[rag]} />
              {nameOf('rag', rag)}
              {from === null ? '' : ` r ≥ ${formatExact(from, language)}`}
            </li>
          )
        })}
      </ul>
      <p>
        <span className="is-illustrative">{t('matrix.dotted')}</span> {t('matrix.illustrative')} {t('matrix.sourced')}
      </p>
    </div>
  )
}
