import type { Layer } from '@deck.gl/core'
import { PolygonLayer, TextLayer } from '@deck.gl/layers'
import { positionOf } from '#web/api/features.ts'
import { formatRounded } from '#web/encoding/format.ts'
import { palettes, rgba } from '#web/encoding/palette.ts'
import { layerScales } from '#web/encoding/scale.ts'
import { type Hexagon, hexagonsOf } from '#web/map/hexagons.ts'
import type { LayerInput } from '#web/map/layers/input.ts'

/** Below this zoom a dense layer is gathered in cells. */
export const honeycombBelow = 4
/** From this many features on a layer is dense. */
const denseFrom = 250
const cellRadius = 13

export const isDense = ({ features, zoom }: LayerInput): boolean =>
  zoom < honeycombBelow && features.length >= denseFrom

/** A dense layer from afar: cells whose tone says how many, with the number where there is room. */
export function honeycombLayers({ id, declaration, features, theme, zoom }: LayerInput): Layer[] {
  const { colour } = layerScales(declaration, theme)
  const palette = palettes[theme]
  const cells = hexagonsOf(
    features.map(positionOf).filter((position) => position !== null),
    zoom,
    cellRadius,
  )
  const most = Math.max(1, ...cells.map(({ n }) => n))
  const tone = ({ n }: Hexagon) => 0.1 + 0.4 * Math.sqrt(n / most)
  const hue = colour.of({})
  return [
    new PolygonLayer<Hexagon>({
      id: `${id}-cells`,
      data: cells,
      pickable: true,
      stroked: false,
      getPolygon: ({ corners }) => corners,
      getFillColor: (cell) => rgba(hue, tone(cell)),
      updateTriggers: { getFillColor: [theme, most] },
    }),
    new TextLayer<Hexagon>({
      id: `${id}-counts`,
      data: cells.filter(({ n }) => n >= 10),
      getPosition: ({ centre }) => centre,
      getText: ({ n }) => formatRounded(n, 'en'),
      getSize: 10,
      getColor: rgba(palette.text, 0.75),
      fontFamily: 'Atlas Sans, sans-serif',
      fontSettings: { fontSize: 40 },
      characterSet: '0123456789,.',
    }),
  ]
}
