import type { Layer } from '#data/encoding.ts'
import { type Colour, darken, palettes, type Theme } from '#web/encoding/palette.ts'
import { shapePaths } from '#web/encoding/shapes.ts'

interface Props {
  readonly layer: Layer
  readonly colour: Colour
  readonly theme: Theme
  readonly px?: number
  readonly shape?: string
}

/** The mark of a layer as it stands on the map, for legends. */
export function Swatch({ layer, colour, theme, px = 10, shape }: Props) {
  return (
    <svg className="swatch" width={18} height={18} viewBox="-9 -9 18 18" aria-hidden="true" focusable="false">
      <Mark layer={layer} colour={colour} theme={theme} px={px} {...(shape === undefined ? {} : { shape })} />
    </svg>
  )
}

function Mark({ layer, colour, theme, px = 10, shape }: Props) {
  const half = px / 2
  const rim = darken(colour, 0.35)
  switch (layer.mark) {
    case 'circle':
      return <circle r={half} fill={colour} stroke={layer.hasHalo ? rim : 'none'} />
    case 'square':
      return <rect x={-half} y={-half} width={px} height={px} fill="none" stroke={colour} strokeWidth={1.5} />
    case 'diamond':
      return <DiamondMark colour={colour} halo={palettes[theme].surface} shape={shape ?? 'people'} />
    case 'area':
      return <AreaMark colour={colour} isApproximate={layer.approximate !== undefined} />
    case 'line':
      return <line x1={-7} x2={7} stroke={colour} strokeWidth={1.5} />
  }
}

function DiamondMark({
  colour,
  halo,
  shape,
}: {
  readonly colour: Colour
  readonly halo: Colour
  readonly shape: string
}) {
  return (
    <g transform="scale(0.72) translate(-12 -12)">
      <path d={shapePaths.diamond} fill={colour} />
      <path d={shapePaths.inner[shape] ?? ''} fill={halo} />
    </g>
  )
}

function AreaMark({ colour, isApproximate }: { readonly colour: Colour; readonly isApproximate: boolean }) {
  return (
    <>
      <circle r={7} fill={colour} fillOpacity={0.15} />
      {isApproximate ? <path d="M-6 2 2-6M-4.5 5 5-4.5M-1 7 7-1" stroke={colour} strokeOpacity={0.5} /> : null}
      <circle r={7} fill="none" stroke={colour} strokeDasharray={isApproximate ? '2.6 1.8' : undefined} />
    </>
  )
}
