import type { VocabularyId } from '#data/vocabularies.ts'

/** Drawing order from the ground up; within a group the catalog's order decides. */
export const layerGroups = [
  'ground',
  'area',
  'ring',
  'community',
  'other_mine',
  'incident',
  'pilot_mine',
  'label',
] as const
export type LayerGroup = (typeof layerGroups)[number]

export type PaletteId = 'region' | 'status' | 'commodity' | 'severity' | 'incident_group' | 'area' | 'muted'

/** How a property becomes a colour. The palette itself lives in `web/encoding`; a legend comes from the same call. */
export type ColourEncoding<F extends string = string> =
  | { readonly scale: 'constant'; readonly palette: PaletteId }
  | { readonly scale: 'category'; readonly field: F; readonly vocabulary: VocabularyId; readonly palette: PaletteId }

/** How a property becomes a size in pixels. `steps` are the lower bounds of the classes; no data has a size of its own. */
export type SizeEncoding<F extends string = string> =
  | { readonly scale: 'constant'; readonly px: number }
  | { readonly scale: 'steps'; readonly field: F; readonly steps: readonly number[]; readonly px: readonly number[] }

/** How a property becomes a shape: codes are gathered in groups, each group has one shape and one line of the legend. */
export interface ShapeEncoding<F extends string = string> {
  readonly field: F
  readonly vocabulary: VocabularyId
  readonly groups: VocabularyId
  readonly groupOf: Readonly<Record<string, string>>
  readonly otherwise: string
}

export type Mark = 'circle' | 'square' | 'diamond' | 'area' | 'line'

/** How a dataset or overlay is drawn; belongs to the map, its legend and its popup only. */
export interface Layer<F extends string = string> {
  readonly group: LayerGroup
  readonly mark: Mark
  readonly colour: ColourEncoding<F>
  readonly size: SizeEncoding<F>
  readonly shape?: ShapeEncoding<F>
  readonly isHollow?: boolean
  readonly hasHalo?: boolean
  /** A boolean field: true is drawn hatched with a dashed outline and said so in the legend. */
  readonly approximate?: F
}
