import { datasets, overlays } from '#data/catalog.ts'
import type { Engine, Manifest, Query, Row, Value } from '#server/engine/engine.ts'
import { overlayQuestion } from '#server/engine/question.ts'
import { datasetsBehind, describeSource } from '#server/engine/sources.ts'
import { Problem } from '#server/problem.ts'
import type { MineReport } from '#server/routes/mine-schemas.ts'

type Nearest = MineReport['nearest']
type Area = Nearest['areas']['features'][number]

const listed = 20
const sourceInputs = ['proximity', 'incident_reports', 'cahra_areas']
const worldHeritage = /^World Heritage/

const byId = (sql: string, mineId: string): Query => ({ sql, parameters: { mine: { type: 'string', value: mineId } } })

const fieldNames = (dataset: 'pilot_mines' | 'mines'): string =>
  Object.keys(datasets[dataset].fields)
    .map((name) => `m.${name}`)
    .join(', ')

/** The mine as its own dataset has it, and how far its place can be trusted. @throws {Problem} `unknown_mine` */
async function findMine(engine: Engine, mineId: string, signal: AbortSignal) {
  const placed = byId(
    'select m.mine_dataset, m.is_located, m.uncertainty_m from all_mines as m where m.mine_id = cast($mine as string)',
    mineId,
  )
  const [place] = await engine.rows(placed, { signal })
  if (place === undefined) throw new Problem('unknown_mine')
  const dataset: 'pilot_mines' | 'mines' = place.mine_dataset === 'mines' ? 'mines' : 'pilot_mines'
  const own = `select ${fieldNames(dataset)} from ${dataset} as m where m.mine_id = cast($mine as string)`
  const [mine = {}] = await engine.rows(byId(own, mineId), { signal })
  return { dataset, mine, isLocated: place.is_located === true, uncertainty_m: Number(place.uncertainty_m) }
}

/** The strongest tier that a counted area gives the mine. */
function tierOf(isLocated: boolean, areas: readonly Row[]): string {
  if (!isLocated) return 'TU'
  const tiers = areas.filter((area) => area.is_counted === true).map((area) => String(area.tier))
  return tiers.sort()[0] ?? 'T6'
}

/** Everything the engine knows of one mine and what lies around it, every row of it. */
export interface Surroundings extends Awaited<ReturnType<typeof findMine>> {
  readonly radius_km: number
  readonly tier: string
  readonly rings: readonly Row[]
  readonly areas: readonly Row[]
  readonly communities: readonly Row[]
  readonly incidents: readonly Row[]
  readonly years: readonly Row[]
  readonly cahra: readonly Row[]
  readonly neighbours: readonly Row[]
}

/**
 * What lies around one mine. A mine whose location is too coarse has no rings; reports that name it are listed all the same.
 * @param values `radius_km` and the incident filter
 * @throws {Problem} `unknown_mine`
 */
export async function surroundingsOf(
  engine: Engine,
  mineId: string,
  values: Readonly<Record<string, Value>>,
  signal: AbortSignal,
): Promise<Surroundings> {
  const asked = { ...values, mine: mineId, precise_only: false }
  const ask = (overlay: Parameters<typeof overlayQuestion>[0]) =>
    engine.rows(overlayQuestion(overlay, asked), { signal })
  const [found, rings, areas, communities, incidents, years, cahra, neighbours] = await Promise.all([
    findMine(engine, mineId, signal),
    ask(overlays.report_rings),
    ask(overlays.report_areas),
    ask(overlays.report_communities),
    ask(overlays.report_incidents),
    ask(overlays.report_years),
    ask(overlays.report_cahra),
    ask(overlays.report_neighbours),
  ])
  return {
    ...found,
    radius_km: Number(values.radius_km),
    tier: tierOf(found.isLocated, areas),
    rings: found.isLocated ? rings : [],
    areas,
    communities,
    incidents,
    years,
    cahra,
    neighbours,
  }
}

/** The sources that a report rests on. */
export const reportSources = (manifest: Manifest) =>
  datasetsBehind(sourceInputs).map((id) => describeSource(id, manifest))

const first = <T>(rows: readonly Row[]): { total: number; features: T[] } => ({
  total: rows.length,
  features: rows.slice(0, listed) as unknown as T[],
})

/** A report for a screen: counts by ring, tier and flags, and of each kind the nearest with how many there are in all. */
export function mineReport(manifest: Manifest, around: Surroundings): MineReport {
  const { dataset, mine, areas, communities, incidents } = around
  return {
    snapshot: manifest.snapshot,
    mine: { mine_dataset: dataset, ...mine },
    is_located: around.isLocated,
    uncertainty_m: around.uncertainty_m,
    radius_km: around.radius_km,
    tier: around.tier,
    rings: [...around.rings] as unknown as MineReport['rings'],
    nearest: { areas: first(areas), communities: first(communities), incidents: first(incidents) },
    incident_years: [...around.years] as unknown as MineReport['incident_years'],
    world_heritage: areas.filter(({ int_crit }) => worldHeritage.test(String(int_crit))) as unknown as Area[],
    cahra: [...around.cahra] as unknown as MineReport['cahra'],
    neighbours: around.neighbours.slice(0, listed) as unknown as MineReport['neighbours'],
    sources: reportSources(manifest),
  }
}
