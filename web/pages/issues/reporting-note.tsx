import { indicators } from '#data/catalog.ts'
import type { Incident } from '#web/api/issue-queries.ts'
import type { IndicatorAnswer } from '#web/api/queries.ts'
import { formatCount, formatExact } from '#web/encoding/format.ts'
import { places } from '#web/pages/coverage/coverage-model.ts'
import { PlaceHead } from '#web/pages/coverage/place-head.tsx'
import { PlaceFigure } from '#web/pages/issues/place-figure.tsx'
import { useSpeech } from '#web/text/text.ts'

interface Props {
  readonly incidents: readonly Incident[]
  /** DQ-02 by region. */
  readonly evidence: IndicatorAnswer | undefined
}

const mean = (numbers: readonly number[]): number | null =>
  numbers.length === 0 ? null : numbers.reduce((sum, number) => sum + number, 0) / numbers.length

/** How well incidents are reported at all: beside every number that rests on reports. */
export function ReportingNote({ incidents, evidence }: Props) {
  const { t, language } = useSpeech()
  const at = (place: string) => incidents.filter(({ region_id }) => place === 'ALL' || region_id === place)
  const sources = (place: string) => mean(at(place).flatMap(({ n_sources }) => (n_sources === null ? [] : [n_sources])))
  return (
    <section className="page-section" aria-labelledby="reporting">
      <h2 id="reporting">{t('reporting.title')}</h2>
      <p className="panel-note totals-words">{t('reporting.words')}</p>
      <table className="cover-table">
        <caption className="visually-hidden">{t('reporting.title')}</caption>
        <PlaceHead corner={t('reporting.what')} />
        <tbody>
          <tr>
            <th scope="row">{t('reporting.reports')}</th>
            {places.map((place) => (
              <td key={place} data-place={place} className="plain-cell">
                {formatCount(at(place).length, language)}
              </td>
            ))}
          </tr>
          <tr>
            <th scope="row">{t('reporting.sources')}</th>
            {places.map((place) => {
              const number = sources(place)
              return (
                <td key={place} data-place={place} className="plain-cell">
                  {number === null ? t('value.no_data') : formatExact(number, language, 1)}
                </td>
              )
            })}
          </tr>
          <tr>
            <th scope="row">{t('reporting.evidence')}</th>
            {places.map((place) => (
              <td key={place} data-place={place}>
                <PlaceFigure
                  id="DQ-02"
                  place={evidence?.places.find(({ place_id }) => place_id === place)}
                  indicator={indicators['DQ-02']}
                />
              </td>
            ))}
          </tr>
        </tbody>
      </table>
    </section>
  )
}
