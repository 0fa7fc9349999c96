import { type IndicatorId, indicators } from '#data/catalog.ts'
import type { Dataset, Indicator } from '#data/define.ts'
import type { Config } from '#server/config.ts'
import type { Engine } from '#server/engine/engine.ts'
import { openEngine } from '#server/open-engine.ts'
import { answerValue } from '#server/routes/indicator-value.ts'
import type { Snapshot } from '#server/snapshot.ts'

/** The numbers that people look at first; the others follow from the same tables. */
export const mainIndicators: readonly IndicatorId[] = [
  'EN-01',
  'EN-02',
  'EN-05',
  'CI-01',
  'CI-05',
  'HR-01',
  'EN-06',
  'CI-04',
  'DQ-01',
  'DQ-02',
]

export interface Effect {
  readonly id: string
  readonly name: string
  readonly unit: string
  readonly before: number | null
  readonly after: number | null
}

/** Indicators speak of pilot mines unless asked; an import of other mines changes what is said of those. */
const mineDatasetFor = (dataset: Dataset): string => (dataset.id === 'mines' ? 'mines' : 'pilot_mines')

async function valuesOf(engine: Engine, mineDataset: string): Promise<Map<string, number | null>> {
  const values = new Map<string, number | null>()
  const never = new AbortController().signal
  for (const id of mainIndicators) {
    const { parameters }: Indicator = indicators[id]
    const texts = parameters.includes('mine_dataset') ? { mine_dataset: [mineDataset] } : {}
    const { places } = await answerValue(engine, id, texts, never)
    values.set(id, places.find(({ place_id }) => place_id === 'ALL')?.value ?? null)
  }
  return values
}

/** Values over all regions of one snapshot, with the defaults of each indicator. */
export async function mainValues(
  config: Config,
  snapshot: Snapshot,
  mineDataset: string,
): Promise<Map<string, number | null>> {
  const engine = await openEngine(config, snapshot, () => {})
  try {
    return await valuesOf(engine, mineDataset)
  } finally {
    await engine.close(0)
  }
}

/** What a new snapshot changes in the main indicators. @param before null where there was no snapshot */
export async function effectsOf(
  config: Config,
  dataset: Dataset,
  before: Snapshot | null,
  after: Snapshot,
): Promise<Effect[]> {
  const mines = mineDatasetFor(dataset)
  const old = before === null ? new Map<string, number | null>() : await mainValues(config, before, mines)
  const now = await mainValues(config, after, mines)
  return mainIndicators.map((id) => {
    const { name, unit }: Indicator = indicators[id]
    return { id, name: name.en, unit, before: old.get(id) ?? null, after: now.get(id) ?? null }
  })
}
