import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startAtlas } from '#test/setup/atlas.ts'
import { pointTo, writeTinySnapshot } from '#test/setup/tiny-world.ts'

let dataDir: string
beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'smap-process-'))
  await writeTinySnapshot(dataDir, '0a')
  await writeTinySnapshot(dataDir, '0b')
})
afterAll(() => rmSync(dataDir, { recursive: true, force: true }))

async function withAtlas(use: (url: string, server: ChildProcess) => Promise<void>): Promise<void> {
  pointTo(dataDir, '0a')
  const { url, server } = await startAtlas({ DATA_DIR: dataDir })
  try {
    await use(url, server)
  } finally {
    if (server.exitCode === null) {
      server.kill('SIGKILL')
      await once(server, 'exit')
    }
  }
}

const snapshotAt = async (url: string): Promise<string> => {
  const answer = await fetch(`${url}/api/indicators/EN-01`)
  return ((await answer.json()) as { snapshot: string }).snapshot
}

/** What comes back on a line of its own for some bytes. */
async function answerTo(url: string, bytes: string): Promise<string> {
  const socket = connect(Number(new URL(url).port), 'localhost')
  socket.end(bytes)
  return text(socket)
}

describe('the server as a process', () => {
  test('answers what is no HTTP, and what is too long, with a problem', async () => {
    await withAtlas(async (url) => {
      const long = await answerTo(url, `GET /api/collections?f=${'x'.repeat(40_000)} HTTP/1.1\r\nhost: x\r\n\r\n`)
      expect(long).toMatch(/^HTTP\/1\.1 431 [\s\S]*application\/problem\+json[\s\S]*header_too_large/)
      const garbage = await answerTo(url, 'NONSENSE\r\n\r\n')
      expect(garbage).toMatch(/^HTTP\/1\.1 400 [\s\S]*application\/problem\+json[\s\S]*bad_request/)
      expect(await snapshotAt(url)).toBe('0a')
    })
  })

  test('takes up a newer snapshot while it answers, and no request is lost', async () => {
    await withAtlas(async (url) => {
      expect(await snapshotAt(url)).toBe('0a')
      pointTo(dataDir, '0b')
      const seen: string[] = []
      await expect
        .poll(
          async () => {
            seen.push(await snapshotAt(url))
            return seen.at(-1)
          },
          { timeout: 20_000, interval: 50 },
        )
        .toBe('0b')
      expect(new Set(seen)).toEqual(new Set(['0a', '0b']))
    })
  })

  test('stays on the old snapshot where the new one can not be opened', async () => {
    await withAtlas(async (url) => {
      pointTo(dataDir, '0c')
      await new Promise((resolve) => setTimeout(resolve, 1_500))
      expect(await snapshotAt(url)).toBe('0a')
      expect((await fetch(`${url}/api/readyz`)).status).toBe(200)
    })
  })

  test('asked to end, it finishes what it has begun and exits with 0', async () => {
    await withAtlas(async (url, server) => {
      const asked = Array.from({ length: 20 }, (_, index) => fetch(`${url}/api/indicators/EN-03?radius_km=${index}`))
      await asked[0]
      const exited = once(server, 'exit')
      server.kill('SIGTERM')
      const answers = await Promise.allSettled(asked)
      for (const answer of answers) {
        if (answer.status === 'fulfilled') expect(await answer.value.json()).toHaveProperty('places')
      }
      expect((await exited)[0]).toBe(0)
    })
  })

  test('answers a method that no page can send', async () => {
    await withAtlas(async (url) => {
      const { port } = new URL(url)
      const client = spawn('node', [
        '-e',
        `const s=require('net').connect(${port},'localhost',()=>s.write('TRACE /api HTTP/1.1\\r\\nhost: x\\r\\nconnection: close\\r\\n\\r\\n'));s.pipe(process.stdout)`,
      ])
      let text = ''
      client.stdout.on('data', (bytes) => {
        text += bytes
      })
      await once(client, 'exit')
      expect(text).toMatch(/^HTTP\/1\.1 405 /)
    })
  })

  test('without a snapshot it says what to do and exits with 1', async () => {
    const empty = mkdtempSync(join(tmpdir(), 'smap-empty-'))
    const server = spawn(process.execPath, ['server/main.ts'], { env: { ...process.env, DATA_DIR: empty, PORT: '0' } })
    let text = ''
    server.stderr.on('data', (bytes) => {
      text += bytes
    })
    const [code] = await once(server, 'exit')
    rmSync(empty, { recursive: true })
    expect([code, text]).toEqual([1, 'There is no snapshot yet: run `npm run data` first, or `npm start`.\n'])
  })

  test('a client that leaves lets the engine rest', async () => {
    await withAtlas(async (url) => {
      const controller = new AbortController()
      const asked = fetch(`${url}/api/collections/mine_exposure/items`, { signal: controller.signal })
      controller.abort()
      await expect(asked).rejects.toThrow()
      expect((await fetch(`${url}/api/indicators/CI-01`)).status).toBe(200)
    })
  })
})
