import { useId, useMemo, useRef, useState } from 'react'
import type { MineReport } from '#web/api/mine-queries.ts'
import { regionColours, type Theme } from '#web/encoding/palette.ts'
import { projectionRound } from '#web/map/azimuthal.ts'
import { Ground } from '#web/pages/mine/ground.tsx'
import { useMineWords } from '#web/pages/mine/mine-words.ts'
import { RingPicture } from '#web/pages/mine/ring-picture.tsx'
import { useSpeech } from '#web/text/text.ts'
import { Toggles } from '#web/ui/toggles.tsx'
import { useWidth } from '#web/ui/use-width.ts'
import '#web/pages/mine/picture.css'

interface Props {
  readonly report: MineReport
  readonly theme: Theme
}

const reaches = [10, 20, 50] as const
/** How far the picture of the part of the world reaches, km. */
const worldReach_km = 900

/** Where the mine is: in its part of the world, and with its rings and what lies in them, in true directions and distances. */
export function RingMap({ report, theme }: Props) {
  const { t } = useSpeech()
  const words = useMineWords()
  const [reach, setReach] = useState<number>(() => reaches.find((radius) => radius >= report.radius_km) ?? 50)
  const name = words.nameOf(report.mine)
  return (
    <figure className="ring-map">
      {report.is_located ? (
        <>
          <RingPicture report={report} theme={theme} reach={reach} title={t('report.map', { name, radius: reach })} />
          <Toggles
            look="segments"
            isSingle
            label={t('report.map_reach')}
            options={reaches.map((radius) => ({ id: String(radius), label: t('report.map_to', { radius }) }))}
            value={[String(reach)]}
            onChange={([radius]) => setReach(Number(radius))}
          />
        </>
      ) : null}
      <Place report={report} title={t('report.map_world', { name })} />
      <figcaption className="panel-note">{t(report.is_located ? 'report.map_about' : 'report.map_coarse')}</figcaption>
    </figure>
  )
}

const share = 0.42

/** A dot in its part of the world; hollow in a dashed circle where the place is known to a province or country only. */
function Place({ report, title }: { readonly report: MineReport; readonly title: string }) {
  const place = useRef<HTMLDivElement>(null)
  const name = useId()
  const width = useWidth(place)
  const height = Math.round(width * share)
  const { longitude, latitude, region_id } = report.mine
  const projection = useMemo(
    () => projectionRound([Number(longitude), Number(latitude)], worldReach_km, [width, height]),
    [longitude, latitude, width, height],
  )
  const colour = regionColours[region_id as keyof typeof regionColours]
  const middle = `translate(${width / 2} ${height / 2})`
  return (
    <div className="picture is-world" ref={place}>
      {width === 0 ? null : (
        <svg width={width} height={height} role="img" aria-labelledby={name}>
          <title id={name}>{title}</title>
          <Ground projection={projection} />
          <g transform={middle}>
            <circle className={report.is_located ? 'picture-pin' : 'picture-pin is-vague'} r={12} />
            {report.is_located ? (
              <circle className="picture-mine" r={5} fill={colour} />
            ) : (
              <circle className="picture-mine is-vague" r={4.5} stroke={colour} />
            )}
          </g>
        </svg>
      )}
    </div>
  )
}
