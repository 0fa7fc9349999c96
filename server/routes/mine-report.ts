import { datasets, overlays } from '#data/catalog.ts'
import type { Engine, Query, Row, Value } from '#server/engine/engine.ts'
import { overlayQuestion } from '#server/engine/question.ts'
import { datasetsBehind, describeSource } from '#server/engine/sources.ts'
import { Problem } from '#server/problem.ts'
import type { MineReport } from '#server/routes/mine-schemas.ts'

type Nearest = MineReport['nearest']
type Area = Nearest['areas']['features'][number]

const listed = 20
const sourceInputs = ['proximity', 'incident_reports']
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
  const dataset = place.mine_dataset === 'mines' ? 'mines' : 'pilot_mines'
  const own = `select ${fieldNames(dataset)} from ${dataset} as m where m.mine_id = cast($mine as string)`
  const [mine = {}] = await engine.rows(byId(own, mineId), { signal })
  return { mine: { mine_dataset: dataset, ...mine }, place }
}

/** The strongest tier that a counted area gives the mine. */
function tierOf(isLocated: boolean, areas: readonly Row[]): string {
  if (!isLocated) return 'TU'
  const tiers = areas.filter((area) => area.is_counted === true).map((area) => String(area.tier))
  return tiers.sort()[0] ?? 'T6'
}

const withoutTier = ({ tier: _, ...area }: Row): Row => area
const first = <T>(rows: readonly Row[]): { total: number; features: T[] } => ({
  total: rows.length,
  features: rows.slice(0, listed) as unknown as T[],
})

/**
 * What lies around one mine: counts by ring, the nearest features, its tier, mines that share communities with it.
 * A mine whose location is too coarse has no rings; reports that name it are listed all the same.
 * @param values `radius_km` and the incident filter
 * @throws {Problem} `unknown_mine`
 */
export async function mineReport(
  engine: Engine,
  mineId: string,
  values: Readonly<Record<string, Value>>,
  signal: AbortSignal,
): Promise<MineReport> {
  const asked = { ...values, mine: mineId, precise_only: false }
  const ask = (overlay: Parameters<typeof overlayQuestion>[0]) =>
    engine.rows(overlayQuestion(overlay, asked), { signal })
  const [{ mine, place }, rings, areas, communities, incidents, neighbours] = await Promise.all([
    findMine(engine, mineId, signal),
    ask(overlays.report_rings),
    ask(overlays.report_areas),
    ask(overlays.report_communities),
    ask(overlays.report_incidents),
    ask(overlays.report_neighbours),
  ])
  const isLocated = place.is_located === true
  const shown = areas.map(withoutTier)
  return {
    snapshot: engine.manifest.snapshot,
    mine,
    is_located: isLocated,
    uncertainty_m: Number(place.uncertainty_m),
    radius_km: Number(values.radius_km),
    tier: tierOf(isLocated, areas),
    rings: isLocated ? (rings as unknown as MineReport['rings']) : [],
    nearest: { areas: first(shown), communities: first(communities), incidents: first(incidents) },
    world_heritage: shown.filter((area) => worldHeritage.test(String(area.int_crit))) as unknown as Area[],
    neighbours: neighbours.slice(0, listed) as unknown as MineReport['neighbours'],
    sources: datasetsBehind(sourceInputs).map((id) => describeSource(id, engine.manifest)),
  }
}
