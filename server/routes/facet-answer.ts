import { overlays } from '#data/catalog.ts'
import type { Engine, Row, Value } from '#server/engine/engine.ts'
import { overlayQuestion } from '#server/engine/question.ts'

interface LayerCount {
  readonly n: number
  /** Null where the snapshot has only the nearest pairs and these can't tell. */
  readonly in_ring: number | null
}

const layerIds = ['pilot_mines', 'mines', 'host_communities', 'protected_areas', 'incident_reports'] as const
type Layers = Record<(typeof layerIds)[number], LayerCount>

function layerCount(rows: readonly Row[], layer: string): LayerCount {
  const row = rows.find((one) => one.layer === layer)
  return {
    n: Number(row?.n ?? 0),
    in_ring: row !== undefined && row.in_ring == null ? null : Number(row?.in_ring ?? 0),
  }
}

const imprecise = (rows: readonly Row[], layer: unknown): number =>
  Number(rows.find((row) => row.layer === layer)?.imprecise ?? 0)

/** Counts beside each filter value and each layer, and what "precise locations only" leaves out. */
export async function facets(engine: Engine, values: Readonly<Record<string, Value>>, signal: AbortSignal) {
  const [choices, counts] = await Promise.all([
    engine.rows(overlayQuestion(overlays.facet_counts, values), { signal }),
    engine.rows(overlayQuestion(overlays.layer_counts, values), { signal }),
  ])
  return {
    snapshot: engine.manifest.snapshot,
    facets: choices.map((row) => ({ parameter: String(row.parameter), value: String(row.value), n: Number(row.n) })),
    dropped: { mines: imprecise(counts, values.mine_dataset), incidents: imprecise(counts, 'incident_reports') },
    layers: Object.fromEntries(layerIds.map((layer) => [layer, layerCount(counts, layer)])) as Layers,
  }
}
