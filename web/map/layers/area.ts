import {
  FillStyleExtension,
  type FillStyleExtensionProps,
  PathStyleExtension,
  type PathStyleExtensionProps,
} from '@deck.gl/extensions'
import { GeoJsonLayer } from '@deck.gl/layers'
import type { Feature as GeoJsonFeature } from 'geojson'
import type { Feature } from '#web/api/features.ts'
import { rgba } from '#web/encoding/palette.ts'
import { layerScales } from '#web/encoding/scale.ts'
import type { LayerInput } from '#web/map/layers/input.ts'

type Styled = FillStyleExtensionProps & PathStyleExtensionProps
const hatch = new FillStyleExtension({ pattern: true, proceduralPattern: true })
const dashes = new PathStyleExtension({ dash: true })
const patterns = { hatch: { type: 'hatch', angle: 45, strokeWidth: 1, gap: 5 } } as const

/**
 * Protected areas: a light fill and an outline; approximate ones hatched and dashed. Those marked (within the ring)
 * are stronger; one whose size nobody reported is a small open circle.
 */
export function areaLayers({ id, declaration, features, theme, marked, zoom }: LayerInput): GeoJsonLayer[] {
  const { colour } = layerScales(declaration, theme)
  const hue = colour.of({})
  const isNear = (feature: unknown): boolean => marked?.has((feature as Feature).id) ?? false
  return [
    new GeoJsonLayer<Record<string, unknown>, Styled>({
      id,
      data: features as unknown as GeoJsonFeature[],
      pickable: true,
      stroked: true,
      filled: true,
      lineWidthUnits: 'pixels',
      getLineWidth: (feature) => (isNear(feature) ? 1.5 : 1),
      getLineColor: (feature) => rgba(hue, isNear(feature) ? 1 : 0.6),
      getFillColor: (feature) => rgba(hue, isNear(feature) ? 0.5 : 0.3),
      pointType: 'circle',
      pointRadiusUnits: 'pixels',
      getPointRadius: zoom < 4 ? 1.5 : 4,
      extensions: [hatch, dashes],
      fillPatternMapping: patterns,
      fillPatternSizeUnits: 'pixels',
      getFillPattern: () => 'hatch',
      getFillPatternBackgroundColor: (feature: unknown) => rgba(hue, isNear(feature) ? 0.2 : 0.11),
      getDashArray: [4, 2.5],
      dashJustified: true,
      updateTriggers: {
        getLineWidth: [marked],
        getLineColor: [marked, theme],
        getFillColor: [marked, theme],
        getFillPatternBackgroundColor: [marked, theme],
      },
    }),
  ]
}
