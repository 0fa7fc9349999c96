import type { Coverage, CoverageCell, Issue, PlaceId } from '#web/api/committee-queries.ts'
import { formatCount } from '#web/encoding/format.ts'
import { cellAt, isEmpty, issues, places, runningOf } from '#web/pages/coverage/coverage-model.ts'
import { PilotMark, PilotMarks } from '#web/pages/coverage/pilot-marks.tsx'
import { PlaceHead } from '#web/pages/coverage/place-head.tsx'
import { IssueLink } from '#web/pages/issues/issue-link.tsx'
import { useSpeech } from '#web/text/text.ts'

interface Props {
  readonly coverage: Coverage
  readonly onOpen?: (cell: string) => void
}

/** Regions by guideline issues: what runs against what is planned; a cell without a pilot calls for attention. */
export function IssueMatrix({ coverage, onOpen }: Props) {
  const { t, nameOf } = useSpeech()
  return (
    <table className="cover-table">
      <caption className="visually-hidden">{t('coverage.by_issue')}</caption>
      <PlaceHead corner={t('coverage.issue')} />
      <tbody>
        {issues.map((issue) => (
          <tr key={issue}>
            <th scope="row">{onOpen === undefined ? nameOf('guideline_issue', issue) : <IssueLink issue={issue} />}</th>
            {places.map((place) => (
              <td key={place} data-place={place}>
                <IssueCell cell={cellAt(coverage.cells, place, issue)} place={place} issue={issue} onOpen={onOpen} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

interface CellProps {
  readonly cell: CoverageCell | undefined
  readonly place: PlaceId
  readonly issue: Issue
  readonly onOpen: Props['onOpen']
}

function IssueCell({ cell, place, issue, onOpen }: CellProps) {
  const { t, language, nameOf } = useSpeech()
  if (cell === undefined) return null
  const count = (value: number) => formatCount(value, language)
  const placeName = place === 'ALL' ? t('region.all') : nameOf('region', place)
  const words = t('coverage.cell', {
    place: placeName,
    issue: nameOf('guideline_issue', issue),
    active: count(cell.active),
    completed: count(cell.completed),
    planned: count(cell.planned),
    target: cell.target === null ? t('coverage.no_target') : count(cell.target),
  })
  const content = (
    <>
      <span className="cover-numbers">
        {isEmpty(cell) ? t('coverage.none') : count(runningOf(cell))}
        {cell.target === null ? null : (
          <span className={cell.is_target_illustrative ? 'cover-target is-illustrative' : 'cover-target'}>
            {' / '}
            {count(cell.target)}
          </span>
        )}
      </span>
      {place === 'ALL' || isEmpty(cell) ? null : <PilotMarks cell={cell} />}
    </>
  )
  const className = isEmpty(cell) ? 'cover-cell is-empty' : 'cover-cell'
  if (onOpen === undefined) return <span className={className}>{content}</span>
  return (
    <button type="button" className={className} aria-label={words} title={words} onClick={() => onOpen(cell.cell_id)}>
      {content}
    </button>
  )
}

/** What squares, line and hatch mean. */
export function CoverLegend() {
  const { t } = useSpeech()
  return (
    <ul className="cover-legend">
      {(['completed', 'active', 'planned'] as const).map((kind) => (
        <li key={kind}>
          <svg className="pilot-marks" width={9} height={11} viewBox="0 0 9 11" aria-hidden="true">
            <PilotMark kind={kind} x={1} />
          </svg>
          {t(`coverage.${kind}`)}
        </li>
      ))}
      <li>
        <svg className="pilot-marks" width={5} height={11} viewBox="0 0 5 11" aria-hidden="true">
          <path className="pilot-target" d="M2.5 0v11" />
        </svg>
        {t('coverage.target')}
      </li>
      <li>
        <span className="cover-swatch is-empty" />
        {t('coverage.empty')}
      </li>
    </ul>
  )
}
