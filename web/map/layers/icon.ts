import { IconLayer } from '@deck.gl/layers'
import { type Feature, positionOf } from '#web/api/features.ts'
import { type LayerScales, layerScales } from '#web/encoding/scale.ts'
import { type IconAtlas, type IconKind, iconSize, makeIconAtlas } from '#web/map/icon-atlas.ts'
import { type LayerInput, opacityOf } from '#web/map/layers/input.ts'

const at = (feature: Feature): [number, number] => [...(positionOf(feature) ?? [0, 0])]

/** Every combination of shape and colour that the scales can give; one colour without a legend is a scale of one. */
export function iconKinds(mark: 'square' | 'diamond', { colour, shape }: LayerScales): IconKind[] {
  const colours =
    colour.legend.length > 0
      ? colour.legend.flatMap((entry) => ('colour' in entry ? [entry.colour] : []))
      : [colour.of({})]
  const shapes = shape === null ? ['plain'] : shape.legend.flatMap((entry) => ('shape' in entry ? [entry.shape] : []))
  return shapes.flatMap((one) => colours.map((hue) => ({ key: `${one}-${hue}`, mark, shape: one, colour: hue })))
}

const atlases = new Map<string, IconAtlas>()
function atlasOf(input: LayerInput, kinds: readonly IconKind[]): IconAtlas {
  const key = `${input.id}-${input.theme}`
  const atlas = atlases.get(key) ?? makeIconAtlas(kinds, input.theme)
  atlases.set(key, atlas)
  return atlas
}

/** Host communities and incident reports: squares and diamonds, as the declaration says. */
export function iconLayers(input: LayerInput): IconLayer<Feature>[] {
  const { id, declaration, features, theme, marked, zoom } = input
  const scales = layerScales(declaration, theme)
  const { colour, size, shape } = scales
  const kinds = iconKinds(declaration.mark === 'square' ? 'square' : 'diamond', scales)
  const atlas = atlasOf(input, kinds)
  // Reports often lie where mines lie: from afar their tips have to show from under the mine's circle.
  const fromAfar = declaration.mark === 'diamond' && zoom < 4 ? 1.5 : 1
  return [
    new IconLayer<Feature>({
      id,
      data: features.filter((feature) => positionOf(feature) !== null),
      pickable: true,
      // deck.gl takes a canvas here; its types know only the two commoner ways.
      iconAtlas: atlas.image as unknown as string,
      iconMapping: { ...atlas.mapping },
      sizeUnits: 'pixels',
      getPosition: at,
      getIcon: ({ properties }) => `${shape?.of(properties) ?? 'plain'}-${colour.of(properties)}`,
      getSize: ({ properties }) => iconSize(size.of(properties) * fromAfar),
      getColor: (feature) => [255, 255, 255, 255 * opacityOf(input, feature.id)],
      updateTriggers: { getIcon: [theme], getColor: [marked], getSize: [fromAfar] },
    }),
  ]
}
