import { type IndicatorId, indicators } from '#data/catalog.ts'
import type { Indicator } from '#data/define.ts'
import { codesOf, vocabularies } from '#data/vocabularies.ts'
import type { IndicatorValues } from '#web/api/committee-queries.ts'
import type { IndicatorAnswer } from '#web/api/queries.ts'
import { formatDay, formatExact, unitText } from '#web/encoding/format.ts'
import { places } from '#web/pages/coverage/coverage-model.ts'
import { PlaceHead } from '#web/pages/coverage/place-head.tsx'
import { PlaceFigure } from '#web/pages/issues/place-figure.tsx'
import { useSpeech } from '#web/text/text.ts'
import { WideTable } from '#web/ui/wide-table.tsx'

/** Where all regions are a sum, their bar would dwarf the others on one scale. */
const hasSum = new Set<Indicator['aggregation']>(['sum', 'union'])
const byId = indicators as Readonly<Record<IndicatorId, Indicator>>

/** The indicators of an issue by region: value, range, n; those that wait for data say which field is missing. */
export function IndicatorTable({ values }: { readonly values: IndicatorValues }) {
  const { t } = useSpeech()
  return (
    <WideTable label={t('issues.indicators')}>
      <table className="cover-table indicator-table">
        <caption className="visually-hidden">{t('issues.indicators')}</caption>
        <PlaceHead corner={t('matrix.indicator')} />
        {values.answers.map((answer) => (
          <IndicatorRows key={answer.indicator} answer={answer} />
        ))}
      </table>
    </WideTable>
  )
}

function IndicatorRows({ answer }: { readonly answer: IndicatorAnswer }) {
  const { say } = useSpeech()
  const id = answer.indicator as IndicatorId
  const indicator = byId[id]
  const regions = answer.places.filter(
    ({ place_id, is_small }) => (hasSum.has(indicator.aggregation) ? place_id !== 'ALL' : true) && !is_small,
  )
  const most = Math.max(...regions.flatMap(({ value, high }) => [value ?? 0, high ?? 0]), Number.EPSILON)
  return (
    <tbody>
      <tr>
        <th scope="row">
          <IndicatorName answer={answer} />
        </th>
        {answer.no_data === undefined ? (
          places.map((place) => (
            <td key={place} data-place={place}>
              <PlaceFigure
                id={id}
                place={answer.places.find(({ place_id }) => place_id === place)}
                indicator={indicator}
                {...(place !== 'ALL' || !hasSum.has(indicator.aggregation) ? { most } : {})}
              />
            </td>
          ))
        ) : (
          <td colSpan={places.length}>
            <span className="no-data is-wide">{say(answer.no_data)}</span>
          </td>
        )}
      </tr>
      {answer.no_data === undefined && indicator.classes === 'incident_link' ? (
        <LinkRows answer={answer} indicator={indicator} />
      ) : null}
    </tbody>
  )
}

const arrows = { up: '↑', down: '↓', context: '·' } as const

function IndicatorName({ answer }: { readonly answer: IndicatorAnswer }) {
  const { t, say, language } = useSpeech()
  const indicator = byId[answer.indicator as IndicatorId]
  const { radius_km: radius } = answer.parameters
  const notes = [
    t(`issues.class_${indicator.class}`),
    unitText(indicator.unit, language).trim(),
    typeof radius === 'number' ? t('issues.within', { radius: formatExact(radius, language) }) : '',
    answer.period === null
      ? ''
      : t('basis.period', { from: formatDay(answer.period.from, language), to: formatDay(answer.period.to, language) }),
  ].filter((note) => note !== '')
  return (
    <>
      <span className="indicator-name" title={say(indicator.definition)}>
        <span className="indicator-arrow" title={t(`issues.direction_${indicator.direction}`)}>
          {arrows[indicator.direction]}
        </span>
        {say(indicator.name)} <span className="matrix-unit">{answer.indicator}</span>
      </span>
      <span className="matrix-unit">{notes.join(' · ')}</span>
      <details className="indicator-more">
        <summary>{t('issues.means')}</summary>
        <p>{say(indicator.definition)}</p>
        <p>{say(indicator.caveat)}</p>
      </details>
    </>
  )
}

/** Linked and near apart, never one number for both. */
function LinkRows({ answer, indicator }: { readonly answer: IndicatorAnswer; readonly indicator: Indicator }) {
  const { say } = useSpeech()
  return codesOf('incident_link').map((code) => (
    <tr key={code} className="class-line">
      <th scope="row">{say(vocabularies.incident_link.terms[code])}</th>
      {places.map((place) => (
        <td key={place} data-place={place}>
          <PlaceFigure
            id={answer.indicator as IndicatorId}
            place={answer.places.find(({ place_id }) => place_id === place)}
            indicator={indicator}
            classId={code}
          />
        </td>
      ))}
    </tr>
  ))
}
