import type { ColourEncoding, Layer, ShapeEncoding, SizeEncoding } from '#data/encoding.ts'
import { codesOf } from '#data/vocabularies.ts'
import { type Colour, categoryColour, constantColour, type Theme } from '#web/encoding/palette.ts'

export type Properties = Readonly<Record<string, unknown>>

/** One line of a legend; `code` is named by the vocabulary of the scale, a step by its lower bound. */
export type LegendEntry =
  | { readonly kind: 'code'; readonly code: string; readonly colour: Colour }
  | { readonly kind: 'shape'; readonly code: string; readonly shape: string }
  | { readonly kind: 'step'; readonly from: number; readonly to: number | null; readonly px: number }
  | { readonly kind: 'no_data'; readonly px: number }

export interface Scale<Value> {
  readonly of: (properties: Properties) => Value
  readonly legend: readonly LegendEntry[]
}

const codeAt = (properties: Properties, field: string): string | null => {
  const value = properties[field]
  return value === null || value === undefined ? null : String(value)
}

/** Colour accessor and colour legend of one encoding. */
export function colourScale(encoding: ColourEncoding, theme: Theme): Scale<Colour> {
  if (encoding.scale === 'constant') {
    const colour = constantColour(encoding.palette, theme)
    return { of: () => colour, legend: [] }
  }
  const { field, palette, vocabulary } = encoding
  return {
    of: (properties) => categoryColour(palette, codeAt(properties, field), theme),
    legend: codesOf(vocabulary).map((code) => ({ kind: 'code', code, colour: categoryColour(palette, code, theme) })),
  }
}

/** Size accessor (pixels) and size legend of one encoding. A feature without the value has the smallest size and says "no data". */
export function sizeScale(encoding: SizeEncoding): Scale<number> {
  if (encoding.scale === 'constant') return { of: () => encoding.px, legend: [] }
  const { field, steps, px } = encoding
  const smallest = px[0] ?? 4
  const of = (properties: Properties): number => {
    const value = properties[field]
    if (typeof value !== 'number') return smallest
    const step = steps.findLastIndex((from) => value >= from)
    return px[step] ?? smallest
  }
  const legend = steps.map(
    (from, index): LegendEntry => ({ kind: 'step', from, to: steps[index + 1] ?? null, px: px[index] ?? smallest }),
  )
  return { of, legend: [...legend, { kind: 'no_data', px: smallest }] }
}

/** Shape accessor and shape legend: which group of codes a feature belongs to. */
export function shapeScale(encoding: ShapeEncoding): Scale<string> {
  const { field, groups, groupOf, otherwise } = encoding
  return {
    of: (properties) => groupOf[codeAt(properties, field) ?? ''] ?? otherwise,
    legend: codesOf(groups).map((code) => ({ kind: 'shape', code, shape: code })),
  }
}

export interface LayerScales {
  readonly colour: Scale<Colour>
  readonly size: Scale<number>
  readonly shape: Scale<string> | null
}

/** All scales of one declared layer; map and legend both take theirs from here. */
export function layerScales(layer: Layer, theme: Theme): LayerScales {
  return {
    colour: colourScale(layer.colour, theme),
    size: sizeScale(layer.size),
    shape: layer.shape === undefined ? null : shapeScale(layer.shape),
  }
}
