import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { get, type IncomingMessage } from 'node:http'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { type ServerType, serve } from '@hono/node-server'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { createApp } from '#server/app.ts'
import { EngineHolder } from '#server/engine/engine-source.ts'
import { archive } from '#server/export/archive.ts'
import { bodyOf } from '#server/export/body.ts'
import type { ExportFile, Pieces } from '#server/export/job.ts'
import { piecesOf } from '#server/export/pieces.ts'
import { freePort } from '#test/setup/atlas.ts'
import { manyCommunities } from '#test/setup/many.ts'
import { residentMegabytes, watchMemory } from '#test/setup/process-memory.ts'
import { openTinyWorld, pointTo, type TinyWorld, writeTinySnapshot } from '#test/setup/tiny-world.ts'

const million = 1_000_000
const path = '/api/collections/host_communities/export'

/** The answer's head; its body waits until somebody reads it. */
async function ask(url: string): Promise<IncomingMessage> {
  const request = get(url)
  const [response] = (await once(request, 'response')) as [IncomingMessage]
  return response
}

/** Every byte of an answer, or the error that its transfer ended with. */
async function readAll(response: IncomingMessage): Promise<{ bytes: Buffer; error?: unknown }> {
  const parts: Buffer[] = []
  try {
    for await (const part of response) parts.push(part as Buffer)
    return { bytes: Buffer.concat(parts) }
  } catch (error) {
    return { bytes: Buffer.concat(parts), error }
  }
}

describe('a million rows', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'smap-million-'))
  let server: ChildProcess
  let url: string

  beforeAll(async () => {
    await writeTinySnapshot(dataDir, 'b16', manyCommunities(million))
    pointTo(dataDir, 'b16')
    const port = await freePort()
    url = `http://localhost:${port}${path}`
    server = spawn(process.execPath, ['server/main.ts'], {
      env: { ...process.env, UV_THREADPOOL_SIZE: '16', DATA_DIR: dataDir, PORT: String(port), LOG_LEVEL: 'error' },
      stdio: 'ignore',
    })
    // A first export, so that what is loaded once counts as idle.
    await vi.waitFor(async () => expect((await fetch(`${url}?ids=c1`)).status).toBe(200), 60_000)
  }, 120_000)
  afterAll(async () => {
    server.kill('SIGKILL')
    await once(server, 'exit')
    rmSync(dataDir, { recursive: true, force: true })
  })

  test.each(['csv', 'geojson', 'parquet', 'xlsx'])(
    'leave as %s in constant memory, the first byte at once',
    async (f) => {
      const pid = server.pid ?? 0
      const idle = residentMegabytes(pid)
      const memory = watchMemory(pid)
      const started = performance.now()
      const response = await ask(`${url}?f=${f}`)
      let firstByteMs: number | undefined
      let tail = Buffer.alloc(0)
      for await (const part of response) {
        firstByteMs ??= performance.now() - started
        tail = Buffer.concat([tail, part as Buffer]).subarray(-65_536)
      }
      memory.stop()
      expect(response.complete).toBe(true)
      expect(tail.includes('README.txt')).toBe(true)
      expect(firstByteMs).toBeLessThan(500)
      expect(memory.peak() - idle).toBeLessThan(300)
    },
  )
})

describe('a transfer', () => {
  let world: TinyWorld
  let server: ServerType
  let url: string
  const exportsLeft = () => readdirSync(join(dirname(world.database), 'exports'))

  beforeAll(async () => {
    world = await openTinyWorld({ exportTimeoutMs: 3_000 }, manyCommunities(100_000))
    const app = createApp({ engines: new EngineHolder(world.engine), maxItems: 4 })
    server = serve({ fetch: app.fetch, port: 0 })
    await once(server, 'listening')
    const address = server.address()
    url = `http://localhost:${typeof address === 'object' ? address?.port : address}${path}`
  })
  afterAll(async () => {
    server.close()
    await world.close()
  })

  test.each(['csv&single=true', 'geojson&single=true'])(
    'that fails in the middle ends as an error, never as a short file that looks whole: %s',
    async (f) => {
      const response = await ask(`${url}?f=${f}`)
      expect(response.statusCode).toBe(200)
      // Read slowly, so that the time limit of the export strikes in the middle.
      await once(response, 'readable')
      await expect.poll(exportsLeft, { timeout: 10_000, interval: 100 }).toEqual([])
      const { bytes, error } = await readAll(response)
      expect(bytes.length).toBeGreaterThan(0)
      expect(error).toBeInstanceOf(Error)
      expect(response.complete).toBe(false)
      // A zip archive without its directory can't be opened; a feature collection without its end can't be read.
      expect(bytes.includes('PK\x05\x06')).toBe(false)
      expect(bytes.toString().trimEnd().endsWith(']}')).toBe(false)
    },
  )

  test('whose client leaves stops the engine within a second and leaves nothing behind', async () => {
    const response = await ask(`${url}?f=geojson`)
    await once(response, 'readable')
    await expect.poll(exportsLeft, { interval: 10 }).toHaveLength(1)
    response.destroy()
    await expect.poll(exportsLeft, { timeout: 1_000, interval: 20 }).toEqual([])
  })

  test('of which only the headers are asked starts no work', async () => {
    const response = await fetch(`${url}?f=gpkg&single=true`, { method: 'HEAD' })
    expect(response.headers.get('content-type')).toBe('application/geopackage+sqlite3')
    expect(exportsLeft()).toEqual([])
  })

  test('that can not begin is a problem with its status', async () => {
    const abandoned = await Promise.all(Array.from({ length: 10 }, () => ask(`${url}?f=csv`)))
    const refused = await fetch(`${url}?f=csv`)
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, '5'])
    for (const response of abandoned) response.destroy()
    await expect.poll(exportsLeft, { timeout: 5_000 }).toEqual([])
  })
})

test('a body that nobody takes is given up', async () => {
  const ended: string[] = []
  const pieces = (async function* () {
    yield 'one'
    yield 'two'
  })()
  const ending = {
    stop: () => void ended.push('stopped'),
    dispose: async () => void ended.push('disposed'),
    signal: new AbortController().signal,
  }
  const reader = bodyOf(pieces, ending, 30).getReader()
  expect((await reader.read()).value).toEqual(new TextEncoder().encode('one'))
  await expect.poll(() => ended).toEqual(['stopped', 'disposed'])
  await expect(reader.read()).rejects.toThrow('takes nothing')
})

test('an archive of which a file fails ends with that error and without a directory, so that nobody can open it', async () => {
  async function* files(): AsyncGenerator<ExportFile> {
    yield { name: 'whole.txt', pieces: piecesOf('whole') }
    yield { name: 'broken.txt', pieces: brokenPieces() }
  }
  async function* brokenPieces(): Pieces {
    yield 'text '.repeat(50_000)
    throw new Error('broken in the middle')
  }
  const parts: Uint8Array[] = []
  const taking = async (): Promise<void> => {
    for await (const part of archive(files())) parts.push(part)
  }
  await expect(taking()).rejects.toThrow('broken in the middle')
  const bytes = Buffer.concat(parts)
  expect(bytes.includes('whole.txt')).toBe(true)
  expect(bytes.includes('PK\x05\x06')).toBe(false)
})
