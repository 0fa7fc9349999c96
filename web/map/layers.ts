import type { Layer as DeckLayer } from '@deck.gl/core'
import { type LayerGroup, layerGroups, type Mark } from '#data/encoding.ts'
import { areaLayers } from '#web/map/layers/area.ts'
import { circleLayers } from '#web/map/layers/circle.ts'
import { gatheredLayers, isDense } from '#web/map/layers/honeycomb.ts'
import { iconLayers } from '#web/map/layers/icon.ts'
import type { LayerInput } from '#web/map/layers/input.ts'

const builders: Readonly<Record<Mark, (input: LayerInput) => DeckLayer[]>> = {
  circle: circleLayers,
  square: iconLayers,
  diamond: iconLayers,
  area: areaLayers,
  line: () => [],
}

/** The deck layers of one declared layer; a dense one is gathered in cells from afar. */
export const buildLayers = (input: LayerInput): DeckLayer[] =>
  isDense(input) ? gatheredLayers(input) : builders[input.declaration.mark](input)

/** Layers of one group, drawn together. */
export interface Grouped {
  readonly group: LayerGroup
  readonly layers: readonly DeckLayer[]
}

/** From the ground up, in the order of `layerGroups`; groups of the same name keep the order in which they came. */
export const inDrawingOrder = (grouped: readonly Grouped[]): DeckLayer[] =>
  [...grouped]
    .sort((a, b) => layerGroups.indexOf(a.group) - layerGroups.indexOf(b.group))
    .flatMap(({ layers }) => [...layers])
