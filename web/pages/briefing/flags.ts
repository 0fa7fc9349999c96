import { type Feature, positionOf, type Row } from '#web/api/features.ts'

/** A mine that lies in a protected area, or in or near a World Heritage site. */
export interface Flag {
  readonly mine_id: string
  readonly row: Row
  readonly isHeritage: boolean
  /** Longitude, latitude; null where the map does not have it. */
  readonly position: readonly [number, number] | null
}

/** World Heritage first, then the other areas by name of the mine; a mine in both is listed once, as the stricter. */
export function flagsOf(inside: readonly Row[], heritage: readonly Row[], mines: readonly Feature[]): readonly Flag[] {
  const places = new Map(mines.map((mine) => [String(mine.properties.mine_id), positionOf(mine)]))
  const flag = (row: Row, isHeritage: boolean): Flag => {
    const mine_id = String(row.mine_id)
    return { mine_id, row, isHeritage, position: places.get(mine_id) ?? null }
  }
  const first = heritage.map((row) => flag(row, true))
  const listed = new Set(first.map(({ mine_id }) => mine_id))
  const others = inside.map((row) => flag(row, false)).filter(({ mine_id }) => !listed.has(mine_id))
  const byName = (a: Flag, b: Flag) => (String(a.row.mine_name) < String(b.row.mine_name) ? -1 : 1)
  return [...first.sort(byName), ...others.sort(byName)]
}
