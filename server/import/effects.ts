import { type IndicatorId, indicators } from '#data/catalog.ts'
import type { Indicator } from '#data/define.ts'
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

async function valuesOf(engine: Engine): Promise<Map<string, number | null>> {
  const values = new Map<string, number | null>()
  const never = new AbortController().signal
  for (const id of mainIndicators) {
    const { places } = await answerValue(engine, id, {}, never)
    values.set(id, places.find(({ place_id }) => place_id === 'ALL')?.value ?? null)
  }
  return values
}

/** Values over all regions of one snapshot, with the defaults of each indicator. */
export async function mainValues(config: Config, snapshot: Snapshot): Promise<Map<string, number | null>> {
  const engine = await openEngine(config, snapshot, () => {})
  try {
    return await valuesOf(engine)
  } finally {
    await engine.close(0)
  }
}

/** What a new snapshot changes in the main indicators. @param before null where there was no snapshot */
export async function effectsOf(config: Config, before: Snapshot | null, after: Snapshot): Promise<Effect[]> {
  const [old, now] = [
    before === null ? new Map<string, number | null>() : await mainValues(config, before),
    await mainValues(config, after),
  ]
  return mainIndicators.map((id) => {
    const { name, unit }: Indicator = indicators[id]
    return { id, name: name.en, unit, before: old.get(id) ?? null, after: now.get(id) ?? null }
  })
}
