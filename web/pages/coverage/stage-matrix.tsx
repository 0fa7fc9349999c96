import type { Coverage, PlaceId, StageCell } from '#web/api/committee-queries.ts'
import type { PlaceValue } from '#web/api/queries.ts'
import { formatCount, formatRounded } from '#web/encoding/format.ts'
import { cellAt, isRunning, places, stages } from '#web/pages/coverage/coverage-model.ts'
import { PlaceHead } from '#web/pages/coverage/place-head.tsx'
import { useView } from '#web/state/use-view.ts'
import { useSpeech } from '#web/text/text.ts'

interface Props {
  readonly coverage: Coverage
  /** PC-02 by region: pilots that count, their target and the share. */
  readonly targets: readonly PlaceValue[]
  readonly onOpen?: (cell: string) => void
}

/** Regions by stage, and what counts against the target. */
export function StageMatrix({ coverage, targets, onOpen }: Props) {
  const { t, nameOf } = useSpeech()
  return (
    <table className="cover-table is-stages">
      <caption className="visually-hidden">{t('coverage.by_stage')}</caption>
      <PlaceHead corner={t('coverage.stage')} />
      <tbody>
        {stages.map((stage) => (
          <tr key={stage} className={isRunning({ stage }) ? 'is-counted' : undefined}>
            <th scope="row">{nameOf('pilot_stage', stage)}</th>
            {places.map((place) => (
              <td key={place} data-place={place}>
                <StageNumber cell={cellAt(coverage.stages, place, stage)} onOpen={onOpen} />
              </td>
            ))}
          </tr>
        ))}
        <Totals targets={targets} isButton={onOpen !== undefined} />
      </tbody>
    </table>
  )
}

function StageNumber({ cell, onOpen }: { readonly cell: StageCell | undefined; readonly onOpen: Props['onOpen'] }) {
  const { t, language, nameOf } = useSpeech()
  if (cell === undefined) return null
  const number = formatCount(cell.pilots, language)
  const className = cell.pilots === 0 ? 'stage-number is-zero' : 'stage-number'
  if (onOpen === undefined) return <span className={className}>{number}</span>
  const place = cell.place_id === 'ALL' ? t('region.all') : nameOf('region', cell.place_id)
  const words = t('coverage.stage_cell', { place, stage: nameOf('pilot_stage', cell.stage), n: number })
  return (
    <button type="button" className={className} aria-label={words} title={words} onClick={() => onOpen(cell.cell_id)}>
      {number}
    </button>
  )
}

/** Pilots that count of those planned, by region; the target of all regions is the one that a source states. */
function Totals({ targets, isButton }: { readonly targets: readonly PlaceValue[]; readonly isButton: boolean }) {
  const { t, language } = useSpeech()
  const [, change] = useView()
  const at = (place: PlaceId) => targets.find(({ place_id }) => place_id === place)
  return (
    <tr className="cover-total">
      <th scope="row">{t('coverage.running_of_target')}</th>
      {places.map((place) => {
        const { numerator = null, denominator = null, value = null } = at(place) ?? {}
        if (numerator === null || denominator === null) return <td key={place} data-place={place} />
        const text = (
          <>
            <b>{formatCount(numerator, language)}</b>
            <span className={place === 'ALL' ? 'cover-target' : 'cover-target is-illustrative'}>
              {' / '}
              {formatCount(denominator, language)}
              {place === 'ALL' ? '†' : ''}
            </span>
            <span className="cover-share">{value === null ? '' : `${formatRounded(value, language)} %`}</span>
          </>
        )
        return (
          <td key={place} data-place={place}>
            {isButton ? (
              <button
                type="button"
                className="stage-number"
                onClick={() => change({ of: 'PC-02', place, open: 'rows', class: null })}
              >
                {text}
              </button>
            ) : (
              <span className="stage-number">{text}</span>
            )}
          </td>
        )
      })}
    </tr>
  )
}
