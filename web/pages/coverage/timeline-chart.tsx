import { areaY, axisX, axisY, gridY, plot, ruleY, text } from '@observablehq/plot'
import { useEffect, useId, useRef } from 'react'
import { type CodeOf, codesOf } from '#data/vocabularies.ts'
import type { Coverage } from '#web/api/committee-queries.ts'
import { regionColours } from '#web/encoding/palette.ts'
import { pointsOf, yearEnds } from '#web/pages/coverage/timeline-model.ts'
import { languageTags, useSpeech } from '#web/text/text.ts'
import { useWidth } from '#web/ui/use-width.ts'

interface Props {
  readonly coverage: Coverage
}

const regions = codesOf('region')

/** Active and completed pilots over time, one small chart a region on one scale. */
export function TimelineChart({ coverage }: Props) {
  const { t, nameOf, language } = useSpeech()
  const place = useRef<HTMLDivElement>(null)
  const width = useWidth(place)
  const name = useId()
  useEffect(() => {
    if (place.current === null || width === 0) return
    const locale = languageTags[language]
    place.current.replaceChildren(draw({ coverage, width, nameOf: (code) => nameOf('region', code), locale }))
  }, [coverage, width, nameOf, language])
  return (
    <figure className="chart" aria-labelledby={`${name}-title`} aria-describedby={`${name}-words`}>
      <figcaption>
        <h2 id={`${name}-title`}>{t('timeline.title')}</h2>
        <p id={`${name}-words`} className="panel-note">
          {t('timeline.words')}
        </p>
      </figcaption>
      <div ref={place} className="chart-place" aria-hidden="true" />
      <ul className="cover-legend">
        <li>
          <span className="chart-swatch is-completed" />
          {t('coverage.completed')}
        </li>
        <li>
          <span className="chart-swatch is-active" />
          {t('coverage.active')}
        </li>
      </ul>
      <details className="chart-table">
        <summary>{t('timeline.table')}</summary>
        <YearTable coverage={coverage} />
      </details>
    </figure>
  )
}

interface Drawing {
  readonly coverage: Coverage
  readonly width: number
  readonly nameOf: (region: CodeOf<'region'>) => string
  readonly locale: string
}

const panelHeight = 140

/** A faceted step chart; its own sheet of styles is left out, because the page allows nothing inline. */
function draw({ coverage, width, nameOf, locale }: Drawing): Element {
  const columns = width < 640 ? 2 : 4
  const facets = regions.map((region, index) => ({ region, column: index % columns, row: Math.floor(index / columns) }))
  const points = facets.flatMap((facet) =>
    pointsOf(coverage.timeline, coverage.as_of).flatMap((point) =>
      point.place === facet.region ? [{ ...point, ...facet, fill: regionColours[facet.region] }] : [],
    ),
  )
  const year = new Intl.DateTimeFormat(locale, { year: 'numeric', timeZone: 'UTC' })
  const facet = { fx: 'column', fy: 'row' } as const
  const chart = plot({
    ...{ width, height: (panelHeight * 4) / columns + 30, marginLeft: 28, marginRight: 8, marginTop: 24 },
    className: 'chart-svg',
    fx: { axis: null, padding: 0.08 },
    fy: { axis: null, padding: 0.3 },
    x: { type: 'utc', label: null },
    y: { nice: true },
    marks: [
      gridY({ ticks: 4, stroke: 'currentColor', strokeOpacity: 0.15 }),
      axisX({ ticks: 4, tickFormat: (day: Date) => year.format(day), tickSize: 0 }),
      axisY({ ticks: 4, tickSize: 0, label: null, tickFormat: 'd' }),
      areaY(points, {
        ...{ x: 'day', y: 'pilots', ...facet, z: 'kind', fill: 'fill', curve: 'step-after' },
        fillOpacity: ({ kind }: (typeof points)[number]) => (kind === 'completed' ? 1 : 0.45),
        order: ['completed', 'active'],
      }),
      ruleY([0]),
      text(facets, {
        ...{ ...facet, frameAnchor: 'top-left', dy: -18, fontSize: 13, fontWeight: 700 },
        text: ({ region }: (typeof facets)[number]) => nameOf(region),
      }),
    ],
  })
  for (const sheet of chart.querySelectorAll('style')) sheet.remove()
  return chart
}

function YearTable({ coverage }: Props) {
  const { t, nameOf } = useSpeech()
  const rows = yearEnds(coverage.timeline, coverage.as_of)
  const years = [...new Set(rows.map(({ day }) => day.slice(0, 4)))]
  const at = (place: string, year: string) =>
    rows.find(({ place_id, day }) => place_id === place && day.startsWith(year))
  return (
    <table className="plain-table">
      <caption className="visually-hidden">{t('timeline.title')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('timeline.end_of')}</th>
          {[...regions, 'ALL' as const].map((place) => (
            <th key={place} scope="col">
              {place === 'ALL' ? t('coverage.all') : nameOf('region', place)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {years.map((year) => (
          <tr key={year}>
            <th scope="row">{year}</th>
            {[...regions, 'ALL' as const].map((place) => {
              const { active = 0, completed = 0 } = at(place, year) ?? {}
              return <td key={place}>{t('timeline.cell', { active, completed })}</td>
            })}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
