import { type Position, toPixels } from '#web/map/mercator.ts'

export interface Name {
  readonly text: string
  readonly position: Position
}

const lineHeight = 15
const offset = 9

/** Width in pixels of a name set in 12 pixels: Chinese characters are square, Latin letters about half as wide. */
const widthOf = (text: string): number =>
  [...text].reduce((sum, character) => sum + (character > '\u2e80' ? 12 : 6.4), offset + 6)

/** The names that can stand beside their marks without touching each other; the first in the list are placed first. */
export function placeNames<N extends Name>(names: readonly N[], zoom: number): N[] {
  const taken: (readonly [left: number, top: number, right: number, bottom: number])[] = []
  return names.filter(({ text, position }) => {
    const [x, y] = toPixels(position, zoom)
    const box = [x - offset, y - lineHeight / 2, x + widthOf(text), y + lineHeight / 2] as const
    const isFree = taken.every(
      ([left, top, right, bottom]) => box[2] < left || box[0] > right || box[3] < top || box[1] > bottom,
    )
    if (isFree) taken.push(box)
    return isFree
  })
}
