import type { IndicatorId } from '#data/catalog.ts'
import type { Indicator } from '#data/define.ts'
import type { PlaceId } from '#web/api/committee-queries.ts'
import type { PlaceValue } from '#web/api/queries.ts'
import { figureOf } from '#web/encoding/figure.ts'
import { formatCount, formatExact } from '#web/encoding/format.ts'
import { useView } from '#web/state/use-view.ts'
import { useSpeech } from '#web/text/text.ts'
import { NoData } from '#web/ui/state-cards.tsx'

interface Props {
  readonly id: IndicatorId
  readonly place: PlaceValue | undefined
  readonly indicator: Indicator
  /** One class of the indicator; without it the headline. */
  readonly classId?: string
}

/** A number with its range and n; it opens its rows. */
export function PlaceFigure({ id, place, indicator, classId }: Props) {
  const { t, language } = useSpeech()
  const [, change] = useView()
  const amounts = classId === undefined ? place : place?.classes.find(({ class_id }) => class_id === classId)
  const figure = amounts === undefined ? null : figureOf(amounts, indicator.unit, language)
  if (place === undefined || amounts === undefined || figure === null) return <NoData>{t('value.no_data')}</NoData>
  const open = () => change({ of: id, place: place.place_id as PlaceId, class: classId ?? null, open: 'rows' })
  const n = t('places.n', { n: formatCount(amounts.n, language) })
  return (
    <button
      type="button"
      className="figure"
      title={`${formatExact(amounts.value ?? 0, language, 4)} · ${n}`}
      onClick={open}
    >
      <span className="figure-value">
        {figure.text}
        {figure.unit}
      </span>
      {figure.range === null ? null : <span className="figure-range">{figure.range}</span>}
      {classId === undefined ? <span className="figure-range">{n}</span> : null}
    </button>
  )
}
