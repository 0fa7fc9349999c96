import { undoDoubleEncoding } from '#data/double-encoding.ts'
import type { Cell, DroppedFeature, Parsed } from '#web/drop/parsed.ts'

type Placed = Omit<Parsed, 'repaired'>

/**
 * Texts and names of columns that were encoded as UTF-8 twice, decoded once; how many records that changed, and in which columns, is
 * told with the file.
 */
export function repairTexts(parsed: Placed): Parsed {
  const repairedColumns = new Set<string>()
  let records = 0
  const names = new Map(parsed.columns.map((name) => [name, undoDoubleEncoding(name)]))
  const nameOf = (name: string): string => names.get(name) ?? name
  const features = parsed.features.map((feature): DroppedFeature => {
    const changed = Object.entries(feature.properties).map(([name, value]): [string, Cell] => {
      const repaired = typeof value === 'string' ? undoDoubleEncoding(value) : value
      if (repaired !== value || nameOf(name) !== name) repairedColumns.add(nameOf(name))
      return [nameOf(name), repaired]
    })
    if (changed.some(([name, value]) => feature.properties[name] !== value)) records += 1
    else return feature
    return { ...feature, properties: Object.fromEntries(changed) }
  })
  if (records === 0) return { ...parsed, repaired: null }
  const { coordinates } = parsed
  return {
    ...parsed,
    features,
    columns: parsed.columns.map(nameOf),
    coordinates: coordinates && { longitude: nameOf(coordinates.longitude), latitude: nameOf(coordinates.latitude) },
    repaired: { records, columns: [...repairedColumns] },
  }
}
