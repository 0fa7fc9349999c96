import { useQuery } from '@tanstack/react-query'
import { parseAsStringLiteral, useQueryState } from 'nuqs'
import { type Coverage, coverageQuery, type Issue } from '#web/api/committee-queries.ts'
import { formatCount } from '#web/encoding/format.ts'
import { cellAt, isEmpty, places, runningOf } from '#web/pages/coverage/coverage-model.ts'
import { PilotMarks } from '#web/pages/coverage/pilot-marks.tsx'
import { PlaceHead } from '#web/pages/coverage/place-head.tsx'
import { IllustrativeBanner } from '#web/panels/illustrative-banner.tsx'
import { QueryState } from '#web/panels/query-state.tsx'
import { useSpeech } from '#web/text/text.ts'
import { Button } from '#web/ui/button.tsx'

/** The pilots that work on an issue, by region; a region without one is loud. */
export function IssuePilots({ issue }: { readonly issue: Issue }) {
  const { t } = useSpeech()
  const coverage = useQuery(coverageQuery({}))
  const [, setList] = useQueryState(
    'list',
    parseAsStringLiteral(['incidents', 'pilots'] as const).withOptions({ history: 'push' }),
  )
  return (
    <section className="page-section" aria-labelledby="pilots">
      <h2 id="pilots">{t('issues.pilots')}</h2>
      <IllustrativeBanner />
      <QueryState query={coverage} lines={3}>
        {(data) => <PilotRow coverage={data} issue={issue} />}
      </QueryState>
      <div className="openers">
        <Button kind="link" onPress={() => void setList('pilots')}>
          {t('issues.all_pilots')}
        </Button>
      </div>
    </section>
  )
}

function PilotRow({ coverage, issue }: { readonly coverage: Coverage; readonly issue: Issue }) {
  const { t, language } = useSpeech()
  return (
    <table className="cover-table">
      <caption className="visually-hidden">{t('issues.pilots')}</caption>
      <PlaceHead corner={t('rail.coverage')} />
      <tbody>
        <tr>
          <th scope="row">{t('coverage.running_of_target')}</th>
          {places.map((place) => {
            const cell = cellAt(coverage.cells, place, issue)
            if (cell === undefined) return <td key={place} />
            return (
              <td key={place} data-place={place}>
                <span className={isEmpty(cell) ? 'cover-cell is-empty' : 'cover-cell'}>
                  <span className="cover-numbers">
                    {isEmpty(cell) ? t('coverage.none') : formatCount(runningOf(cell), language)}
                    {cell.target === null ? null : (
                      <span className="cover-target is-illustrative">{` / ${formatCount(cell.target, language)}`}</span>
                    )}
                  </span>
                  {place === 'ALL' || isEmpty(cell) ? null : <PilotMarks cell={cell} />}
                </span>
              </td>
            )
          })}
        </tr>
      </tbody>
    </table>
  )
}
