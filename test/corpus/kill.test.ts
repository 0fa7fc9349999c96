import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { damagedFiles, keptSnapshots } from '#server/verify-snapshot.ts'
import { csv, write } from '#test/fixtures/files.ts'
import { smallWorld, startPrepare } from '#test/prepare/small-world.ts'
import { temporaryFolder } from '#test/prepare/workbench.ts'

/** With `KILLS=100` in the environment this is the full run. */
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

describe('kill -9', () => {
  it(`at ${kills} random moments of an import leaves the old snapshot or the new one, whole, and the next import goes on`, {
    timeout: 60_000 * (kills + 2),
  }, async () => {
    const shipped = countOfImported()
    const began = performance.now()
    expect(await start(1).ended).toMatchObject({ code: 0 })
    const lasts = performance.now() - began
    let before = shipped + 1
    for (let kill = 1; kill <= kills; kill += 1) {
      const { child, ended } = start(kill + 1)
      await Promise.race([pause(random() * lasts * 1.1), once(child, 'exit')])
      child.kill('SIGKILL')
      await ended
      const now = countOfImported()
      expect([before, shipped + kill + 1]).toContain(now)
      before = now
      const current = world.current()
      expect(current === null ? ['none'] : await damagedFiles(current)).toEqual([])
    }
    const { code, errors } = await start(kills + 2).ended
    expect([code, errors]).toEqual([0, ''])
    expect(countOfImported()).toBe(shipped + kills + 2)
    expect(keptSnapshots(world.path).length).toBeLessThanOrEqual(5)
  })

  it('SIGTERM ends an import tidily', { timeout: 120_000 }, async () => {
    const before = world.current()?.id
    const { child, ended } = start(50)
    child.stdout.resume()
    await pause(700)
    child.kill('SIGTERM')
    const { code, errors } = await ended
    expect(code).not.toBe(0)
    expect(errors).toMatch(/nothing was changed|^$/)
    expect(world.current()?.id).toBe(before)
  })
})
