import type { IndicatorId } from '#data/catalog.ts'
import type { Indicator } from '#data/define.ts'
import type { PlaceId } from '#web/api/committee-queries.ts'
import type { PlaceValue } from '#web/api/queries.ts'
import { figureOf } from '#web/encoding/figure.ts'
import { formatCount, formatExact } from '#web/encoding/format.ts'
import { regionColours } from '#web/encoding/palette.ts'
import { useView } from '#web/state/use-view.ts'
import { useSpeech } from '#web/text/text.ts'
import { NoData } from '#web/ui/state-cards.tsx'

interface Props {
  readonly id: IndicatorId
  readonly place: PlaceValue | undefined
  readonly indicator: Indicator
  /** One class of the indicator; without it the headline. */
  readonly classId?: string
  /** The longest bar of the line; without it there is no bar. */
  readonly most?: number
}

/** A number with its range and n; it opens its rows. */
export function PlaceFigure({ id, place, indicator, classId, most }: Props) {
  const { t, language } = useSpeech()
  const [, change] = useView()
  const amounts = classId === undefined ? place : place?.classes.find(({ class_id }) => class_id === classId)
  const figure = amounts === undefined ? null : figureOf(amounts, indicator.unit, language)
  if (place === undefined || amounts === undefined || figure === null) return <NoData>{t('value.no_data')}</NoData>
  const open = () => change({ of: id, place: place.place_id as PlaceId, class: classId ?? null, open: 'rows' })
  const n = t('places.n', { n: formatCount(amounts.n, language) })
  const share = place.share_approximate ?? 0
  const approximate = share > 0 ? ` · ${t('basis.approximate', { share: formatExact(100 * share, language, 0) })}` : ''
  return (
    <button
      type="button"
      className="figure"
      title={`${formatExact(amounts.value ?? 0, language, 4)} · ${n}${approximate}`}
      onClick={open}
    >
      <span className="figure-value">
        {figure.text}
        {figure.unit}
      </span>
      {most === undefined || amounts.value === null || place.is_small ? null : <FigureBar place={place} most={most} />}
      {figure.range === null ? null : <span className="figure-range">{figure.range}</span>}
      {classId === undefined ? <span className="figure-range">{n}</span> : null}
    </button>
  )
}

/** Length = value; the thin line = from the lowest to the highest that coarse locations allow. */
function FigureBar({ place, most }: { readonly place: PlaceValue; readonly most: number }) {
  const { place_id, value, low, high } = place
  const share = (amount: number) => `${(100 * amount) / most}%`
  const colour = place_id === 'ALL' ? 'var(--muted)' : regionColours[place_id as keyof typeof regionColours]
  return (
    <span className="bar figure-bar" aria-hidden="true">
      <span className="bar-fill" style={{ inlineSize: share(value ?? 0), backgroundColor: colour }} />
      {low !== null && high !== null && high > low ? (
        <span className="bar-range" style={{ insetInlineStart: share(low), inlineSize: share(high - low) }} />
      ) : null}
    </span>
  )
}
