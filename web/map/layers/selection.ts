import type { Layer } from '@deck.gl/core'
import { PathStyleExtension, type PathStyleExtensionProps } from '@deck.gl/extensions'
import { PathLayer, PolygonLayer, ScatterplotLayer } from '@deck.gl/layers'
import { palettes, rgba, type Theme } from '#web/encoding/palette.ts'
import { ringAround } from '#web/map/geodesy.ts'
import type { Position } from '#web/map/mercator.ts'

const dashes = new PathStyleExtension({ dash: true })

/** The ring of the selected mine; dashed while it is only a preview. */
export function ringLayers(centre: Position, radius_km: number, isPreview: boolean, theme: Theme): Layer[] {
  const ring = ringAround(centre, radius_km)
  const { accent, halo } = palettes[theme]
  const shared = { data: [ring], getPath: (path: [number, number][]) => path, widthUnits: 'pixels' } as const
  return [
    new PolygonLayer<[number, number][]>({
      id: 'ring-fill',
      data: [ring],
      getPolygon: (path) => path,
      stroked: false,
      getFillColor: rgba(accent, 0.07),
      updateTriggers: { getFillColor: [theme] },
    }),
    new PathLayer({ ...shared, id: 'ring-halo', getColor: rgba(halo, 0.8), getWidth: 4 }),
    new PathLayer<[number, number][], PathStyleExtensionProps<[number, number][]>>({
      ...shared,
      id: 'ring-line',
      getColor: rgba(accent),
      getWidth: 1.75,
      getDashArray: isPreview ? [4, 3] : [0, 0],
      extensions: [dashes],
      updateTriggers: { getDashArray: [isPreview], getColor: [theme] },
    }),
  ]
}

/** Thin rings round every mine, as far as the ring reaches: what "near" means on this map. */
export function reachLayers(mines: readonly Position[], radius_km: number, theme: Theme): Layer[] {
  return [
    new ScatterplotLayer<Position>({
      id: 'reach',
      data: [...mines],
      getPosition: ([longitude, latitude]) => [longitude, latitude],
      getRadius: radius_km * 1000,
      radiusUnits: 'meters',
      filled: false,
      stroked: true,
      lineWidthUnits: 'pixels',
      getLineWidth: 1,
      getLineColor: rgba(palettes[theme].accent, 0.45),
      updateTriggers: { getRadius: [radius_km], getLineColor: [theme] },
    }),
  ]
}

/** Accent ring and halo round the selected feature. */
export function pinLayers(position: Position, theme: Theme): Layer[] {
  const { accent, halo } = palettes[theme]
  const rings = [
    { id: 'halo', radius: 11, width: 4, colour: rgba(halo, 0.9) },
    { id: 'line', radius: 11, width: 2.25, colour: rgba(accent) },
    { id: 'glow', radius: 15, width: 5, colour: rgba(accent, 0.18) },
  ]
  return rings.map(
    ({ id, radius, width, colour }) =>
      new ScatterplotLayer<Position>({
        id: `pin-${id}`,
        data: [position],
        getPosition: ([longitude, latitude]) => [longitude, latitude],
        getRadius: radius,
        radiusUnits: 'pixels',
        filled: false,
        stroked: true,
        getLineWidth: width,
        lineWidthUnits: 'pixels',
        getLineColor: colour,
        updateTriggers: { getLineColor: [theme] },
      }),
  )
}
