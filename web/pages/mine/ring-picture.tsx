import { useQuery } from '@tanstack/react-query'
import { type GeoProjection, geoPath } from 'd3-geo'
import { useId, useMemo, useRef } from 'react'
import { datasets } from '#data/catalog.ts'
import { type Feature, positionOf } from '#web/api/features.ts'
import { type MineReport, mineShapesQuery } from '#web/api/mine-queries.ts'
import { formatDistance } from '#web/encoding/format.ts'
import { palettes, type Theme } from '#web/encoding/palette.ts'
import { layerScales } from '#web/encoding/scale.ts'
import { shapePaths } from '#web/encoding/shapes.ts'
import { projectionRound, rewound } from '#web/map/azimuthal.ts'
import { Ground } from '#web/pages/mine/ground.tsx'
import { useFilter } from '#web/state/use-view.ts'
import { useSpeech } from '#web/text/text.ts'
import { useWidth } from '#web/ui/use-width.ts'
import '#web/pages/mine/picture.css'

interface Props {
  readonly report: MineReport
  readonly theme: Theme
  /** How far the picture reaches, km. */
  readonly reach: number
  readonly title: string
}

const none: readonly Feature[] = []
const margin = 1.05

/** The rings of a mine and what lies in them, in the marks of the map; names on hover, all of it in the tables below. */
export function RingPicture({ report, theme, reach, title }: Props) {
  const { t } = useSpeech()
  const { data } = useQuery(mineShapesQuery(String(report.mine.mine_id), useFilter()))
  const features = data?.features ?? none
  const place = useRef<HTMLDivElement>(null)
  const name = useId()
  const side = useWidth(place)
  const { longitude, latitude } = report.mine
  const projection = useMemo(
    () => projectionRound([Number(longitude), Number(latitude)], reach * margin, [side, side]),
    [longitude, latitude, reach, side],
  )
  const part = (wanted: string) => features.filter(({ properties }) => properties.part === wanted)
  const areas = part('protected_area')
  const communities = part('host_community')
  const incidents = part('incident_report')
  const description = t('report.map_description', {
    areas: areas.length,
    communities: communities.length,
    incidents: incidents.length,
  })
  return (
    <div className="picture" ref={place}>
      {side === 0 ? null : (
        <svg width={side} height={side} role="img" aria-labelledby={`${name}-title ${name}-description`}>
          <title id={`${name}-title`}>{title}</title>
          <desc id={`${name}-description`}>{description}</desc>
          <Ground projection={projection} />
          <Areas areas={areas} projection={projection} />
          <Rings rings={part('ring')} chosen={report.radius_km} projection={projection} reach={reach} />
          <Communities communities={communities} projection={projection} theme={theme} />
          <Incidents incidents={incidents} projection={projection} theme={theme} />
          <circle
            className="picture-mine"
            cx={side / 2}
            cy={side / 2}
            r={6}
            fill={layerScales(datasets.pilot_mines.layer, theme).colour.of(report.mine)}
          />
        </svg>
      )}
    </div>
  )
}

interface LayerProps {
  readonly projection: GeoProjection
}

function useTitle() {
  const { language } = useSpeech()
  return ({ properties }: Feature): string => {
    const name = String((language === 'zh' ? properties.name_zh : null) ?? properties.name_en ?? '')
    const { distance_m } = properties
    return typeof distance_m === 'number' ? `${name}, ${formatDistance(distance_m, language)}` : name
  }
}

/** Protected areas: a dashed outline where a circle stands in for the true one. */
function Areas({ areas, projection }: LayerProps & { readonly areas: readonly Feature[] }) {
  const titleOf = useTitle()
  const path = geoPath(projection).digits(1).pointRadius(4)
  return (
    <>
      {areas.map((area) => (
        <path
          key={area.id}
          className={area.properties.is_approx ? 'picture-area is-approximate' : 'picture-area'}
          d={area.geometry === null ? '' : (path(rewound(area.geometry)) ?? '')}
        >
          <title>{titleOf(area)}</title>
        </path>
      ))}
    </>
  )
}

interface RingsProps extends LayerProps {
  readonly rings: readonly Feature[]
  /** The radius of the page, km. */
  readonly chosen: number
  readonly reach: number
}

/** The rings as prepare made them, on the ellipsoid; those with room bear their radius. */
function Rings({ rings, chosen, projection, reach }: RingsProps) {
  const path = geoPath(projection).digits(1)
  const [middleX, middleY] = projection.translate()
  const pixels_km = middleY / (reach * margin)
  return (
    <>
      {rings.map((ring) => {
        const radius = Number(ring.properties.radius_km)
        const state = radius === chosen ? ' is-chosen' : ''
        return (
          <g key={ring.id}>
            <path
              className={`picture-ring${state}`}
              d={ring.geometry === null ? '' : (path(rewound(ring.geometry)) ?? '')}
            />
            {radius > reach || radius < reach / 10 ? null : (
              <text
                className={`picture-radius${state}`}
                x={middleX}
                y={middleY - radius * pixels_km + 4}
                textAnchor="middle"
              >
                {radius} km
              </text>
            )}
          </g>
        )
      })}
    </>
  )
}

interface MarkProps extends LayerProps {
  readonly theme: Theme
}

/** The point of a feature in the picture; null where it has none, or lies outside. */
function spotOf(feature: Feature, projection: GeoProjection): readonly [number, number] | null {
  const position = positionOf(feature)
  return position === null ? null : projection([...position])
}

/** Host communities: hollow squares by population. */
function Communities({ communities, projection, theme }: MarkProps & { readonly communities: readonly Feature[] }) {
  const titleOf = useTitle()
  const { size } = layerScales(datasets.host_communities.layer, theme)
  return (
    <>
      {communities.map((community) => {
        const spot = spotOf(community, projection)
        const side = size.of(community.properties)
        return spot === null ? null : (
          <rect
            key={community.id}
            className="picture-community"
            x={spot[0] - side / 2}
            y={spot[1] - side / 2}
            width={side}
            height={side}
          >
            <title>{titleOf(community)}</title>
          </rect>
        )
      })}
    </>
  )
}

/** Incident reports: diamonds by severity, the mark in them by group. */
function Incidents({ incidents, projection, theme }: MarkProps & { readonly incidents: readonly Feature[] }) {
  const titleOf = useTitle()
  const { colour, shape } = layerScales(datasets.incident_reports.layer, theme)
  return (
    <>
      {incidents.map((incident) => {
        const spot = spotOf(incident, projection)
        return spot === null ? null : (
          <g key={incident.id} transform={`translate(${spot[0]} ${spot[1]}) scale(0.72) translate(-12 -12)`}>
            <title>{titleOf(incident)}</title>
            <path className="picture-incident" d={shapePaths.diamond} fill={colour.of(incident.properties)} />
            <path d={shapePaths.inner[shape?.of(incident.properties) ?? ''] ?? ''} fill={palettes[theme].surface} />
          </g>
        )
      })}
    </>
  )
}
