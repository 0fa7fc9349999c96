import type { BoundParameter, Query, Row, Session } from '#server/engine/engine.ts'
import { badParameter } from '#server/problem.ts'
import { runFile } from '#server/processes/overlay/files.ts'
import { farthestM, type OverlayInputs } from '#server/processes/overlay/inputs.ts'

/** Pairs that boxes can't tell apart from near ones; more is a mistake, or work for prepare. */
const mostPairs = 2_000_000
const mostRows = 200_000
/** Of one statement: some tenths of a second, so that work stops soon after it is dismissed. */
const batchCost = 200_000
/** Radii that the search for the nearest goes through, in metres. */
const searchRadii = [5_000, 20_000, 80_000, 320_000, farthestM]

const double = (value: number): BoundParameter => ({ type: 'double', value })
const int = (value: number): BoundParameter => ({ type: 'int', value })
const bigint = (value: number): BoundParameter => ({ type: 'bigint', value })

const tooMuch = (what: string): Error =>
  badParameter('inputs', `${what}: narrow a side by a filter, or take a smaller distance`)

/** The steps of one overlay on a session whose sides are there. */
export class OverlayWork {
  readonly #session: Session
  readonly #inputs: OverlayInputs
  readonly #onProgress: (percent: number) => void
  #cuts = 0

  constructor(session: Session, inputs: OverlayInputs, onProgress: (percent: number) => void) {
    this.#session = session
    this.#inputs = inputs
    this.#onProgress = onProgress
  }

  /** Pairs and their land, in the tables `pair`, `land_area`. */
  async run(): Promise<void> {
    const { relation, distanceM, k } = this.#inputs
    await runFile(this.#session, 'touching.sql', { ...this.#same, most_pairs: bigint(mostPairs) })
    await this.#refuseAbove('touching', mostPairs)
    this.#onProgress(15)
    if (relation === 'within') await this.#measureWithin(distanceM, 15, 80)
    if (relation === 'nearest') await this.#measureNearest(distanceM, k)
    await runFile(this.#session, 'pairs.sql', {
      areas_only: { type: 'boolean', value: relation === 'overlap_area' },
      most_places: bigint(k > 0 ? k : Number.MAX_SAFE_INTEGER),
    })
    await this.#refuseAbove('pair', mostRows)
    this.#onProgress(80)
    await this.#measureLand()
    if (relation === 'overlap_area') await this.#dissolveLand()
  }

  /** Widen the circle until each feature has its nearest; what lies farther than the last circle is not looked for. */
  async #measureNearest(distanceM: number, k: number): Promise<void> {
    const radii = [...searchRadii.filter((radius) => radius < distanceM), distanceM]
    for (const [index, radius] of radii.entries()) {
      await runFile(this.#session, 'closed.sql', {
        k: int(k),
        reach_m: double(index === 0 ? 0 : (radii[index - 1] ?? 0)),
      })
      if ((await this.#count('open_left')) === 0) return
      const span = 65 / radii.length
      await this.#measureWithin(radius, 15 + index * span, 15 + (index + 1) * span)
    }
  }

  async #measureWithin(reachM: number, from: number, to: number): Promise<void> {
    const { k } = this.#inputs
    const reach = { reach_m: double(reachM) }
    await runFile(this.#session, 'candidates.sql', { ...reach, ...this.#same, most_pairs: bigint(mostPairs) })
    await this.#refuseAbove('met', mostPairs)
    if (k > 0) await runFile(this.#session, 'prune.sql', { k: int(k) })
    await runFile(this.#session, 'batches.sql', { batch_cost: double(batchCost) })
    await this.#cutEdges()
    await this.#inBatches('candidate', from, to, async (batch) => {
      await runFile(this.#session, 'measure-points.sql', { ...reach, batch: int(batch) })
      await runFile(this.#session, 'measure-shapes.sql', { ...reach, batch: int(batch) })
    })
  }

  async #cutEdges(): Promise<void> {
    await runFile(this.#session, 'cuts.sql', { first_batch: int(this.#cuts) })
    await this.#inBatches('shape_to_cut', undefined, undefined, (batch) =>
      runFile(this.#session, 'edges.sql', { batch: int(batch) }),
    )
    await runFile(this.#session, 'pieces.sql')
  }

  async #measureLand(): Promise<void> {
    await this.#inBatches('land_to_cut', 80, 92, async (batch) => {
      await runFile(this.#session, 'land.sql', { batch: int(batch) })
      await runFile(this.#session, 'land-area.sql', { batch: int(batch) })
    })
  }

  async #dissolveLand(): Promise<void> {
    await runFile(this.#session, 'dissolved.sql')
    for (const batch of [-1, -2]) await runFile(this.#session, 'land-area.sql', { batch: int(batch) })
    this.#onProgress(95)
  }

  async #inBatches(
    table: 'candidate' | 'shape_to_cut' | 'land_to_cut',
    from: number | undefined,
    to: number | undefined,
    work: (batch: number) => Promise<void>,
  ): Promise<void> {
    const [row] = await this.#rows({
      sql: `select min(t.batch) as first, max(t.batch) as last from ${table} as t`,
      parameters: {},
    })
    if (row?.first === null || row === undefined) return
    const [first, last] = [Number(row.first), Number(row.last)]
    for (let batch = first; batch <= last; batch += 1) {
      await work(batch)
      if (from !== undefined && to !== undefined)
        this.#onProgress(from + ((to - from) * (batch - first + 1)) / (last - first + 1))
    }
    if (table === 'shape_to_cut') this.#cuts = last + 1
  }

  /** A collection beside itself: a feature is no pair with itself. */
  get #same(): Record<string, BoundParameter> {
    const { left, right } = this.#inputs
    const isSame = right.kind === 'collection' && right.selection.collection.id === left.selection.collection.id
    return { is_same: { type: 'boolean', value: isSame } }
  }

  async #refuseAbove(table: 'touching' | 'met' | 'pair', most: number): Promise<void> {
    if ((await this.#count(table)) > most) throw tooMuch(`more than ${most.toLocaleString('en')} pairs`)
  }

  async #count(table: 'touching' | 'met' | 'pair' | 'open_left'): Promise<number> {
    const [row] = await this.#rows({ sql: `select count(*) as n from ${table}`, parameters: {} })
    return Number(row?.n ?? 0)
  }

  #rows(query: Query): Promise<Row[]> {
    return this.#session.rows(query)
  }
}
