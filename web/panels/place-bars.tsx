import type { Indicator } from '#data/define.ts'
import { type CodeOf, codesOf } from '#data/vocabularies.ts'
import type { IndicatorAnswer, PlaceValue } from '#web/api/queries.ts'
import {
  formatCount,
  formatExact,
  formatList,
  formatRange,
  formatRounded,
  formatValue,
  unitText,
} from '#web/encoding/format.ts'
import { regionColours } from '#web/encoding/palette.ts'
import { useCountryNames } from '#web/panels/use-country-names.ts'
import { useView } from '#web/state/use-view.ts'
import { type Speech, useSpeech } from '#web/text/text.ts'
import { Button } from '#web/ui/button.tsx'
import { NoData } from '#web/ui/state-cards.tsx'

interface Props {
  /** For the regions and countries of the filter. */
  readonly chosen: IndicatorAnswer
  /** For all of them. */
  readonly answer: IndicatorAnswer
  readonly indicator: Indicator
}

type PlaceId = 'ALL' | CodeOf<'region'>
const regions = codesOf('region')

/** What is chosen as one large number, then each region with a bar on one common scale; all regions are one press away. */
export function PlaceBars({ chosen, answer, indicator }: Props) {
  const byId = new Map(answer.places.map((place) => [place.place_id, place]))
  const shown = regions.flatMap((id) => byId.get(id) ?? [])
  const most = Math.max(...shown.flatMap(({ value, high }) => [value ?? 0, high ?? 0]), Number.EPSILON)
  const all = chosen.places.find(({ place_id }) => place_id === 'ALL')
  return (
    <div className="places">
      {all === undefined ? null : <AllPlaces place={all} indicator={indicator} asked={chosen.parameters} />}
      <ul className="place-list">
        {regions.map((id) => (
          <PlaceRow key={id} id={id} place={byId.get(id)} indicator={indicator} most={most} />
        ))}
      </ul>
    </div>
  )
}

/** `28 (20–36) of 131` for shares, else the range and n: the value itself stands above. */
function basisOf(place: PlaceValue, indicator: Indicator, { language, t }: Speech): string {
  const { numerator, denominator, low, high, value } = place
  const isShare = indicator.unit === 'percent' && numerator !== null && denominator !== null
  if (isShare) {
    const count = (share: number | null) => (share === null ? null : Math.round((share * denominator) / 100))
    const range = formatRange(numerator, count(low), count(high), language)
    return t('places.of', { range, all: formatCount(denominator, language) })
  }
  const n = t('places.n', { n: formatCount(place.n, language) })
  const hasRange = value !== null && low !== null && high !== null && high > low
  return hasRange ? `${formatRounded(low, language)}–${formatRounded(high, language)} · ${n}` : n
}

interface NumberProps {
  readonly place: PlaceValue
  readonly indicator: Indicator
  readonly size: 'large' | 'small'
}

/** A value that opens its rows; small ones leave a long unit to the large one above them; too few to make a share or rate of, it stays two counts; without data it says so. */
function PlaceNumber({ place, indicator, size }: NumberProps) {
  const speech = useSpeech()
  const { t, language } = speech
  const [, change] = useView()
  if (place.value === null) return <NoData>{t('value.no_data')}</NoData>
  const isCountOnly = place.is_small
  const { number, unit } = isCountOnly
    ? {
        number: formatCount(place.numerator ?? 0, language),
        unit: ` / ${formatCount(place.denominator ?? 0, language)}`,
      }
    : formatValue(place.value, indicator.unit, language)
  const exact = formatExact(place.value, language, 4) + unitText(indicator.unit, language)
  return (
    <button
      type="button"
      className={`place-number is-${size}`}
      title={isCountOnly ? t('places.too_few') : `${exact} · ${t('open.rows')}`}
      onClick={() => change({ open: 'rows', of: null, place: place.place_id as PlaceId })}
    >
      {number}
      {size === 'large' || isCountOnly || indicator.unit === 'percent' ? <span className="unit">{unit}</span> : null}
    </button>
  )
}

interface AllPlacesProps extends Omit<NumberProps, 'size'> {
  /** What the answer was asked with: an older one bears its own name until the new one is there. */
  readonly asked: IndicatorAnswer['parameters']
}

const codesIn = (list: unknown): string[] => (typeof list === 'string' ? list.split(',') : [])

/** The large number bears the names of what the filter chose, and a way back to all regions. */
function AllPlaces({ place, indicator, asked }: AllPlacesProps) {
  const speech = useSpeech()
  const { nameOfCountry } = useCountryNames()
  const [, change] = useView()
  const names = [
    ...codesIn(asked.country).map(nameOfCountry),
    ...codesIn(asked.region).map((id) => speech.nameOf('region', id)),
  ]
  const [first] = names
  const title =
    names.length > 1 ? speech.t('places.chosen', { count: names.length }) : (first ?? speech.t('region.all'))
  return (
    <div className="place-all">
      <span className="place-all-name" title={formatList(names, speech.language)}>
        {title}
      </span>
      <PlaceNumber place={place} indicator={indicator} size="large" />
      {first === undefined ? (
        <span />
      ) : (
        <Button kind="link" onPress={() => change({ region: null, country: null, at: null })}>
          {speech.t('region.all')}
        </Button>
      )}
      <span className="place-basis">{basisOf(place, indicator, speech)}</span>
    </div>
  )
}

interface RowProps {
  readonly id: CodeOf<'region'>
  readonly place: PlaceValue | undefined
  readonly indicator: Indicator
  readonly most: number
}

function PlaceRow({ id, place, indicator, most }: RowProps) {
  const speech = useSpeech()
  const [view, change] = useView()
  const isOut = view.region.length > 0 && !view.region.includes(id)
  const isOnly = view.region.length === 1 && view.region[0] === id
  return (
    <li className={isOut ? 'place-row is-out' : 'place-row'}>
      <button
        type="button"
        className="place-name"
        aria-pressed={isOnly}
        title={speech.t(isOnly ? 'places.show_all' : 'places.filter')}
        onClick={() => change({ region: isOnly ? null : [id], country: null, at: null })}
      >
        <span className="place-dot" style={{ backgroundColor: regionColours[id] }} />
        {speech.nameOf('region', id)}
      </button>
      <Bar place={place} most={most} colour={regionColours[id]} />
      {place === undefined ? (
        <NoData>{speech.t('value.no_data')}</NoData>
      ) : (
        <PlaceNumber place={place} indicator={indicator} size="small" />
      )}
      {place === undefined || place.value === null ? null : (
        <span className="place-basis">{basisOf(place, indicator, speech)}</span>
      )}
    </li>
  )
}

interface BarProps {
  readonly place: PlaceValue | undefined
  readonly most: number
  readonly colour: string
}

/** Length = value; the thin line = from the lowest to the highest that the coarse locations allow. */
function Bar({ place, most, colour }: BarProps) {
  const share = (value: number) => `${(100 * value) / most}%`
  const value = place?.value ?? null
  if (place === undefined || value === null) return <span className="bar has-no-data" />
  const isRange = place.low !== null && place.high !== null && place.high > place.low
  return (
    <span className="bar" aria-hidden="true">
      <span className="bar-fill" style={{ inlineSize: share(value), backgroundColor: colour }} />
      {isRange ? (
        <span
          className="bar-range"
          style={{ insetInlineStart: share(place.low ?? 0), inlineSize: share((place.high ?? 0) - (place.low ?? 0)) }}
        />
      ) : null}
    </span>
  )
}
