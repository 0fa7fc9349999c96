import { ScatterplotLayer } from '@deck.gl/layers'
import { type Feature, positionOf } from '#web/api/features.ts'
import { darken, palettes, rgba } from '#web/encoding/palette.ts'
import { layerScales } from '#web/encoding/scale.ts'
import { type LayerInput, opacityOf } from '#web/map/layers/input.ts'

const at = (feature: Feature): [number, number] => [...(positionOf(feature) ?? [0, 0])]
const isCoarse = ({ properties }: Feature): boolean => properties.is_located === false
const isVague = ({ properties }: Feature): boolean => properties.is_approximate === true

/**
 * Mines as circles. With a halo: filled where the place is exact, paler inside where it is approximate,
 * hollow where it is too coarse for a ring.
 */
export function circleLayers(input: LayerInput): ScatterplotLayer<Feature>[] {
  const { id, declaration, features, theme, marked } = input
  const { colour, size } = layerScales(declaration, theme)
  const palette = palettes[theme]
  const placed = features.filter((feature) => positionOf(feature) !== null)
  const shared = { data: placed, getPosition: at, radiusUnits: 'pixels', lineWidthUnits: 'pixels' } as const
  const triggers = [theme, marked]
  const opacity = (feature: Feature) => opacityOf(input, feature.id)
  const hue = (feature: Feature) => colour.of(feature.properties)
  const radius = (feature: Feature) => size.of(feature.properties) / 2
  const halo = new ScatterplotLayer<Feature>({
    ...shared,
    id: `${id}-halo`,
    getRadius: (feature) => radius(feature) + 2,
    getFillColor: (feature) => rgba(palette.halo, 0.95 * opacity(feature)),
    updateTriggers: { getFillColor: triggers, getRadius: [declaration] },
  })
  const marks = new ScatterplotLayer<Feature>({
    ...shared,
    id,
    pickable: true,
    stroked: declaration.hasHalo ?? false,
    getRadius: (feature) => radius(feature) + (declaration.hasHalo ? 0.25 : 0),
    getFillColor: (feature) => {
      if (isCoarse(feature)) return rgba(palette.halo, opacity(feature))
      return rgba(hue(feature), (isVague(feature) ? 0.62 : 1) * opacity(feature))
    },
    getLineColor: (feature) =>
      rgba(isCoarse(feature) || isVague(feature) ? hue(feature) : darken(hue(feature), 0.3), opacity(feature)),
    getLineWidth: (feature) => (isCoarse(feature) || isVague(feature) ? 2 : 1),
    updateTriggers: { getFillColor: triggers, getLineColor: triggers },
  })
  return declaration.hasHalo ? [halo, marks] : [marks]
}
