import { dot, geo, plot, text } from '@observablehq/plot'
import { useQuery } from '@tanstack/react-query'
import type { FeatureCollection, GeoJsonObject } from 'geojson'
import { useEffect, useRef } from 'react'
import { codesOf } from '#data/vocabularies.ts'
import { longLived } from '#web/api/ask.ts'
import { type Feature, positionOf } from '#web/api/features.ts'
import { formatDay } from '#web/encoding/format.ts'
import { regionColours } from '#web/encoding/palette.ts'
import type { Flag } from '#web/pages/briefing/flags.ts'
import { useSpeech } from '#web/text/text.ts'

interface Props {
  readonly mines: readonly Feature[]
  /** Mines with an active or completed pilot. */
  readonly running: ReadonlySet<string>
  readonly flags: readonly Flag[]
  readonly asOf: string
}

const width = 702
const height = 272
/** Kilometres of the scale bar, and of a degree of longitude at the equator (WGS 84). */
const barKm = 2000
const degreeKm = 111.3195
const barFrom = 66
/** What the map is fitted to: the four regions. */
const corners = {
  type: 'MultiPoint',
  coordinates: [
    [-118, -34],
    [-118, 58],
    [142, 58],
    [142, -34],
  ],
} as const

const landQuery = {
  queryKey: ['land'],
  queryFn: async () => (await (await fetch('/basemap/land.geojson')).json()) as FeatureCollection,
  ...longLived,
}

/** The pilots on a map of the four regions that prints: drawn as lines, with legend, scale, north, sources and date. */
export function BriefingMap({ mines, running, flags, asOf }: Props) {
  const { t, language, nameOf } = useSpeech()
  const place = useRef<HTMLDivElement>(null)
  const { data: land } = useQuery(landQuery)
  useEffect(() => {
    if (place.current === null || land === undefined) return
    place.current.replaceChildren(draw({ land, mines, running, flags, scale: t('briefing.scale') }))
  }, [land, mines, running, flags, t])
  const words = t('briefing.map_words', { mines: mines.length, running: running.size, flags: flags.length })
  return (
    <figure className="brief-map" data-map={land === undefined ? 'waiting' : 'ready'}>
      <div className="brief-map-frame" role="img" aria-label={words}>
        <div ref={place} className="brief-map-place" aria-hidden="true" />
        <North />
      </div>
      <figcaption className="brief-legend">
        {codesOf('region').map((region) => (
          <span key={region}>
            <span className="place-dot" style={{ backgroundColor: regionColours[region] }} />
            {nameOf('region', region)}
          </span>
        ))}
        <span>
          <span className="brief-key is-running" />
          {t('briefing.key_running')}
        </span>
        <span>
          <span className="brief-key is-other" />
          {t('briefing.key_other')}
        </span>
        <span>
          <span className="brief-key is-flag">1</span>
          {t('briefing.key_flag')}
        </span>
        <span className="brief-credit">{t('briefing.map_credit', { day: formatDay(asOf, language) })}</span>
      </figcaption>
    </figure>
  )
}

function North() {
  const { t } = useSpeech()
  return (
    <svg className="brief-north" width={18} height={30} viewBox="0 0 18 30" aria-hidden="true">
      <path d="M9 1 15 19 9 15 3 19Z" />
      <text x={9} y={29} textAnchor="middle">
        {t('briefing.north')}
      </text>
    </svg>
  )
}

type Drawing = Pick<Props, 'mines' | 'running' | 'flags'> & {
  readonly land: FeatureCollection
  readonly scale: string
}

/** The scale bar is a line of 2,000 km on the equator, drawn by the same projection as the land, so it can't be wrong. */
const scaleBar = {
  type: 'LineString',
  coordinates: [
    [barFrom, 0],
    [barFrom + barKm / degreeKm / 2, 0],
    [barFrom + barKm / degreeKm, 0],
  ],
} as unknown as GeoJsonObject

function draw({ land, mines, running, flags, scale }: Drawing): Element {
  const points = mines.flatMap((mine) => {
    const position = positionOf(mine)
    const { region_id, mine_id } = mine.properties
    const fill = regionColours[region_id as keyof typeof regionColours]
    return position === null ? [] : [{ x: position[0], y: position[1], fill, isRunning: running.has(String(mine_id)) }]
  })
  const numbered = flags.flatMap(({ position }, index) =>
    position === null ? [] : [{ x: position[0], y: position[1], number: String(index + 1) }],
  )
  const at = { x: 'x', y: 'y' } as const
  const chart = plot({
    ...{ width, height, margin: 0, className: 'brief-svg' },
    projection: {
      type: 'equal-earth',
      rotate: [-12, 0],
      domain: corners as unknown as GeoJsonObject,
      inset: 2,
      clip: true,
    },
    marks: [
      geo(land, { fill: '#ece7dc', stroke: '#b8b2a6', strokeWidth: 0.4 }),
      geo(scaleBar, { stroke: '#1b2126', strokeWidth: 1.5 }),
      text([{ x: barFrom + barKm / degreeKm / 2, y: 0, scale }], {
        ...at,
        text: 'scale',
        dy: 9,
        fontSize: 9,
        fill: '#1b2126',
      }),
      dot(
        points.filter(({ isRunning }) => !isRunning),
        { ...at, r: 1.8, stroke: 'fill', strokeWidth: 1, fill: '#ffffff' },
      ),
      dot(
        points.filter(({ isRunning }) => isRunning),
        { ...at, r: 3.6, fill: 'fill', stroke: '#ffffff', strokeWidth: 0.8 },
      ),
      dot(numbered, { ...at, r: 5.5, stroke: '#a3260f', strokeWidth: 1.2 }),
      text(numbered, {
        ...at,
        text: 'number',
        dx: 9,
        dy: -6,
        fontSize: 8.5,
        fontWeight: 700,
        fill: '#a3260f',
        stroke: '#ffffff',
        strokeWidth: 2,
      }),
    ],
  })
  for (const sheet of chart.querySelectorAll('style')) sheet.remove()
  return chart
}
