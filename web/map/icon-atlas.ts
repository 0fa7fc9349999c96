import { type Colour, palettes, type Theme } from '#web/encoding/palette.ts'
import { shapePaths } from '#web/encoding/shapes.ts'

/** One picture of the atlas: a mark in one colour. */
export interface IconKind {
  readonly key: string
  readonly mark: 'square' | 'diamond'
  readonly shape: string
  readonly colour: Colour
  /** What a hollow mark is filled with; absent: the ground shows. */
  readonly fill?: Colour
}

export interface IconAtlas {
  readonly image: HTMLCanvasElement
  readonly mapping: Readonly<Record<string, { x: number; y: number; width: number; height: number; mask: boolean }>>
}

const side = 64
const scale = side / 30

function drawIcon(context: CanvasRenderingContext2D, kind: IconKind, halo: Colour, ground: Colour): void {
  const outline = new Path2D(kind.mark === 'square' ? shapePaths.square : shapePaths.diamond)
  context.lineJoin = 'round'
  context.strokeStyle = halo
  context.lineWidth = kind.mark === 'square' ? 6.5 : 4
  context.stroke(outline)
  if (kind.mark === 'square') {
    context.strokeStyle = kind.colour
    context.lineWidth = kind.fill === undefined ? 3 : 1.6
    if (kind.fill !== undefined) {
      context.fillStyle = kind.fill
      context.fill(outline)
    }
    context.stroke(outline)
    return
  }
  context.fillStyle = kind.colour
  context.fill(outline)
  context.fillStyle = ground
  context.fill(new Path2D(shapePaths.inner[kind.shape] ?? ''))
}

/** A canvas with every mark of a layer side by side, drawn from the same paths as the legend. */
export function makeIconAtlas(kinds: readonly IconKind[], theme: Theme): IconAtlas {
  const image = document.createElement('canvas')
  image.width = side * Math.max(1, kinds.length)
  image.height = side
  const context = image.getContext('2d')
  if (context === null) throw new Error('this browser cannot draw on a canvas')
  const { halo, land } = palettes[theme]
  const places = kinds.map((kind, index) => {
    context.setTransform(scale, 0, 0, scale, index * side + 3 * scale, 3 * scale)
    drawIcon(context, kind, halo, land)
    return [kind.key, { x: index * side, y: 0, width: side, height: side, mask: false }] as const
  })
  return { image, mapping: Object.fromEntries(places) }
}

/** The size of an icon so that the mark inside it, without halo, is `px` wide. */
export const iconSize = (px: number): number => (px * 30) / 21
