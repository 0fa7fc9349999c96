import type { PlaceLevel } from '#data/define.ts'
import { codesOf, vocabularies } from '#data/vocabularies.ts'
import type { Engine, Query } from '#server/engine/engine.ts'

export interface PlaceName {
  readonly en: string
  readonly zh: string | null
}

const allRegions: PlaceName = { en: 'All regions', zh: '全部区域' }
const regionIds = codesOf('region')

const nameQueries: Readonly<Record<Exclude<PlaceLevel, 'region'>, Query>> = {
  country: { sql: 'select c.iso3 as id, c.name_en as en, c.name_zh as zh from region_countries as c', parameters: {} },
  mine: { sql: 'select m.mine_id as id, m.mine_name as en, m.mine_name_zh as zh from all_mines as m', parameters: {} },
}

const known = new WeakMap<Engine, Map<PlaceLevel, Promise<ReadonlyMap<string, PlaceName>>>>()

async function load(engine: Engine, level: PlaceLevel): Promise<ReadonlyMap<string, PlaceName>> {
  const names = new Map<string, PlaceName>([['ALL', allRegions]])
  if (level === 'region') {
    for (const id of regionIds) names.set(id, vocabularies.region.terms[id])
    return names
  }
  for (const { id, en, zh } of await engine.rows(nameQueries[level])) {
    names.set(String(id), { en: String(en), zh: zh === null ? null : String(zh) })
  }
  return names
}

/** The names of all places of a level, read once for each snapshot. */
export function placeNames(engine: Engine, level: PlaceLevel): Promise<ReadonlyMap<string, PlaceName>> {
  const levels = known.get(engine) ?? new Map()
  known.set(engine, levels)
  const names = levels.get(level) ?? load(engine, level)
  levels.set(level, names)
  return names
}

/** All regions first, then the four regions always, or else the places there are, by name. */
export function placesInOrder(
  level: PlaceLevel,
  found: readonly string[],
  names: ReadonlyMap<string, PlaceName>,
): string[] {
  if (level === 'region') return ['ALL', ...regionIds]
  const others = found.filter((id) => id !== 'ALL')
  const name = (id: string): string => names.get(id)?.en ?? id
  return ['ALL', ...others.sort((a, b) => name(a).localeCompare(name(b), 'en') || a.localeCompare(b, 'en'))]
}
