import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type IndicatorId, indicators } from '#data/catalog.ts'
import { createApp } from '#server/app.ts'
import { parseConfig } from '#server/config.ts'
import type { Engine } from '#server/engine/engine.ts'
import { EngineHolder } from '#server/engine/engine-source.ts'
import { openEngine } from '#server/open-engine.ts'
import { currentSnapshot } from '#server/snapshot.ts'
import { smallWorld, startPrepare } from '#test/prepare/small-world.ts'

/** Fewer than the small world has, more than its pilots have. */
const lowBudget = '3000'

type World = Awaited<ReturnType<typeof smallWorld>>
type App = ReturnType<typeof createApp>
let worlds: { path: string; [Symbol.dispose](): void }[] = []
let engines: Engine[] = []
let whole: App
let nearest: App

async function appOn(world: { path: string }, budget?: string): Promise<App> {
  const { ended } = startPrepare(world.path, budget === undefined ? {} : { PAIR_BUDGET: budget })
  expect(await ended).toMatchObject({ code: 0 })
  const config = parseConfig({ ...process.env, DATA_DIR: world.path })
  const snapshot = currentSnapshot(config)
  if (snapshot === null) throw new Error('no snapshot')
  const engine = await openEngine(config, snapshot, () => {})
  engines.push(engine)
  return createApp({ engines: new EngineHolder(engine), maxItems: 100_000 })
}

beforeAll(async () => {
  const world: World = await smallWorld()
  const other = world.copy()
  worlds = [world, other]
  whole = await appOn(world)
  nearest = await appOn(other, lowBudget)
})
afterAll(async () => {
  for (const engine of engines) await engine.close(0)
  for (const world of worlds) world[Symbol.dispose]()
  engines = []
})

interface Answer {
  readonly status: number
  readonly body: Record<string, unknown>
}
async function ask(app: App, path: string): Promise<Answer> {
  const response = await app.request(path)
  return { status: response.status, body: (await response.json()) as Record<string, unknown> }
}
/** Areas added up over cells differ from those of one outline in the tenth digit. */
const rounded = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value ?? null), (_, one) => (typeof one === 'number' ? Number(one.toPrecision(8)) : one))

/** What is compared: everything but the name of the snapshot and times. */
const told = ({ status, body }: Answer) => ({ status, told: rounded(body.places ?? body.features ?? body.layers) })

async function expectSame(path: string): Promise<void> {
  const [one, other] = [told(await ask(whole, path)), told(await ask(nearest, path))]
  expect(one.status).toBe(200)
  expect(one.told).not.toBeNull()
  expect(other).toEqual(one)
}

describe('beyond the budget of pairs, unfiltered numbers are those of all pairs', () => {
  const ids: IndicatorId[] = ['CI-01', 'CI-04', 'HR-01', 'HR-04', 'EN-01', 'EN-02', 'EN-03', 'EN-06']
  /** Not all of them ask how near. */
  const ringOf = (id: IndicatorId, radius: string) =>
    (indicators[id].parameters as readonly string[]).includes('radius_km') ? `&radius_km=${radius}` : ''
  test.each(ids)('%s of all mines, by region and by country, at any radius', async (id) => {
    for (const by of ['region', 'country']) {
      await expectSame(`/api/indicators/${id}?mine_dataset=mines&by=${by}${ringOf(id, '7.35')}`)
      await expectSame(`/api/indicators/${id}?mine_dataset=mines&by=${by}&country=PER${ringOf(id, '50')}`)
    }
  })

  test.each(['0', '3.7', '10', '23', '50'])('counts of each mine at a stop of the ring, %s km', async (radius) => {
    await expectSame(`/api/collections/mine_exposure/items?limit=9000&mine_dataset=mines&radius_km=${radius}`)
  })

  test('pilots have every pair', async () => {
    for (const id of [...ids, 'CI-05', 'EN-05'] as const)
      await expectSame(`/api/indicators/${id}?by=region${ringOf(id, '7.35')}`)
    await expectSame('/api/collections/mine_community_pairs/items?limit=1000&radius_km=20')
    await expectSame('/api/facets?radius_km=12&commodity=CU')
  })
})

describe('what the nearest pairs can not tell is not told', () => {
  test.each([
    ['CI-01', 'commodity=CU'],
    ['CI-05', ''],
    ['EN-05', ''],
  ])('%s %s has no value, rather than zero', async (id, filter) => {
    const { status, body } = await ask(nearest, `/api/indicators/${id}?mine_dataset=mines&by=region&${filter}`)
    expect(status).toBe(200)
    for (const place of body.places as { value: number | null }[]) expect(place.value).toBeNull()
  })

  test('a list of pairs is refused with the reason', async () => {
    const { status, body } = await ask(nearest, '/api/collections/mine_community_pairs/items?mine_dataset=mines')
    expect(status).toBe(409)
    expect(body.type).toBe('urn:smap-atlas:problem:needs_every_pair')
  })

  test('counts of a mine between two stops of the ring are absent', async () => {
    const { body } = await ask(
      nearest,
      '/api/collections/mine_exposure/items?limit=5&mine_dataset=mines&radius_km=3.77',
    )
    for (const { properties } of body.features as { properties: Record<string, unknown> }[]) {
      expect(properties.communities).toBeNull()
    }
  })
})
