import { spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { collection, csv, feature, pointJson, write } from '#test/fixtures/files.ts'
import { preparedWorld } from '#test/prepare/prepared-world.ts'
import { startPrepare } from '#test/prepare/small-world.ts'
import { temporaryFolder } from '#test/prepare/workbench.ts'
import { serveAtlas } from '#test/setup/atlas.ts'

const world = preparedWorld()
const { files } = world

const header = ['mine_id', 'mine_name', 'iso3', 'latitude', 'longitude', 'loc_accuracy', 'ownership_class']

/** A file with one mine of that name. */
const fileOf = (id: string): string =>
  write(join(files.path, `${id}.csv`), csv(header, [[id, id, 'ZMB', '-12.65', '28.05', 'COORDINATES', 'UNKNOWN']]))

const start = (args: readonly string[], dataDir = world.path) => startPrepare(dataDir, {}, args)
const append = (path: string, ...flags: string[]) => ['import', 'mines', path, '--append', ...flags]
const acceptedMines = () => world.current()?.manifest.datasets.mines?.accepted ?? 0
const hidden = () => readdirSync(join(world.path, 'source')).filter((name) => name.startsWith('.'))
const oneLine = /^[^\n]+\n$/

/** Until the import holds the lock and works: its folder is there. */
const isAtWork = () => vi.waitFor(() => expect(hidden().some((name) => name.startsWith('.import-'))).toBe(true), 20_000)

/** The data folder with its snapshot on a file system of its own; `remount` changes it. */
function ownDisk() {
  const folder = temporaryFolder()
  const mount = (options: string) => spawnSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', folder.path]).status
  expect(mount('size=300m')).toBe(0)
  for (const name of ['source', join('prepared', world.first)])
    cpSync(join(world.path, name), join(folder.path, name), { recursive: true })
  mkdirSync(join(folder.path, 'prepared'), { recursive: true })
  writeFileSync(join(folder.path, 'prepared', 'current'), `${world.first}\n`)
  return {
    path: folder.path,
    makeReadOnly: () => expect(mount('remount,ro')).toBe(0),
    current: () => readFileSync(join(folder.path, 'prepared', 'current'), 'utf8').trim(),
    [Symbol.dispose]() {
      spawnSync('umount', [folder.path])
      folder[Symbol.dispose]()
    },
  }
}

describe('two imports at once', () => {
  it('the second says for whom it waits, or with --no-wait why not; both are in', async () => {
    const before = acceptedMines()
    const one = start(append(fileOf('one')))
    await isAtWork()
    const two = start(append(fileOf('two'), '--name', 'two'))
    const three = start(append(fileOf('three'), '--no-wait'))
    const refused = await three.ended
    expect(refused.code).toBe(1)
    expect(refused.errors).toMatch(oneLine)
    expect(refused.errors).toContain(
      `another import or prepare (process ${one.child.pid}) is at work: nothing was changed`,
    )
    expect(await one.ended).toEqual({ code: 0, errors: '' })
    const waited = await two.ended
    expect(waited.code).toBe(0)
    expect(waited.errors).toBe(`another import or prepare (process ${one.child.pid}) is at work: waiting for its end\n`)
    expect(acceptedMines()).toBe(before + 2)
  })
})

describe('a fault is one clear line, and the old snapshot stays', () => {
  it('where the data folder can only be read', async () => {
    using disk = ownDisk()
    disk.makeReadOnly()
    const { code, errors } = await start(append(fileOf('four')), disk.path).ended
    expect(code).toBe(1)
    expect(errors).toMatch(oneLine)
    expect(errors).toContain('the folder can only be read')
    expect(disk.current()).toBe(world.first)
    const { server, url } = await serveAtlas({ DATA_DIR: disk.path, LOG_LEVEL: 'silent' })
    expect(await (await fetch(`${url}/api/readyz`)).json()).toEqual({ status: 'ready', snapshot: world.first })
    server.kill('SIGTERM')
    await once(server, 'exit')
  })

  it('where the file was cut off', async () => {
    const whole = collection(feature({ mine_id: 'cut' }, pointJson(28.05, -12.65)))
    const before = world.current()?.id
    const cut = write(join(files.path, 'cut.geojson'), whole.slice(0, -30))
    const { code, errors } = await start(append(cut)).ended
    expect(code).toBe(1)
    expect(errors).toMatch(oneLine)
    expect(errors).toMatch(/cut\.geojson: .*cut off/)
    expect([world.current()?.id, hidden()]).toEqual([before, []])
  })

  it('when it is told to stop in the middle (SIGTERM)', async () => {
    const before = world.current()?.id
    const { child, ended } = start(append(fileOf('five')))
    await isAtWork()
    child.kill('SIGTERM')
    expect(await ended).toEqual({ code: 143, errors: expect.stringMatching(/stopped by SIGTERM: nothing was changed/) })
    expect([world.current()?.id, hidden()]).toEqual([before, []])
  })
})

describe('a snapshot that changed on the disk', () => {
  it('is found by its hash at start: the one before is served, and readyz and status say so', async () => {
    const current = world.current()
    const path = join(current?.folder ?? '', 'atlas.duckdb')
    expect(current?.id).not.toBe(world.first)
    expect(existsSync(path)).toBe(true)
    const bytes = readFileSync(path)
    const damaged = Buffer.from(bytes)
    damaged.writeUInt8(damaged.readUInt8(20_000) ^ 0xff, 20_000)
    writeFileSync(path, damaged)
    const { server, url } = await serveAtlas({ DATA_DIR: world.path, LOG_LEVEL: 'silent' })
    const ready = (await (await fetch(`${url}/api/readyz`)).json()) as { status: string; snapshot: string }
    expect(ready).toEqual({
      status: 'ready',
      snapshot: expect.not.stringMatching(current?.id ?? ''),
      warning: `snapshot ${current?.id} is damaged: an older one is served`,
    })
    const listed = (await (await fetch(`${url}/api/collections/mines/items?f=json&limit=1`)).json()) as {
      snapshot: string
    }
    expect(listed.snapshot).toBe(ready.snapshot)
    server.kill('SIGTERM')
    expect(await once(server, 'exit')).toEqual([0, null])
    const told = start(['status'])
    let words = ''
    told.child.stdout.on('data', (chunk) => {
      words += String(chunk)
    })
    await told.ended
    expect(words).toContain(`DAMAGED: ${current?.id} (atlas.duckdb); a server uses ${ready.snapshot} instead`)
    writeFileSync(path, bytes)
  })
})
