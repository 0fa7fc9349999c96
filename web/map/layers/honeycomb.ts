import type { Layer } from '@deck.gl/core'
import { IconLayer, PolygonLayer, TextLayer } from '@deck.gl/layers'
import { positionOf } from '#web/api/features.ts'
import { formatRounded } from '#web/encoding/format.ts'
import { palettes, rgba } from '#web/encoding/palette.ts'
import { layerScales } from '#web/encoding/scale.ts'
import { type Hexagon, hexagonsOf } from '#web/map/hexagons.ts'
import { iconSize, makeIconAtlas } from '#web/map/icon-atlas.ts'
import type { LayerInput } from '#web/map/layers/input.ts'
import type { Position } from '#web/map/mercator.ts'

/** Below this zoom a dense layer is gathered in cells. */
export const gatheredBelow = 4
/** From this many features on a layer is dense. */
const denseFrom = 250

/** Whether a layer would be a carpet of dots. Areas are few pixels wide from afar and are never gathered. */
export const isDense = ({ declaration, features, zoom }: LayerInput): boolean =>
  declaration.mark !== 'area' && zoom < gatheredBelow && features.length >= denseFrom

interface Placed {
  readonly positions: Position[]
  /** How many features stand at each: tiles from afar show one of many and say so. */
  readonly weights: number[]
}

function placed({ features }: LayerInput): Placed {
  const all = features.flatMap((feature) => {
    const position = positionOf(feature)
    const { n_here } = feature.properties
    return position === null ? [] : [{ position, weight: typeof n_here === 'number' ? n_here : 1 }]
  })
  return { positions: all.map(({ position }) => position), weights: all.map(({ weight }) => weight) }
}

/** A dense layer from afar, in the shape of its own marks: circles become a honeycomb, others larger marks with a number. */
export const gatheredLayers = (input: LayerInput): Layer[] =>
  input.declaration.mark === 'circle' ? honeycombLayers(input) : clusterLayers(input)

/** Cells whose tone says how many. */
function honeycombLayers(input: LayerInput): Layer[] {
  const { id, declaration, theme, zoom } = input
  const { positions, weights } = placed(input)
  const cells = hexagonsOf(positions, zoom, 9, weights)
  const most = Math.max(1, ...cells.map(({ n }) => n))
  const hue = layerScales(declaration, theme).colour.of({})
  return [
    new PolygonLayer<Hexagon>({
      id: `${id}-cells`,
      data: cells,
      pickable: true,
      stroked: false,
      getPolygon: ({ corners }) => corners,
      getFillColor: ({ n }) => rgba(hue, 0.13 + 0.42 * Math.sqrt(n / most)),
      updateTriggers: { getFillColor: [theme, most] },
    }),
  ]
}

/** One mark a cell, with the number of features in it. */
function clusterLayers(input: LayerInput): Layer[] {
  const { id, declaration, theme, zoom } = input
  const { positions, weights } = placed(input)
  const cells = hexagonsOf(positions, zoom, 30, weights)
  const colour = layerScales(declaration, theme).colour.of({})
  const kind = { key: 'cluster', mark: 'square', shape: 'plain', colour, fill: palettes[theme].surface } as const
  const atlas = makeIconAtlas([kind], theme)
  return [
    new IconLayer<Hexagon>({
      id: `${id}-cells`,
      data: cells,
      pickable: true,
      // deck.gl takes a canvas here; its types know only the two commoner ways.
      iconAtlas: atlas.image as unknown as string,
      iconMapping: { ...atlas.mapping },
      sizeUnits: 'pixels',
      getPosition: ({ middle }) => middle,
      getIcon: () => 'cluster',
      getSize: ({ n }) => iconSize(n >= 100 ? 24 : n >= 10 ? 18 : 14),
    }),
    new TextLayer<Hexagon>({
      id: `${id}-counts`,
      data: cells,
      getPosition: ({ middle }) => middle,
      getText: ({ n }) => formatRounded(n, 'en'),
      getSize: 10,
      getColor: rgba(palettes[theme].text),
      fontFamily: 'Atlas Sans, Atlas Sans SC, sans-serif',
      fontSettings: { fontSize: 40 },
      characterSet: '0123456789,.',
      updateTriggers: { getColor: [theme] },
    }),
  ]
}
