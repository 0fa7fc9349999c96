import type { BadRow, Cell, Coordinates, DroppedFeature } from '#web/drop/parsed.ts'

const longitudeNames = /^(lon|long|lng|longitude|x|x_?coord\w*|point_?x|decimal_?longitude|经度)$/i
const latitudeNames = /^(lat|latitude|y|y_?coord\w*|point_?y|decimal_?latitude|纬度)$/i

/** A number as tables write it: with a typographic minus, a decimal comma, spaces round it. */
export function numberOf(cell: Cell | undefined): number {
  if (typeof cell === 'number') return cell
  const text = String(cell ?? '')
    .trim()
    .replace(/^[−–]/, '-')
  return text === '' ? Number.NaN : Number(/^-?\d+,\d+$/.test(text) ? text.replace(',', '.') : text)
}

/** The columns that hold longitude and latitude, by their names; null where the names do not tell. */
export function guessCoordinates(columns: readonly string[]): Coordinates | null {
  const find = (names: RegExp) => columns.find((column) => names.test(column.trim().replaceAll(' ', '_')))
  const longitude = find(longitudeNames)
  const latitude = find(latitudeNames)
  return longitude === undefined || latitude === undefined ? null : { longitude, latitude }
}

/** Rows as points in degrees of WGS 84; a row without a place on Earth is listed and not drawn. */
export function placeRows(
  columns: readonly string[],
  rows: readonly (readonly Cell[])[],
  { longitude, latitude }: Coordinates,
): { features: DroppedFeature[]; bad: BadRow[] } {
  const [x, y] = [columns.indexOf(longitude), columns.indexOf(latitude)]
  const features: DroppedFeature[] = []
  const bad: BadRow[] = []
  for (const [index, cells] of rows.entries()) {
    const row = index + 2
    const position = [numberOf(cells[x]), numberOf(cells[y])] as const
    if (position.some((value) => !Number.isFinite(value))) bad.push({ row, reason: 'no_coordinates' })
    else if (Math.abs(position[0]) > 180 || Math.abs(position[1]) > 90) bad.push({ row, reason: 'outside_earth' })
    else {
      const properties = Object.fromEntries(columns.map((column, at) => [column, cells[at] ?? null]))
      features.push({
        type: 'Feature',
        id: String(row),
        geometry: { type: 'Point', coordinates: [...position] },
        properties,
      })
    }
  }
  return { features, bad }
}
