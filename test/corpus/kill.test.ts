import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { damagedFiles, keptSnapshots } from '#server/verify-snapshot.ts'
import { csv, write } from '#test/fixtures/files.ts'
import { smallWorld, startPrepare } from '#test/prepare/small-world.ts'
import { temporaryFolder } from '#test/prepare/workbench.ts'
import { serveAtlas } from '#test/setup/atlas.ts'

/** `npm run test:corpus` asks for 100. */
const kills = Number(process.env.KILLS ?? 1)
const files = temporaryFolder()
let world: Awaited<ReturnType<typeof smallWorld>>
const random = seeded(20_261_124)

function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return state / 2_147_483_648
  }
}

beforeAll(async () => {
  world = await smallWorld()
  expect(await startPrepare(world.path).ended).toMatchObject({ code: 0, errors: '' })
})
afterAll(() => {
  world[Symbol.dispose]()
  files[Symbol.dispose]()
})

const header = ['mine_id', 'mine_name', 'iso3', 'latitude', 'longitude', 'loc_accuracy', 'ownership_class']

/** A file of `count` mines; each count makes another snapshot. */
function fileOf(count: number): string {
  const rows = Array.from({ length: count }, (_, index) => [
    `k${index}`,
    `Mine ${index}`,
    'ZMB',
    '-12.65',
    '28.05',
    'COORDINATES',
    'UNKNOWN',
  ])
  return write(join(files.path, 'kill.csv'), csv(header, rows))
}

const start = (count: number) => startPrepare(world.path, {}, ['import', 'mines', fileOf(count), '--append'])

/** Rows of mines and of everything made of them belong together: the shipped ones, and either the old or the new count. */
function countOfImported(): number {
  const snapshot = world.current()
  if (snapshot === null) throw new Error('the pointer names no whole snapshot')
  const { mines, mine_rings: rings, all_mines: all } = snapshot.manifest.tables
  const read = snapshot.manifest.datasets.mines?.accepted ?? 0
  expect(mines?.rows).toBe(read)
  expect(all?.rows).toBeGreaterThanOrEqual(read)
  expect((rings?.rows ?? 0) % 5).toBe(0)
  return read
}

/** What a server may say of a snapshot, and nothing else. */
const countsOf = (snapshot: ReturnType<typeof world.current>): string[] =>
  ['mine_rings', 'mines'].map((table) => `${table} ${snapshot?.manifest.tables[table]?.rows}`)

interface Served {
  readonly snapshot: string
  readonly numberMatched: number
}

/** A server on the same folder, asked all the time for the mines and what is made of them: what it said, and what went wrong. */
async function servedMeanwhile() {
  const { url, server } = await serveAtlas({ DATA_DIR: world.path, LOG_LEVEL: 'silent' })
  const seen = new Map<string, Set<string>>()
  const failures: string[] = []
  let isOver = false
  const ask = async (collection: string): Promise<void> => {
    const answer = await fetch(`${url}/api/collections/${collection}/items?f=json&limit=1`)
    if (!answer.ok) throw new Error(`${answer.status} ${await answer.text()}`)
    const { snapshot, numberMatched } = (await answer.json()) as Served
    const said = `${collection} ${numberMatched}`
    seen.set(snapshot, (seen.get(snapshot) ?? new Set()).add(said))
  }
  const asking = (async () => {
    while (!isOver) {
      await Promise.all([ask('mines'), ask('mine_rings')]).catch((error: unknown) => failures.push(String(error)))
      await pause(100)
    }
  })()
  return {
    async end() {
      isOver = true
      await asking
      server.kill('SIGTERM')
      const [code] = await once(server, 'exit')
      return { seen, failures, code }
    },
  }
}

describe('kill -9', () => {
  it(`at ${kills} random moments of an import leaves the old snapshot or the new one, whole, and the next import goes on`, {
    timeout: 60_000 * (kills + 2),
  }, async () => {
    const shipped = countOfImported()
    const began = performance.now()
    expect(await start(1).ended).toMatchObject({ code: 0 })
    const lasts = performance.now() - began
    let before = shipped + 1
    const serving = await servedMeanwhile()
    const counts = new Map([[world.current()?.id ?? '', countsOf(world.current())]])
    for (let kill = 1; kill <= kills; kill += 1) {
      const { child, ended } = start(kill + 1)
      await Promise.race([pause(random() * lasts * 1.1), once(child, 'exit')])
      child.kill('SIGKILL')
      await ended
      const now = countOfImported()
      expect([before, shipped + kill + 1]).toContain(now)
      before = now
      const current = world.current()
      counts.set(current?.id ?? '', countsOf(current))
      expect(current === null ? ['none'] : await damagedFiles(current)).toEqual([])
    }
    const { code, errors } = await start(kills + 2).ended
    expect([code, errors]).toEqual([0, ''])
    expect(countOfImported()).toBe(shipped + kills + 2)
    counts.set(world.current()?.id ?? '', countsOf(world.current()))
    const { seen, failures, code: stopped } = await serving.end()
    expect([failures, stopped]).toEqual([[], 0])
    expect(seen.size).toBeGreaterThan(0)
    for (const [snapshot, said] of seen) expect([...said].sort(), snapshot).toEqual(counts.get(snapshot))
    expect(keptSnapshots(world.path).length).toBeLessThanOrEqual(5)
  })
})
