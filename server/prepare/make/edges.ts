import type { Position, Ring } from '#server/prepare/make/provinces.ts'

export interface Area {
  readonly unit: string
  readonly rings: readonly Ring[]
}
export type Edge = readonly [Position, Position]

/** Every edge between two neighbouring points with the units that use it: one for a coast, two for a boundary. */
export const edgesOf = (areas: readonly Area[]): Map<string, { edge: Edge; units: string[] }> => {
  const edges = new Map<string, { edge: Edge; units: string[] }>()
  for (const { unit, rings } of areas)
    for (const ring of rings)
      for (let i = 1; i < ring.length; i++) {
        const [a, b] = [ring[i - 1], ring[i]]
        if (a === undefined || b === undefined) continue
        const [from, to] = [String(a), String(b)]
        const key = from < to ? `${from} ${to}` : `${to} ${from}`
        const known = edges.get(key)
        if (known) known.units.push(unit)
        else edges.set(key, { edge: [a, b], units: [unit] })
      }
  return edges
}

/**
 * Join edges end to end into lines that are as long as possible and stop where three meet.
 * @example chains([[[0, 0], [1, 0]], [[1, 0], [2, 0]]]) // [[[0, 0], [1, 0], [2, 0]]]
 */
export const chains = (edges: readonly Edge[]): Position[][] => {
  const at = new Map<string, number[]>()
  edges.forEach((edge, index) => {
    for (const end of edge) at.set(String(end), [...(at.get(String(end)) ?? []), index])
  })
  const used = new Set<number>()
  const walk = (start: Position, first: number): Position[] => {
    const line: Position[] = [start]
    let next: number | undefined = first
    while (next !== undefined) {
      used.add(next)
      const [a, b] = edges[next] as Edge
      const end = String(a) === String(line.at(-1)) ? b : a
      line.push(end)
      const here = at.get(String(end)) ?? []
      next = here.length === 2 ? here.find((index) => !used.has(index)) : undefined
    }
    return line
  }
  const lines: Position[][] = []
  // Ends and junctions first, so that no line is begun in its middle; what is left are closed rings.
  for (const isEnd of [true, false])
    edges.forEach((edge, index) => {
      for (const start of edge)
        if (!used.has(index) && (at.get(String(start))?.length !== 2) === isEnd) lines.push(walk(start, index))
    })
  return lines
}
