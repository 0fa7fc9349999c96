import { type Position, toPixels, toPosition } from '#web/map/mercator.ts'

/** A cell of the honeycomb with how many positions lie in it. */
export interface Hexagon {
  readonly centre: [number, number]
  readonly corners: [number, number][]
  /** The middle of the positions in it. */
  readonly middle: [number, number]
  readonly n: number
}

const root3 = Math.sqrt(3)
const corners = [0, 1, 2, 3, 4, 5].map((side) => (Math.PI / 180) * (60 * side + 30))

/** Axial coordinates of the pointy-topped hexagon that holds a pixel (cube rounding). */
function cellOf([x, y]: readonly [number, number], radius: number): readonly [number, number] {
  const q = ((root3 / 3) * x - y / 3) / radius
  const r = ((2 / 3) * y) / radius
  const [roundQ, roundR, roundS] = [Math.round(q), Math.round(r), Math.round(-q - r)]
  const [offQ, offR, offS] = [Math.abs(roundQ - q), Math.abs(roundR - r), Math.abs(roundS + q + r)]
  if (offQ > offR && offQ > offS) return [-roundR - roundS, roundR]
  return offR > offS ? [roundQ, -roundQ - roundS] : [roundQ, roundR]
}

/**
 * Gather positions in a honeycomb of the screen: what dense layers show from afar instead of a carpet of dots.
 * @param radius of a cell, pixels
 * @param weights how many stand at each position; one unless stated
 */
export function hexagonsOf(
  positions: readonly Position[],
  zoom: number,
  radius: number,
  weights: readonly number[] = [],
): Hexagon[] {
  const cells = new Map<string, { cell: readonly [number, number]; n: number; x: number; y: number }>()
  for (const [index, position] of positions.entries()) {
    const weight = weights[index] ?? 1
    const [x, y] = toPixels(position, zoom)
    const cell = cellOf([x, y], radius)
    const known = cells.get(cell.join())
    if (known === undefined) cells.set(cell.join(), { cell, n: weight, x: x * weight, y: y * weight })
    else Object.assign(known, { n: known.n + weight, x: known.x + x * weight, y: known.y + y * weight })
  }
  return [...cells.values()].map(({ cell: [q, r], n, x: sumX, y: sumY }) => {
    const [x, y] = [radius * root3 * (q + r / 2), radius * 1.5 * r]
    const corner = (angle: number) =>
      toPosition([x + radius * 0.94 * Math.cos(angle), y + radius * 0.94 * Math.sin(angle)], zoom)
    const middle = toPosition([sumX / n, sumY / n], zoom)
    return { centre: toPosition([x, y], zoom), middle, corners: corners.map(corner), n }
  })
}
