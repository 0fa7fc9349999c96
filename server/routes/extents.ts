import type { Engine, Row } from '#server/engine/engine.ts'
import { readParameters } from '#server/engine/parameters.ts'
import { extentQuery } from '#server/engine/selection.ts'
import {
  type Collection,
  defaultsOf,
  fixedValuesOf,
  isIndicator,
  isStored,
  parametersOf,
} from '#server/routes/collection.ts'

/** Bounds and days of what a collection gives when it is asked without parameters; null where it has none. */
export interface Extent {
  readonly bbox: readonly [number, number, number, number] | null
  readonly interval: readonly [string, string] | null
}

const known = new WeakMap<Engine, Map<string, Promise<Extent>>>()

function extentOfRow({ west, south, east, north, first, last }: Row): Extent {
  const sides = [west, south, east, north].map(Number) as [number, number, number, number]
  return {
    bbox: west === null || west === undefined ? null : sides,
    interval: typeof first === 'string' && typeof last === 'string' ? [first, last] : null,
  }
}

async function measure(engine: Engine, collection: Collection): Promise<Extent> {
  const values = {
    ...readParameters(parametersOf(collection), {}, { defaults: defaultsOf(collection) }),
    ...fixedValuesOf(collection),
  }
  const query = extentQuery({ collection, values, filters: {} })
  if (query === undefined) return { bbox: null, interval: null }
  const [row] = await engine.rows(query)
  return extentOfRow(row ?? {})
}

/** What prepare has written down, where that is all there is to know. */
function written(engine: Engine, { id, geometry, time }: Collection): Extent | undefined {
  const bbox = engine.manifest.datasets[id]?.bbox ?? engine.manifest.tables[id]?.bbox
  if (time !== undefined || geometry === 'none' || bbox === null || bbox === undefined) return undefined
  return { bbox: bbox as unknown as Extent['bbox'], interval: null }
}

/** The extent of a collection, found out once for each snapshot. A failed attempt is not kept. */
export function extentOf(engine: Engine, collection: Collection): Promise<Extent> {
  const extents = known.get(engine) ?? new Map<string, Promise<Extent>>()
  known.set(engine, extents)
  const id = isIndicator(collection) ? collection.level : collection.id
  const kept = extents.get(id)
  if (kept) return kept
  const own = isStored(collection) ? written(engine, collection) : undefined
  const found = own ? Promise.resolve(own) : measure(engine, collection)
  extents.set(id, found)
  found.catch(() => extents.delete(id))
  return found
}
