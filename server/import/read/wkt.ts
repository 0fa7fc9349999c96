import { BadGeometry, wkbOf } from '#server/import/read/wkb-writer.ts'

const kinds: Readonly<Record<string, string>> = {
  POINT: 'Point',
  LINESTRING: 'LineString',
  POLYGON: 'Polygon',
  MULTIPOINT: 'MultiPoint',
  MULTILINESTRING: 'MultiLineString',
  MULTIPOLYGON: 'MultiPolygon',
}
const longest = 50_000_000

/** Numbers of one position: the first two count. */
const positionOf = (text: string): number[] => text.trim().split(/\s+/).slice(0, 2).map(Number)

/** The nested lists between brackets, without recursion: each innermost list is a list of positions. */
function listsOf(text: string): unknown {
  const stack: unknown[][] = [[]]
  let start = 0
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at]
    if (character === '(') {
      if (stack.length > 4) throw new BadGeometry('nested too deeply')
      stack.push([])
      start = at + 1
    } else if (character === ')') {
      const inner = text.slice(start, at).trim()
      const list = stack.pop() ?? []
      if (inner !== '' && !inner.startsWith(',')) list.push(...inner.split(',').map(positionOf))
      const outer = stack.at(-1)
      if (outer === undefined) throw new BadGeometry('a bracket too many')
      outer.push(list)
      start = at + 1
    } else if (character === ',' && text.slice(start, at).trim() === '') start = at + 1
  }
  if (stack.length !== 1) throw new BadGeometry('a bracket too few')
  return stack[0]?.[0]
}

/**
 * Well-known text (also with a leading SRID) as well-known binary; heights and measures are left out.
 * @throws BadGeometry where it is none
 */
export function wkbOfText(raw: string): Uint8Array | null {
  const text = raw.trim().replace(/^SRID=\d+;/i, '')
  if (text === '' || /EMPTY$/i.test(text)) return null
  if (text.length > longest) throw new BadGeometry('too long')
  const found = /^([A-Z]+)\s*(?:Z|M|ZM)?\s*(\(.*\))$/is.exec(text)
  const type = kinds[(found?.[1] ?? '').toUpperCase()]
  if (found === null || type === undefined) throw new BadGeometry('not well-known text')
  const lists = listsOf(found[2] ?? '') as unknown[]
  if (type === 'Point') return wkbOf({ type, coordinates: lists[0] })
  const flat =
    type === 'MultiPoint' ? lists.map((one) => (Array.isArray(one) && Array.isArray(one[0]) ? one[0] : one)) : lists
  return wkbOf({ type, coordinates: flat })
}

/** Columns of a plain table that hold outlines as text. */
export const textGeometryColumn = (columns: readonly string[]): string | undefined =>
  columns.find((name) => /^(geometry|geom|the_geom|wkt|geom_wkt|wkt_geom|shape)$/i.test(name))
